/** The door of records: rows of what is described once. Serves every domain. */
export * from './columns.ts';
export { changesOf, KeptStore } from './store.ts';

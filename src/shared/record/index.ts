/** The door of records: what a thing is asked, and what every kept thing has. Serves every domain. */
export { optionsOf } from '../platform/codes-of.ts';
export * from './columns.ts';
export * from './field.ts';
export * from './kept.ts';
export * from './questions.ts';
export * from './read-back.ts';

/** The door of records: what a thing is asked, and what every kept thing has. Serves every domain. */
export * from './columns.ts';
export * from './field.ts';
export * from './kept.ts';
export * from './options-of.ts';
export * from './questions.ts';

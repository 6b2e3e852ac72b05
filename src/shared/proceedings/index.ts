/** The door of the proceedings domain: what happens before courts and prosecutors, and the terms it starts. */
export * from './clashes.ts';
export * from './codes.ts';
export * from './computed-schema.ts';
export * from './contract.ts';
export * from './deadline.ts';
export * from './deadline-rule.ts';
export * from './event-kinds.ts';
export * from './hearing.ts';
export * from './holidays.ts';
export * from './law-tables.ts';
export * from './notice/index.ts';
export * from './notification.ts';
export * from './papers.ts';
export * from './record-terms.ts';
export * from './schema.ts';
export * from './turns.ts';

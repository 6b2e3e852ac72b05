/** The door of the closing domain. */
export * from './checklist.ts';
export * from './codes.ts';
export * from './contract.ts';
export * from './rules.ts';
export * from './standing.ts';

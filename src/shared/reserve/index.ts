/** The door of the reserve: sealed fichas and exceptional access. */
export * from './codes.ts';
export * from './contract.ts';
export * from './rules.ts';

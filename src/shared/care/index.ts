/** The door of the care domain. */
export * from './codes.ts';
export * from './contract.ts';
export * from './labels.ts';

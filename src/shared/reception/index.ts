/** The door of the reception domain. */
export * from './codes.ts';
export * from './contract.ts';

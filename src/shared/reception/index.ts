/** The door of the reception domain. */
export * from './board-contract.ts';
export * from './codes.ts';
export * from './contract.ts';
export * from './desk-contract.ts';
export * from './rules.ts';
export * from './schema.ts';
export * from './waiting.ts';

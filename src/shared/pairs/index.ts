/** The door of the pairs domain. */
export * from './contract.ts';

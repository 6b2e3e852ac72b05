/** The door of the audit domain. */
export * from './contract.ts';
export * from './labels.ts';

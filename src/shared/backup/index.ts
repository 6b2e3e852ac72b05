/** The door of the backup domain. */
export * from './contract.ts';
export * from './labels.ts';

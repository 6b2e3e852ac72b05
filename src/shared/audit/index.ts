/** The door of the audit domain. */
export * from './action-labels.ts';
export * from './contract.ts';
export * from './labels.ts';

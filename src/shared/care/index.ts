/** The door of the care domain. */
export * from './attention-codes.ts';
export * from './attention-contract.ts';
export * from './codes.ts';
export * from './consent.ts';
export * from './contract.ts';
export * from './follow-up-actions.ts';
export * from './interview-contract.ts';
export * from './labels.ts';
export * from './moving.ts';
export * from './note-contract.ts';
export * from './question-contract.ts';

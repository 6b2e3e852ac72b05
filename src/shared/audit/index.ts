/** The door of the audit domain. */
export * from './action-labels.ts';
export * from './case-access.ts';
export * from './contract.ts';
export * from './labels.ts';
export * from './segment-sheet.ts';
export * from './trouble-words.ts';
export * from './weekly-sheet.ts';
export * from './witness.ts';

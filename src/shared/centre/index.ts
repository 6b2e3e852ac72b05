/** The door of the centre domain: who this centre is and how it came to be. */
export * from './codes.ts';
export * from './contract.ts';
export * from './schema.ts';
export { dateDoubtOf, type DateDoubt } from './date-doubt.ts';
export { recoveryContract } from './recovery-contract.ts';
export { setUpGroupLabels, setUpSteps, type SetUpFacts, type SetUpStep } from './set-up.ts';
export { recoverySheet, recoverySheetName } from './recovery-sheet.ts';

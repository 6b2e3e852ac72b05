/** The door of the backup domain. */
export * from './codes.ts';
export * from './contract.ts';
export { formerSheet } from './former-sheet.ts';
export { openCopyWords, placeWords } from './place-words.ts';
export * from './former-sheet.ts';
export * from './rotation.ts';
export { rotationContract } from './rotation-contract.ts';

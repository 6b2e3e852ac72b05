/** The door of the counterparts domain. */
export * from './codes.ts';
export * from './contract.ts';
export { bearsName, isAbout, noteWords, waitsOf, type Waits } from './rules.ts';
export * from './schema.ts';

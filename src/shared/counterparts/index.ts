/** The door of the counterparts domain. */
export * from './codes.ts';
export * from './contract.ts';
export { bearsName, isAbout, noteWords, waitsOf } from './rules.ts';
export * from './schema.ts';

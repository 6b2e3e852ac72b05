/** The door of the day: what is next, for whom and until when. */
export { decideClosing } from './closing.ts';
export * from './codes.ts';
export * from './agenda.ts';
export * from './agenda-contract.ts';
export * from './calls.ts';
export * from './contract.ts';
export * from './found.ts';
export * from './next.ts';
export * from './until.ts';

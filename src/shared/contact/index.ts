/** Calling her: when it is safe, what came of it, when to try again. The one door of this domain. */
export * from './codes.ts';
export * from './contract.ts';
export * from './hours.ts';
export * from './next-try.ts';
export * from './safe.ts';

/** The door of the pairs domain. */
export * from './contract.ts';
export * from './over-time.ts';
export * from './pattern.ts';
export * from './repeats.ts';

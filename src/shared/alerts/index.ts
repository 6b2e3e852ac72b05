/** The door of the alerts domain. */
export * from './asks.ts';
export * from './codes.ts';
export * from './contract.ts';
export * from './danger.ts';

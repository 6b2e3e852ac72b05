/** Insertion, reintegration, Acompañamiento and home visits. The one door of this domain. */
export * from './codes.ts';
export * from './contract.ts';
export * from './record.ts';
export * from './things.ts';
export * from './words.ts';

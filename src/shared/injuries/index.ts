/** The body map: where she was hurt, as it was seen or told. The one door of this domain. */
export * from './codes.ts';
export * from './contract.ts';
export * from './mark.ts';
export * from './regions.ts';

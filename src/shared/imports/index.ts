/** Import of old lists: fields, reading of cells, contract. The one door of this domain. */
export * from './cells.ts';
export * from './codes.ts';
export * from './contract.ts';
export * from './fields.ts';
export * from './labels.ts';
export * from './list-dates.ts';
export * from './read-row.ts';
export * from './schema.ts';

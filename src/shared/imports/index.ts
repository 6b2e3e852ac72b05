/** Import of old lists: fields, reading of cells, contract. The one door of this domain. */
export * from './cells.ts';
export * from './codes.ts';
export * from './column-kinds.ts';
export * from './contract.ts';
export * from './fields.ts';
export * from './list-dates.ts';
export * from './mojibake.ts';
export * from './name-lean.ts';
export * from './read-document.ts';
export * from './read-row.ts';
export * from './row-reader.ts';
export * from './schema.ts';
export * from './split-name.ts';
export * from './text-defects.ts';

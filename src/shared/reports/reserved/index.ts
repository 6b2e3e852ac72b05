/** What leaves exact, encrypted to one recipient. */
export * from './contract.ts';
export { ministryKeyTable, rowsOrderTable } from './key-table.ts';
export { reservedRows, rowColumns, rowVariables, type RowFacts } from './rows.ts';
export { reservedNotes, reservedSummary } from './words.ts';

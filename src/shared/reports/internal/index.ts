/** The exact tables of the centre. */
export * from './contract.ts';
export { countTable, type Counted } from './count.ts';
export { agesOf, linesOf, variablesOf, type LineFacts } from './lines.ts';
export { asDisplay, asTable, internalPeriodWords, internalTitle, makeTable, type MadeTable } from './made.ts';
export { marginLines } from './margins.ts';
export { qualityTable } from './quality-table.ts';
export { internalPaper, internalUse } from './paper.ts';
export {
  actGroup,
  every,
  groupingsOf,
  inPeriod,
  notCounted,
  notCountedInFile,
  reportMonth,
  tableNumber,
  type TableRule,
} from './rule.ts';
export { internalRules } from './tables.ts';

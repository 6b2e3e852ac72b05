/** Door of the reports domain: what other code may use. */
export { schemaVersion, singleCountGroups, singleCounts, type SingleCountGroup, type View } from './codes.ts';
export { monthStateLabels, monthStates, reportsContract } from './contract.ts';
export { addCounts, countMonth, emptyCounts } from './cube.ts';
export { displayTables, figureLines, type DisplayRow, type DisplayTable, type FigureLine } from './display.ts';
export { formatPercent, percentOf, publishedPercent } from './figures.ts';
export {
  internalFileName,
  manifestNameOf,
  monthFileNames,
  reportExtensions,
  reportFileName,
  type ReportExtension,
} from './file-names.ts';
export * from './internal/index.ts';
export { bandWords, periodWords, readingNote, reportReasons } from './labels.ts';
export { monthPaper, type MonthPaperOptions } from './month-paper.ts';
export {
  countMissing,
  fichaWords,
  qualityGroups,
  qualityPageLabels,
  qualityViewLabels,
  type QualityGroup,
  type QualityLine,
  type QualityRow,
  type QualityView,
} from './quality.ts';
export {
  closeResidual,
  isQuarterEnd,
  residualPeriodOf,
  yearRestPeriodOf,
  yearRestTotal,
  type ResidualClosing,
} from './residual.ts';
export { roundControlled, seedLabel, startOf, type Start } from './rounding.ts';
export {
  caseForCountSchema,
  centreCodeSchema,
  publishedMonthSchema,
  reportFileSchema,
  unitPeriodSchema,
  type AuditMark,
  type CaseForCount,
  type EarlierUnit,
  type ExactCounts,
  type PublishedMonth,
  type PublishedTable,
  type ReportFile,
  type SingleCount,
} from './schema.ts';
export { asEarlier, publishMonth, type PublishingUnit } from './tables.ts';

/** Door of the reports domain: what other code may use. */
export { aboutUnit, publicationNumber } from './about-unit.ts';
export { schemaVersion, singleCountGroups, singleCounts, type SingleCountGroup, type View } from './codes.ts';
export { monthStateLabels, monthStates, reportsContract, restoredAnswerLabels } from './contract.ts';
export { countCube, countMonth, cubeIndex, emptyCounts, ageBandOf } from './cube.ts';
export { figureStates, type DisplayRow, type DisplayTable } from './display-table.ts';
export { displayTables, figureLines, type Published } from './display.ts';
export { formatPercent, percentOf, publishedPercent } from './figures.ts';
export {
  internalFileName,
  manifestNameOf,
  monthFileNames,
  reportExtensions,
  reportFileName,
  reservedFileName,
} from './file-names.ts';
export * from './internal/index.ts';
export * from './reserved/index.ts';
export { bandWords, periodWords, readingNote, reportReasons } from './labels.ts';
export { monthPaper, tableBlocks } from './month-paper.ts';
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
  isQuarterEnd,
  isRest,
  isYear,
  isYearEnd,
  periodsOfClosing,
  residualPeriodOf,
  unitsOfClosing,
  yearRestPeriodOf,
  waitingBands,
  type ClosingUnit,
  type OpenYear,
} from './units.ts';
export { roundControlled, seedLabel, startOf, type Start } from './rounding.ts';
export {
  caseForCountSchema,
  centreCodeSchema,
  publishedMonthSchema,
  reportFileBeforeSchema,
  reportFileSchema,
  unitPeriodSchema,
  type CaseForCount,
  type EarlierUnit,
  type ExactCounts,
  type Imprint,
  type PublishedMonth,
  type ReportFile,
  type SingleCount,
} from './schema.ts';
export { asEarlier, publishMonth, publishRest, type PublishingUnit } from './tables.ts';
export {
  joinDistricts,
  publishYear,
  yearFileSchema,
  yearTables,
  type PublishedYear,
  type UnitPart,
  type YearList,
} from './year.ts';

export * from './catalogue.ts';
export * from './codes.ts';
export { composeFiling } from './compose.ts';
export { filingsContract } from './contract.ts';
export { filingKindLabels, filingReasons, missingFactReasonLabels } from './labels.ts';
export { reservedSheet } from './reserved-sheet.ts';
export {
  filingOptionsSchema,
  type FilingAddress,
  type FilingFacts,
  type FilingIssue,
  type FilingOptions,
  type Gender,
  type IdentityDocument,
  type ReservedSheetFacts,
} from './schema.ts';
export {
  articleCitation,
  articleTable,
  measureTable,
  offenceTable,
  type ArticleValue,
  type MeasureValue,
  type OffenceValue,
} from './law-tables.ts';
export { accusedWords, fillParties, initialsOf } from './wording.ts';

export * from './codes.ts';
export {
  checkSummary,
  checkTemplate,
  composeFiling,
  composeFromTemplate,
  isForHer,
  lineWords,
  shippedTemplate,
  standingNames,
} from './compose.ts';
export { definitionOf, kinds, shippedTemplates, type OfKind } from './kinds/index.ts';
export { blockKinds, blockShapes, type BlockKind, type OwnSort } from './own/blocks.ts';
export { modelIssues, modelSummaryIssues, type ModelIssue } from './own/check.ts';
export { clausesFor, clauseTable } from './own/clause-table.ts';
export {
  askedName,
  blankModel,
  modelText,
  newBlock,
  ownDefinition,
  ownTemplate,
  type OwnBlock,
  type OwnModel,
} from './own/model.ts';
export { ownModelTable } from './own/model-table.ts';
export { hidesUser, namedChildren, sealedTexts, witnessOf, withoutSealed } from './sealed.ts';
export { addresseeOf, instanceOfKind } from './addressee.ts';
export { officialNumber, reportClassOf } from './reports.ts';
export {
  filingGroupLabels,
  filingGroups,
  questionName,
  saysAddress,
  tellsHousehold,
  type KindDefinition,
  type ListPart,
} from './kinds/kind.ts';
export { templateValueSchema, type FilingTemplate, type TemplateValue } from './templates/template.ts';
export { lawOn, measureLabel, offeredArticles, tickedByDefault, type FilingLaw, type OfferedArticle } from './law.ts';
export { articleSetId, articleSetTable, confirmedSet, isSetOf, withConfirmed, type SetOf } from './article-set.ts';
export { filingOfferTable } from './offer-table.ts';
export { deskWords, isSameProceeding, type WritDesk } from './proceeding.ts';
export { filingTemplateTable } from './template-table.ts';
export { filingsContract, blankAnswersOf, checkAnswers } from './contract.ts';
export { reservedSheet, sealedInSheet } from './reserved-sheet.ts';
export {
  filingOptionsSchema,
  type FilingAddress,
  type AccusedIdentity,
  type FilingFacts,
  type FilingIssue,
  type FilingOptions,
  type Gender,
  type OfficialNumbers,
  type ReservedSheetFacts,
} from './schema.ts';
export { articleCitation, articleTable, measureTable, offenceTable } from './law-tables.ts';
export { accusedWords, fillParties } from './wording.ts';
export { actWords, placeWords } from './act-words.ts';
export { fieldLines } from './fields/catalogue.ts';
export { inventedGiven } from './invented.ts';
export * from './presenting/index.ts';

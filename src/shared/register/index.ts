/** The door of the register domain: the row of a whole ficha, its sheet, and the papers of a day without power. */
export * from './row.ts';
export {
  blankStateLabels,
  blankKindLabels,
  blankKinds,
  blankPaper,
  contingencyNumber,
  mostCopies,
  type BlankKind,
} from './blank-forms.ts';
export { codedColumns, codedReader, questionsBehind, restsOnEvents, type CodedColumn } from './coded.ts';
export { columnsOfQuestion } from './columns.ts';
export * from './contract.ts';
export { noEvents, type CaseEvents, type RegisterFacts } from './facts.ts';
export { holds, indicators } from './indicators.ts';
export { registerReasons } from './labels.ts';
export { placeWords, type LineGuard, type RegisterLine } from './lines.ts';
export { categoryCodes, registerLines, userGroupings } from './row.ts';
export { shiftCodes } from './row-parts.ts';
export { noKeptWork } from './reintegration-work.ts';
export { workLines, type Work, type WorkSectionId } from './section-work.ts';
export { sectionBehind } from './sections.ts';
export { fichaNumberWords, isTyped, lineStateOf, linesToType, sheetStateOf } from './sheet.ts';
export { sheetPaper } from './sheet-paper.ts';

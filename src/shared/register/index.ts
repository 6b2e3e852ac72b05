/** The door of the register domain: the row of a whole ficha, its sheet, and the papers of a day without power. */
export {
  blankKindHints,
  blankKindLabels,
  blankKinds,
  blankPaper,
  blankStateLabels,
  contingencyNumber,
  mostCopies,
  type BlankKind,
  type BlankState,
} from './blank-forms.ts';
export * from './contract.ts';
export { noEvents, type CaseEvents, type RegisterFacts } from './facts.ts';
export { indicators } from './indicators.ts';
export { registerReasons } from './labels.ts';
export { type LineGuard, type RegisterLine } from './lines.ts';
export { phoneLines } from './phone-lines.ts';
export { registerLines, registerRow } from './row.ts';
export { fichaNumberWords, isTyped, lineStateOf, linesToType, sheetStateLabels, sheetStateOf } from './sheet.ts';
export type { LineState, SheetState } from './sheet.ts';
export { sheetPaper } from './sheet-paper.ts';

/** The door of the papers domain: papers as blocks, issued documents, copies. */
export * from './blocks.ts';
export * from './codes.ts';
export * from './contract.ts';
export { monthOf } from './month.ts';
export { isTelling, namesCourt } from './neutral.ts';
export { phoneLines, readyTips } from './phone-lines.ts';
export { printingIssues, unprintableIn } from './printable.ts';
export { isSameFolder, wholeFolder } from './folder-path.ts';
export { bareNumber, documentFileName } from './file-name.ts';
export { numberInFile } from './file-number.ts';
export { bundlePurpose, copyWordsFor, receiverName } from './receiver.ts';
export { typedSerialNumber } from './serial-number.ts';
export { isMarked, monthTexts, textOf } from './text.ts';
export { checkText, type TemplateNeeds } from './template/check.ts';
export { runTemplate } from './template/compose.ts';
export {
  linesOfFields,
  type BlockField,
  type Field,
  type FieldLine,
  type FlagField,
  type ListField,
  type TextField,
} from './template/field.ts';
export { markupHelp } from './template/markup.ts';
export { parseTemplate, templateFilters, type Condition, type Node, type TemplateIssue } from './template/parse.ts';
export { findSchools, initialsOf, minorWords, type PrivatePerson, type Span } from './private-names.ts';
export { shortener, type Change } from './shorten.ts';
export * from './withhold.ts';
export { labelWords } from './label-words.ts';
export * from './words.ts';
export { formatLongDate as longDate } from '../platform/typed-date.ts';
export { listWords } from './words.ts';

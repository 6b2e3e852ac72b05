export { annexNumber, annexRule, type AnnexRule } from './annexes.ts';
export * from './codes.ts';
export { compareTexts, type TextComparison } from './compare.ts';
export * from './contract.ts';
export { deskFor, deskName, namesEntry, type Desk, type DeskMatch } from './desk.ts';

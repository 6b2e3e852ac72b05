export { annexNumber, annexRule } from './annexes.ts';
export * from './codes.ts';
export { compareTexts, type TextComparison } from './compare.ts';
export * from './contract.ts';
export { deskFor, deskName, namesEntry, type Desk } from './desk.ts';

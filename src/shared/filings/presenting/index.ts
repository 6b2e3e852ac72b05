export { annexNumber } from './annexes.ts';
export * from './codes.ts';
export { compareTexts, type TextComparison } from './compare.ts';
export * from './contract.ts';
export * from './labels.ts';

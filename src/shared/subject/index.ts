/** The copy of one person's data: what is in it, what is withheld, and the paper. */
export * from './codes.ts';
export * from './compose.ts';
export * from './contract.ts';
export { finder, piecesOf, printedText, type Secrets } from './passages.ts';
export { seenInSmall } from './strangers.ts';
export type { Other } from './spellings.ts';

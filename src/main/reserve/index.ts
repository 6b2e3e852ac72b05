export { endInterrupted, settleEnded, type EndingParts } from './ending.ts';
export { OpenAccesses } from './open-accesses.ts';
export { CaseWords } from './case-words.ts';
export { SealedWords } from './sealed-words.ts';
export { reserveHandlers, type ReserveParts } from './service.ts';

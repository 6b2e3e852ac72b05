/** The history of a case: one line for everything that happened in it. The one door of this domain. */
export * from './contract.ts';
export * from './entry.ts';
export * from './evidence-words.ts';
export * from './order.ts';
export * from './reintegration-words.ts';
export { momentOf } from './parts.ts';
export * from './visits.ts';
export * from './words.ts';

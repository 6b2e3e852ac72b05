/** The door of the risk domain: instruments as data and their scoring. */
export * from './because.ts';
export * from './closing.ts';
export * from './compare.ts';
export * from './contract.ts';
export * from './evolution.ts';
export * from './instrument.ts';
export * from './known.ts';
export * from './labels.ts';
export * from './location-2019.ts';
export * from './location-sheet.ts';
export { partnerRisk2019, type PartnerRiskItemId } from './partner-2019.ts';
export * from './rules.ts';
export * from './same-day-answers.ts';
export * from './same-day.ts';
export * from './schema.ts';

/** The door of the risk domain: instruments as data and their scoring. */
export * from './contract.ts';
export * from './instrument.ts';
export * from './labels.ts';
export { partnerRisk2019, type PartnerRiskAnnexId, type PartnerRiskItemId } from './partner-2019.ts';
export * from './rules.ts';
export * from './same-day.ts';
export * from './schema.ts';

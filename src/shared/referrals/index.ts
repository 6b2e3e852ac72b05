export * from './codes.ts';
export { composeReferral, counterReferralSlip } from './compose.ts';
export { kitLimitsOn, urgencyTable, type KitLimits } from './kit-table.ts';
export { referralsContract } from './contract.ts';
export { healthServiceLabels, referralKindLabels, referralReasons, urgencyLabels } from './labels.ts';
export { consentAllows, isConsentException, kitUrgency, type KitUrgency } from './rules.ts';
export { referralOptionsSchema, type ReferralFacts, type ReferralIssue, type ReferralOptions } from './schema.ts';

export { kitAdvice, tellingField } from './carried.ts';
export * from './codes.ts';
export { composeLetter, composeReferral, isForHer } from './compose.ts';
export { consenterOf, coversKind, lacksConsenter, needsConsent } from './consents.ts';
export { mostLetters, referralsContract } from './contract.ts';
export { referralKinds, referralRules, type ReferralKind } from './kinds/index.ts';
export { inventedAnswers, inventedReferral } from './invented.ts';
export {
  asksForKit,
  consentAllows,
  kitQuestion,
  hoursSince,
  hoursWords,
  isConsentException,
  isSlower,
  kitUrgency,
  kitWords,
  proposedUrgency,
  type UrgencySigns,
} from './rules.ts';
export {
  blankReferralAnswers,
  kindIssues,
  questionsOf,
  referralOptionsSchema,
  type PersonFacts,
  type ReferralFacts,
  type ReferralIssue,
  type ReferralOptions,
} from './schema.ts';
export { counterReferralSlip, kitLegend } from './slip.ts';
export {
  referralReturnContract,
  slipFields,
  slipSchema,
  type ReferralLine,
  type ReferralOfCase,
  type Slip,
  isTooEarlyFor,
  refusalReasons,
} from './return-contract.ts';
export { readSlipCode, slipCode } from './slip-code.ts';
export {
  awaitsSlip,
  handoverLabels,
  kitDeliveryLabels,
  kitItems,
  nextStates,
  notAttendedLabels,
  referralStateLabels,
  type ReferralState,
} from './slip-codes.ts';
export { kitLimitsOn, urgencyTable, type KitLimits } from './kit-table.ts';
export { consentTable, followUpDays, followUpTable, guardianAge, type FollowUpRows } from './tables.ts';
export * from './custody.ts';
export { composeCustodyReceipt } from './custody-paper.ts';
export { checkLetter, letterLines, plainLineIssue } from './template/check.ts';
export { shippedLetter, shippedLetters } from './template/shipped.ts';
export { referralTemplateTable } from './template/table.ts';
export { letterId, type LetterTemplate, type LetterValue } from './template/value.ts';

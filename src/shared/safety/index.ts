/** The safety plan made with her, and the card that she carries. */
export { cardRows, isCardEmpty, knownWords, safetyCard, tellingFields } from './card.ts';
export * from './codes.ts';
export { rereadReason, rereadWords, safetyStanding, type SafetyStanding } from './reread.ts';
export { changedParts, wordChanges, type WordRun } from './compare.ts';
export { safetyContract } from './contract.ts';
export { tellsOf, type CardSecrets } from './telling.ts';
export {
  blankLines,
  mostPhones,
  safetyPlanFormSchema,
  usualLook,
  type CardLook,
  type SafetyPlanForm,
  type SafetyPlanVersion,
} from './schema.ts';

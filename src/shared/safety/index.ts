/** The safety plan made with her, and the card that she carries. */
export { cardRows, safetyCard, tellingFields } from './card.ts';
export {
  safetyPresentLabels,
  safetyReasons,
  safetyTopicHints,
  safetyTopicLabels,
  safetyTopics,
  type SafetyPresent,
  type SafetyTopic,
} from './codes.ts';
export { isTakenSince, topicOfFact } from './same-day.ts';
export { safetyContract } from './contract.ts';
export type { CardSecrets } from './telling.ts';
export { blankLines, mostPhones, safetyPlanFormSchema, type SafetyPlanForm, type SafetyPlanVersion } from './schema.ts';

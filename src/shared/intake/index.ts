/** The door of the intake domain: the case file, its two first sections, its condition. */
export * from './account-contract.ts';
export { admissionNow, shiftAt } from './admission.ts';
export * from './appraisal.ts';
export * from './carried.ts';
export * from './change-parts.ts';
export * from './codes.ts';
export * from './named-codes.ts';
export * from './condition.ts';
export type { ConditionDecision } from './condition-contract.ts';
export * from './condition-history.ts';
export * from './condition-rules.ts';
export * from './contract.ts';
export * from './contradictions.ts';
export * from './link-doubts.ts';
export * from './correction-contract.ts';
export * from './form-contract.ts';
export * from './form-version.ts';
export { frequentDetails } from './frequent-details.ts';
export * from './known-facts.ts';
export * from './labels.ts';
export * from './likely.ts';
export { homeVisitResults, noKitReasons, reintegrationPlans } from './later-codes.ts';
export * from './participants.ts';
export * from './persons-contract.ts';
export * from './mending.ts';
export * from './mending-contract.ts';
export { questionWords } from './question-words.ts';
export * from './rules.ts';
export * from './schema.ts';
export { blankSectionA, sectionA, type SectionAAnswers } from './section-a.ts';
export { blankSectionB, sectionB, sectionBSchemaFor, type SectionBAnswers, type SectionBContext } from './section-b.ts';
export { blankSectionC, sectionC, type SectionCAnswers } from './section-c.ts';
export { blankSectionD, sectionD } from './section-d.ts';
export {
  blankSectionE,
  planActions,
  plannedServices,
  planServices,
  sectionE,
  type PlanAction,
  type SectionEAnswers,
} from './section-e.ts';
export { blankSectionF, sectionF } from './section-f.ts';
export * from './section-work.ts';
export * from './sections.ts';

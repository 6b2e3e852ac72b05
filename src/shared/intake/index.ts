/** The door of the intake domain: the case file, its two first sections, its condition. */
export { admissionNow, shiftAt } from './admission.ts';
export * from './codes.ts';
export { columnOf } from './columns.ts';
export * from './condition.ts';
export * from './condition-rules.ts';
export * from './contract.ts';
export { countries } from './countries.ts';
export * from './form-version.ts';
export * from './labels.ts';
export { occupations } from './occupations.ts';
export { amazonPeoples, andeanPeoples, nativeLanguages } from './peoples.ts';
export { aggressorRiskFactors, protectiveBonds, userRiskFactors, userVulnerabilities } from './risk-factors.ts';
export * from './rules.ts';
export * from './schema.ts';
export { blankSectionA, sectionA, sectionAAnswersSchema, type SectionAAnswers } from './section-a.ts';
export {
  blankSectionB,
  sectionB,
  sectionBAnswersSchema,
  sectionBSchemaFor,
  type SectionBAnswers,
  type SectionBContext,
} from './section-b.ts';
export { economicActs, physicalActs, psychologicalActs, sexualActs } from './violence-acts.ts';

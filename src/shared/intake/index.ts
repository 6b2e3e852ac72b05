/** The door of the intake domain: the case file, its two first sections, its condition. */
export * from './account.ts';
export * from './account-contract.ts';
export { admissionNow } from './admission.ts';
export * from './codes.ts';
export * from './named-codes.ts';
export { columnOf } from './columns.ts';
export * from './condition.ts';
export * from './condition-rules.ts';
export * from './contract.ts';
export * from './form-version.ts';
export * from './labels.ts';
export * from './rules.ts';
export * from './schema.ts';
export { blankSectionA, sectionA, type SectionAAnswers } from './section-a.ts';
export { blankSectionB, sectionB, sectionBSchemaFor, type SectionBAnswers, type SectionBContext } from './section-b.ts';

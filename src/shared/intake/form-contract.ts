/** Sections C to F of the form, the changes of all sections, and earlier texts as suggestions. */
import { changeReasonSchema } from '../history/index.ts';
import { changing, noAudit, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { fieldIssueSchema } from '../platform/failures.ts';
import { ofCase } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';
import { appraisalSchema } from './appraisal.ts';
import { changedSchema, changeParts } from './change-parts.ts';
import { knownFactSchema } from './known-facts.ts';
import { sectionCAnswersSchema } from './section-c.ts';
import { sectionDAnswersSchema } from './section-d.ts';
import { sectionEAnswersSchema } from './section-e.ts';
import { sectionFAnswersSchema } from './section-f.ts';
import { workLineSchema } from './section-work.ts';
import { formSectionIds, plainSectionIds } from './sections.ts';

/** 0 while nothing was saved. */
const sectionVersionSchema = z.int().nonnegative();

/** Left out: the appraisal stays as it is (the only way for who may not write it). */
const withAppraisal = { appraisal: appraisalSchema.optional() };

export const plainFormSchema = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('c'), answers: sectionCAnswersSchema, ...withAppraisal }),
  z.strictObject({ section: z.literal('d'), answers: sectionDAnswersSchema, ...withAppraisal }),
  z.strictObject({ section: z.literal('e'), answers: sectionEAnswersSchema }),
  z.strictObject({ section: z.literal('f'), answers: sectionFAnswersSchema }),
]);
export type PlainForm = z.infer<typeof plainFormSchema>;

/** Told of a section after it was saved, beside its version. */
export const savedShape = { missing: z.array(z.string()), warnings: z.array(fieldIssueSchema), changed: changedSchema };

export const changeSetSchema = z.strictObject({
  id: z.uuid(),
  part: z.enum(changeParts),
  /** The first save of that part: its answers stand in the section, not here. */
  isFirst: z.boolean(),
  reason: changeReasonSchema.nullable(),
  changedBy: z.string(),
  changedAt: instantSchema,
  /** `field` is the path in the form: a question's name, `contact.phone`, `text`. */
  fields: listOf({ field: z.string(), before: z.unknown(), after: z.unknown() }),
});
export type ChangeSetView = z.infer<typeof changeSetSchema>;

const ofNoCase = noAudit('words written for three persons or more, of no case in particular');

export const formContract = {
  getFormSection: reading('registerForm.readB', 'case.readFormSection', {
    input: z.strictObject({ ...ofCase, section: z.enum(plainSectionIds) }),
    output: z.strictObject({
      version: sectionVersionSchema,
      form: plainFormSchema,
      /** Text another service handed over; null when there is none or the reader writes it himself. */
      handedOver: z.string().nullable(),
      /** Answers of other sections that the skip rules rest on. */
      context: z.record(z.string(), z.unknown()),
      facts: z.array(knownFactSchema),
      /** What was done in the case and says the same, or another thing: as far as the reader may read it. */
      work: z.array(workLineSchema),
      changed: changedSchema,
    }),
  }),
  /** A section can be saved at any point; a saved answer of a validated case is changed with a reason. */
  saveFormSection: changing('registerForm.writeB', 'case.formSectionSaved', {
    input: z.strictObject({
      ...ofCase,
      version: sectionVersionSchema,
      form: plainFormSchema,
      reason: changeReasonSchema.nullable().default(null),
    }),
    output: z.strictObject({ version: sectionVersionSchema, ...savedShape }),
  }),
  /**
   * Words that the centre often writes at an «Otro» of this section, by question: only those of at least three persons,
   * so that none is of one of them.
   */
  listFrequentDetails: reading('registerForm.readA', ofNoCase, {
    input: z.strictObject({ ...ofCase, section: z.enum(formSectionIds) }),
    output: z.strictObject({ details: z.record(z.string(), z.array(z.string())) }),
  }),
  /** What was changed in this case, newest first: at most 200 saves of the parts that the reader may read. */
  listFormChanges: reading('registerForm.readB', 'case.changesRead', {
    input: z.strictObject({ ...ofCase, section: z.enum(formSectionIds).nullable() }),
    output: z.strictObject({ sets: z.array(changeSetSchema), parts: z.array(z.enum(changeParts)) }),
  }),
} as const;

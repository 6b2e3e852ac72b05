/** The Plan de Atención Integral of a case: who does what by when, agreed with her, closed by the work. */
import { services } from '../access/index.ts';
import type { PlanAction } from '../intake/index.ts';
import { changing, readingCase } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { idSchema, staffIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { planActionCodes, proposalWhenLabels, stepStates } from './codes.ts';
import { evidencePages } from './evidence.ts';

export const planStepIdSchema = idSchema('PlanStepId');
const actionSchema = z.enum(planActionCodes as [PlanAction, ...PlanAction[]], { error: 'Elija la acción.' });

export const stepFormSchema = z
  .strictObject({
    action: actionSchema,
    /** What «Otra acción» is; null for the others. */
    words: cleanedText(120).nullable(),
    service: z.enum(services, { error: 'Elija el servicio.' }),
    /** Null: whoever of the service attends her. */
    staffId: staffIdSchema.nullable(),
    dueOn: civilDateSchema.nullable(),
  })
  .refine(({ action, words }) => (action === 'other') === (words !== null), {
    path: ['words'],
    error: 'Escriba qué acción es.',
  });
export type StepForm = z.infer<typeof stepFormSchema>;

const evidenceSchema = z.strictObject({ on: civilDateSchema, words: z.string(), page: z.enum(evidencePages) });

export const planStepSchema = z.strictObject({
  id: planStepIdSchema,
  action: actionSchema,
  label: z.string(),
  service: z.enum(services),
  staffId: staffIdSchema.nullable(),
  /** Its person, or the service. */
  who: z.string(),
  dueOn: civilDateSchema.nullable(),
  state: z.enum(stepStates),
  /** The fact of the record that closed it; null where it is open, or was marked by hand. */
  evidence: evidenceSchema.nullable(),
  doneOn: civilDateSchema.nullable(),
  /** Why it does not apply, or how it was done by hand; null: nothing was written. */
  note: z.string().nullable(),
  isByHand: z.boolean(),
  isAgreed: z.boolean(),
  version: versionSchema,
});
export type PlanStep = z.infer<typeof planStepSchema>;

const proposalSchema = z.strictObject({
  action: actionSchema,
  label: z.string(),
  service: z.enum(services),
  dueOn: civilDateSchema.nullable(),
  why: z.array(oneOf(proposalWhenLabels)),
  evidence: evidenceSchema.nullable(),
});

export const planContract = {
  getPlan: readingCase('plan.read', 'plan.read', {
    steps: z.array(planStepSchema),
    proposals: z.array(proposalSchema),
    /** Ticked in Section E and in no step: without who and by when. */
    typed: z.array(actionSchema),
    agreement: z
      .strictObject({ on: civilDateSchema, by: z.string(), refused: z.string().nullable(), at: instantSchema })
      .nullable(),
    /** Active people by service, to choose from. */
    staff: listOf({ id: staffIdSchema, name: z.string(), services: z.array(z.enum(services)) }),
    today: civilDateSchema,
    admittedOn: civilDateSchema,
    /** Whoever leads reads the plan of every case, and writes in that of hers. */
    mayWrite: z.boolean(),
  }),
  /** Puts an action into the plan, proposed or not; Section E is ticked with it. */
  putPlanStep: changing('plan.write', 'plan.stepPut', {
    input: z.strictObject({ ...ofCase, step: stepFormSchema }),
    output: z.strictObject({ stepId: planStepIdSchema }),
  }),
  /** All that is proposed, as it stands on the screen. */
  putPlanSteps: changing('plan.write', 'plan.stepPut', {
    input: z.strictObject({ ...ofCase, steps: z.array(stepFormSchema).min(1).max(40) }),
    output: z.strictObject({ steps: z.int().positive() }),
  }),
  /** An action that is proposed and does not apply, with its reason. */
  declinePlanAction: changing('plan.write', 'plan.actionDeclined', {
    input: z.strictObject({ ...ofCase, action: actionSchema, note: cleanedText(200) }),
    output: z.strictObject({ stepId: planStepIdSchema }),
  }),
  /** Who, by when, and what became of it: done by hand, not applying, or again in course. */
  changePlanStep: changing('plan.write', 'plan.stepChanged', {
    input: z
      .strictObject({
        ...{ ...ofCase, stepId: planStepIdSchema, version: versionSchema, staffId: staffIdSchema.nullable() },
        ...{ dueOn: civilDateSchema.nullable(), state: z.enum(stepStates), doneOn: civilDateSchema.nullable() },
        note: cleanedText(200).nullable(),
      })
      .refine(({ state, doneOn }) => (state === 'done') === (doneOn !== null), {
        path: ['doneOn'],
        error: 'Escriba cuándo se hizo.',
      })
      .refine(({ state, note }) => state !== 'notApplicable' || note !== null, {
        path: ['note'],
        error: 'Escriba por qué no corresponde.',
      }),
    output: z.strictObject({ version: versionSchema }),
  }),
  /** What stands in the plan was agreed with her; `refused`: what she did not want. */
  agreePlan: changing('plan.write', 'plan.agreed', {
    input: z.strictObject({ ...ofCase, on: civilDateSchema, refused: cleanedText(300).nullable() }),
    output: z.strictObject({ steps: z.int().positive() }),
  }),
} as const;

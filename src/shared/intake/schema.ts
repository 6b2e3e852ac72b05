/** The case file as it travels: both sections, the event, the overview. One schema for form, wire and service. */
import { aggressorPersonSchema, informantSchema, userPersonSchema } from '../people/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import { civilDateSchema, instantSchema, monthSchema, partialDateSchema, timeOfDaySchema } from '../platform/dates.ts';
import { caseIdSchema, personIdSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { sectionAAnswersSchema } from './section-a.ts';
import { sectionBAnswersSchema } from './section-b.ts';
import { formSectionIds } from './sections.ts';
import { appraisalSchema } from './appraisal.ts';

export const caseStateLabels = {
  draft: 'Por validar',
  validated: 'Validado',
  inAttention: 'En atención',
  inFollowUp: 'En seguimiento',
  closed: 'Cerrado',
  reopened: 'Reabierto',
} as const;
export type CaseState = keyof typeof caseStateLabels;

export const shiftLabels = { morning: 'Mañana', afternoon: 'Tarde', night: 'Noche' } as const;
export const shifts = codesOf(shiftLabels);

/** Official number of the ficha, apart from our own (D16). */
export const fichaNumberSchema = z.strictObject({
  numeric: z.int().min(1).max(99_999),
  alphabetic: z.string().trim().max(3).nullable(),
  year: z.int().min(2000).max(2199),
});

export type FichaNumber = z.infer<typeof fichaNumberSchema>;

/** Contingency number at the foot of a ficha filled by hand (`C-2026-0001`); small letters are fine. */
export const paperNumberSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^C-\d{4}-\d{4,6}$/, { error: 'Escriba el número como está al pie del papel: C-2026-0001.' });

export const admissionSchema = z.strictObject({
  admittedOn: civilDateSchema,
  admittedTime: timeOfDaySchema,
  shift: z.enum(shifts),
  fichaNumber: fichaNumberSchema.nullable(),
  /** Typed in from a form filled by hand; keeps the date and hour of the paper. */
  isFromPaper: z.boolean(),
  /** Number of the paper it was typed in from; null when it is not one of ours. Left out: as it was. */
  paperNumber: paperNumberSchema.nullable().optional(),
});

export const sectionAFormSchema = z.strictObject({
  admission: admissionSchema,
  user: userPersonSchema,
  aggressor: aggressorPersonSchema,
  informant: informantSchema.nullable(),
  answers: sectionAAnswersSchema,
});
export type SectionAForm = z.infer<typeof sectionAFormSchema>;

/** The event (hecho). Place of occurrence is A.1.3 of the form; here is what the account adds. */
export const incidentSchema = z.strictObject({
  occurredOn: partialDateSchema.nullable(),
  occurredTime: timeOfDaySchema.nullable(),
  /** Where exactly, in her words; null when not told. */
  place: cleanedText(200).nullable(),
});

export const accountSchema = cleanedText(200_000);

export const sectionBFormSchema = z.strictObject({
  incident: incidentSchema,
  /** MOTIVO_CONSULTA: written once, quoted elsewhere. Left out for who may not read it; then it stays as it is. */
  account: accountSchema.nullable().optional(),
  answers: sectionBAnswersSchema,
  /** Left out: it stays as it is (the only way for who may not write it). */
  appraisal: appraisalSchema.optional(),
});
export type SectionBForm = z.infer<typeof sectionBFormSchema>;

/** How the person of a new case stands to a person already in the record. */
export const personLinkSchema = z.discriminatedUnion('kind', [
  /** `different`: those of whom it was said that she is none of them. */
  z.strictObject({ kind: z.literal('new'), different: z.array(personIdSchema).max(50).optional() }),
  z.strictObject({ kind: z.literal('known'), personId: personIdSchema }),
  /** «Quizá sea la misma»: the first professional settles it before validating (D2). */
  z.strictObject({ kind: z.literal('maybe'), personId: personIdSchema }),
]);

/** The pages of a case: the sections of the paper first, in its order. */
export const sectionIds = [...formSectionIds, 'risk', 'documents', 'validate'] as const;
export type SectionId = (typeof sectionIds)[number];

export const sectionStateSchema = z.strictObject({
  id: z.enum(sectionIds),
  state: z.enum(['notStarted', 'inProgress', 'complete']),
  /** Required answers still missing. */
  missing: z.int(),
  canRead: z.boolean(),
  canWrite: z.boolean(),
});

export const riskLevels = [1, 2, 3] as const;

export const caseOverviewSchema = z.strictObject({
  caseId: caseIdSchema,
  number: z.string(),
  fichaNumber: fichaNumberSchema.nullable(),
  state: oneOf(caseStateLabels),
  /** Came in with an old list: history, read only. */
  isFromOldList: z.boolean(),
  version: versionSchema,
  admittedOn: civilDateSchema,
  /** Preferred name and first surname; the legal name stands on papers only. */
  userName: z.string(),
  userAge: z.int().nullable(),
  aggressorName: z.string(),
  /** NIVEL_DE_RIESGO_VICTIMA, null until valued. Never the level of the FVR. */
  riskLevel: z.literal(riskLevels).nullable(),
  isAddressReserved: z.boolean(),
  /** How she may be called, in a sentence; null for who may not read it. */
  contact: z.string().nullable(),
  /** «Ficha reservada»: only its members open it. */
  isSealed: z.boolean(),
  confirmedCondition: z.int().min(1).max(5).nullable(),
  reportingMonth: monthSchema.nullable(),
  /** Why the confirmed condition was opened again, in words; empty while it stands. */
  reopened: z.array(z.string()),
  /** Another person of the record that may be the same, to be settled before validating. */
  unsettled: listOf({
    role: z.enum(['user', 'aggressor']),
    personId: personIdSchema,
    name: z.string(),
    /** The reader sees nothing of the other person: others can say who she is. */
    needsReview: z.boolean(),
    /** Their roles; empty where the reader can. */
    reviewers: z.array(z.string()),
  }),
  /** Who opened this case and for which service it waits. */
  team: listOf({ name: z.string(), role: z.string() }),
  sections: z.array(sectionStateSchema),
  /** Words of the facts that demand an answer today and are open; empty for who does not value risk. */
  sameDay: z.array(z.string()),
});
export type CaseOverview = z.infer<typeof caseOverviewSchema>;

export const caseLineSchema = z.strictObject({
  ...caseOverviewSchema.pick({ caseId: true, number: true, userName: true, isSealed: true }).shape,
  ...caseOverviewSchema.pick({ admittedOn: true, state: true, riskLevel: true }).shape,
  updatedAt: instantSchema,
});
export type CaseLine = z.infer<typeof caseLineSchema>;

/** Facts of the condition that the record alone cannot know; null = not answered. */
export const conditionAnswersSchema = z.strictObject({
  /** A new event since the last ficha of this pair. */
  newEvent: z.boolean().nullable(),
  /** Same presumed aggressor as in the earlier ficha, where no record of a pair says it. */
  sameAggressor: z.boolean().nullable(),
  /** Sent by another CEM for the same event. */
  transferredSameEvent: z.boolean().nullable(),
  /** Services the case needs; null: those of the plan of Section E. */
  servicesNeeded: z.int().min(1).max(3).nullable(),
  /** Date of the last attention in another CEM, when known. */
  lastAttentionElsewhereOn: civilDateSchema.nullable(),
});
export type ConditionAnswers = z.infer<typeof conditionAnswersSchema>;

export const blankConditionAnswers: ConditionAnswers = {
  newEvent: null,
  sameAggressor: null,
  transferredSameEvent: null,
  servicesNeeded: null,
  lastAttentionElsewhereOn: null,
};

/** One draft a kind of referral: what is typed for one is not lost by starting another. */
const referralDraftForms = [
  ...([
    'referral-health',
    'referral-emergency-kit',
    'referral-mental-health',
    'referral-sis',
    'referral-police',
  ] as const),
  ...(['referral-forensic-examination', 'referral-psychological-examination', 'referral-single-interview'] as const),
  ...(['referral-shelter', 'referral-upe', 'referral-demuna', 'referral-accompaniment'] as const),
  ...(['referral-urgent-care', 'referral-public-defence', 'referral-aggressor-centre'] as const),
  ...(['referral-other-cem', 'referral-school', 'referral-social-programme'] as const),
] as const;

export const draftForms = [
  ...(['section-a', 'section-b', 'section-c', 'section-d', 'section-e', 'section-f'] as const),
  ...(['risk', 'location', 'filing', 'referral', 'supplement', 'custody', 'question', 'attention'] as const),
  ...(['safety-plan', 'event', 'hearing', 'novelty'] as const),
  // One draft for each kind of writ; `filing` is kind 3.
  ...(['filing-1', 'filing-2', 'filing-4', 'filing-5', 'filing-6', 'filing-7', 'filing-8', 'filing-9'] as const),
  ...(['filing-10', 'filing-11', 'filing-12', 'filing-13', 'filing-14', 'filing-15', 'filing-16'] as const),
  ...(['filing-17', 'filing-18', 'filing-19', 'filing-20'] as const),
  ...referralDraftForms,
] as const;

export const draftFormSchema = z.union([
  z.enum(draftForms),
  z.templateLiteral(['person-', z.uuid()]),
  z.templateLiteral(['filing-own-', z.uuid()]),
  // What is typed over an act or a hearing that is recorded already.
  z.templateLiteral(['event-', z.uuid()]),
  z.templateLiteral(['hearing-', z.uuid()]),
]);
export type DraftForm = z.infer<typeof draftFormSchema>;

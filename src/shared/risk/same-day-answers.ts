/**
 * What is answered to a fact that cannot wait (D14): something done closes it; «no se pudo» with a reason lets the
 * interview end and leaves it open. Nobody ends it silently.
 */
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import { idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, z } from '../platform/zod.ts';
import { sameDayFacts } from './same-day.ts';

/** Each closes the fact. */
export const sameDaySteps = ['measureAsked', 'policeTold', 'referral', 'safetyStep'] as const;
/** Each leaves it open. */
export const sameDayHindrances = ['couldNotAsk', 'couldNotDo'] as const;
/** The record no longer says it: it had been ticked by mistake. */
export const sameDayRetraction = 'notSo';

export const sameDayKinds = [...sameDaySteps, ...sameDayHindrances, sameDayRetraction] as const;
export type SameDayKind = (typeof sameDayKinds)[number];

export const sameDayKindLabels = {
  measureAsked: 'Se pidieron medidas de protección',
  policeTold: 'Se comunicó a la comisaría o a la fiscalía',
  referral: 'Se derivó',
  safetyStep: 'Se tomó una medida de seguridad',
  couldNotAsk: 'No se pudo preguntar',
  couldNotDo: 'No se pudo hacer',
  notSo: 'No era así: se corrigió en la ficha',
} as const satisfies Record<SameDayKind, string>;

const documentIdSchema = idSchema('DocumentId');

export const sameDayAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(sameDaySteps),
    words: cleanedText(300),
    who: cleanedText(120),
    on: civilDateSchema,
    time: timeOfDaySchema,
    /** The referral or writ of this case by which it was done. */
    documentId: documentIdSchema.nullable(),
  }),
  z.strictObject({ kind: z.enum([...sameDayHindrances, sameDayRetraction]), words: cleanedText(300) }),
]);
export type SameDayAnswer = z.infer<typeof sameDayAnswerSchema>;

export const sameDayViewSchema = z.strictObject({
  fact: z.enum(sameDayFacts),
  /** Null while the record says it and nothing was kept of it yet. */
  openedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** Oldest first; none: the end of an interview waits for it. */
  answers: listOf({
    kind: z.enum(sameDayKinds),
    words: z.string(),
    who: z.string().nullable(),
    on: civilDateSchema.nullable(),
    time: timeOfDaySchema.nullable(),
    /** Number of the paper by which it was done. */
    paper: z.string().nullable(),
    by: z.string(),
    at: instantSchema,
  }),
});
export type SameDayView = z.infer<typeof sameDayViewSchema>;

/** Whether the end of an interview waits for it. */
export function isUnanswered({ closedAt, answers }: Pick<SameDayView, 'closedAt' | 'answers'>): boolean {
  return closedAt === null && answers.length === 0;
}

export function isStep(kind: SameDayKind): kind is (typeof sameDaySteps)[number] {
  return sameDaySteps.some((step) => step === kind);
}

/** What becomes of a referral after it was issued: handed over, received, its slip, and a refusal with its reason. */
import { changing, noAudit, reading, readingAll, readingCase } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, spanOf, type CivilDate, type PartialDate } from '../platform/dates.ts';
import { caseIdSchema, documentIdSchema, idSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { serviceLabels, urgencies } from './codes.ts';
import { referralKinds, type ReferralKind } from './kinds/index.ts';
import {
  handoverLabels,
  handSetStates,
  kitDeliveryLabels,
  kitItemCodes,
  notAttendedLabels,
  referralStateLabels,
} from './slip-codes.ts';
import { Temporal } from 'temporal-polyfill';
import { noKitReasons } from '../intake/index.ts';

// Why a referral was not made (C6): the official list for the kit, and one of ours where the form has free text.

type RefusalReason = { readonly code: number; readonly label: string; readonly isOther?: true };

/** Ours, to confirm: the form asks these as free text (MOTIVO_NO_INSERCION_RED and the like). */
const ownReasons: readonly RefusalReason[] = [
  { code: 1, label: 'No lo desea por ahora' },
  { code: 2, label: 'Ya recibe esa atención' },
  { code: 3, label: 'Irá por su cuenta' },
  { code: 4, label: 'Otro servicio o institución ya la derivó' },
  { code: 5, label: 'Teme las consecuencias' },
  { code: 6, label: 'No puede por horario, distancia o costo' },
  { code: 7, label: 'Otro motivo', isOther: true },
];

const otherKitReason = 10;
const tooLate = 9;

/** MOTIVO_NO_DERIVA_EESS in the order of its codes for the kit. */
export function refusalReasons(kind: ReferralKind): readonly RefusalReason[] {
  if (kind !== 'emergency-kit') return ownReasons;
  return noKitReasons.map(({ code, label }) =>
    code === otherKitReason ? { code, label, isOther: true } : { code, label },
  );
}

/** «Ocurrió hace más de 6 meses» holds only when every day the event can have been is that far back. */
export function isTooEarlyFor(
  { kind, reason }: { readonly kind: ReferralKind; readonly reason: number },
  { event, today }: { readonly event: PartialDate | null; readonly today: CivilDate },
): boolean {
  if (kind !== 'emergency-kit' || reason !== tooLate) return false;
  if (event === null) return true;
  const limit = Temporal.PlainDate.from(today).subtract({ months: 6 });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(spanOf(event).last), limit) >= 0;
}

const referralIdSchema = idSchema('ReferralId');

/** `attended` is true in the slip, and one answer of several on the form. */
const wasAttended = { question: 'attended', is: [true, 'yes'] } as const;

export const slipFields = {
  on: {
    ...{ kind: 'date', label: 'Fecha de la atención', required: true, askedWhen: wasAttended },
    missing: 'Escriba la fecha de la atención.',
    column: 'attended_on',
  },
  time: { kind: 'time', label: 'Hora', askedWhen: wasAttended, column: 'attended_time' },
  /** Null where no kit was asked for or the slip does not say. */
  kit: {
    ...{ kind: 'choice', label: 'Kit de emergencia entregado', inline: true, askedWhen: wasAttended },
    options: optionsOf(kitDeliveryLabels),
  },
  nextOn: { kind: 'date', label: 'Próxima cita' },
  nextTime: { kind: 'time', label: 'Hora de la próxima cita' },
  nextPlace: { kind: 'text', label: 'Lugar de la próxima cita', max: 160 },
  recommendations: { kind: 'text', label: 'Recomendaciones para el centro', max: 600, lines: 3 },
  professional: { kind: 'text', label: 'Profesional que atendió', max: 120 },
  college: { kind: 'text', label: 'N.º de colegiatura', max: 60 },
} as const satisfies Fields;

/** The slip as it came back (referrals §4). */
export const slipSchema = valuesSchema(slipFields)
  .safeExtend({
    attended: z.boolean({ error: 'Elija si fue atendida.' }),
    notAttendedReason: oneOf(notAttendedLabels).nullable(),
    services: z.array(oneOf(serviceLabels)).max(20),
    kitItems: z.array(z.enum(kitItemCodes)).max(20),
    /** Fields of the result of the kind (certificate, ficha of the other centre), by their name. */
    result: z.record(z.string().max(40), cleanedText(1000).nullable()),
  })
  .superRefine((slip, context) => {
    const refuse = (holds: boolean, path: string, message: string) => {
      if (holds) context.addIssue({ code: 'custom', path: [path], message });
    };
    const { attended, notAttendedReason: reason, on, kit } = slip;
    refuse(!attended && reason === null, 'notAttendedReason', 'Elija por qué no fue atendida.');
    refuse(attended && reason !== null, 'notAttendedReason', 'Fue atendida: no va un motivo.');
    refuse(!attended && on !== null, 'on', 'No fue atendida: no va una fecha.');
    const isKitGiven = kit === 'yes' || kit === 'partial';
    refuse(!isKitGiven && slip.kitItems.length > 0, 'kitItems', 'Marque lo entregado solo si se entregó el kit.');
  });
export type Slip = z.infer<typeof slipSchema>;

const referralLineSchema = z.strictObject({
  id: referralIdSchema,
  version: versionSchema,
  documentId: documentIdSchema,
  kind: z.enum(referralKinds),
  /** «Derivación · 2026-000012». */
  number: z.string(),
  /** Null on referrals issued before there were codes. */
  code: z.string().nullable(),
  receiver: z.string(),
  urgency: z.enum(urgencies),
  state: oneOf(referralStateLabels),
  handedHow: oneOf(handoverLabels).nullable(),
  issuedAt: instantSchema,
  /** Day on which a slip is asked for; null when none is waited for. */
  dueOn: civilDateSchema.nullable(),
  isOverdue: z.boolean(),
  asksKit: z.boolean(),
  slip: slipSchema.nullable(),
});
export type ReferralLine = z.infer<typeof referralLineSchema>;

const refusalSchema = z
  .strictObject({
    kind: z.enum(referralKinds),
    reason: z.int({ error: 'Elija un motivo.' }).min(1).max(10),
    words: cleanedText(300).nullable(),
  })
  .superRefine(({ kind, reason, words }, context) => {
    const chosen = refusalReasons(kind).find(({ code }) => code === reason);
    if (chosen === undefined) context.addIssue({ code: 'custom', path: ['reason'], message: 'Elija un motivo.' });
    if (chosen?.isOther === true && words === null)
      context.addIssue({ code: 'custom', path: ['words'], message: 'Escriba el motivo.' });
  });

const lineOfCase = z.strictObject({
  caseId: caseIdSchema,
  caseNumber: z.string(),
  userName: z.string(),
  referral: referralLineSchema,
});
export type ReferralOfCase = z.infer<typeof lineOfCase>;

const target = { caseId: caseIdSchema, referralId: referralIdSchema, version: versionSchema };

export const referralReturnContract = {
  listReferrals: readingCase('referral.record', 'referral.listed', {
    referrals: z.array(referralLineSchema),
    refusals: listOf({
      kind: z.enum(referralKinds),
      reason: z.string(),
      words: z.string().nullable(),
      recordedBy: z.string(),
      recordedAt: instantSchema,
    }),
  }),
  /** Slips that should have come, of every case the reader may open; the longest overdue first. */
  listWaitingReferrals: readingAll('referral.record', 'referral.waitingListed', { waiting: z.array(lineOfCase) }),
  /** Slips that should have come and consents to look at again, of every case the reader may open. */
  countWaitingReferrals: readingAll('referral.record', noAudit('two numbers, asked again with every screen'), {
    overdue: z.int(),
    toReview: z.int(),
  }),
  /** Tells the team of each, once: called when the centre is opened and when its day changes. */
  remindReferrals: changing('referral.record', 'referral.reminded', { output: z.strictObject({ raised: z.int() }) }),
  /** By the short code of the slip; a case out of reach reads as a code that does not exist. */
  findReferral: reading('referral.record', 'referral.found', {
    input: z.strictObject({ code: z.string().max(20) }),
    output: lineOfCase,
  }),
  moveReferral: changing('referral.record', 'referral.moved', {
    input: z.strictObject({
      ...target,
      to: z.enum(handSetStates),
      /** How it was handed over; null for the other states. */
      how: oneOf(handoverLabels).nullable(),
    }),
    output: z.strictObject({ referral: referralLineSchema }),
    whileClosed: 'always',
  }),
  recordSlip: changing('referral.record', 'referral.slipRecorded', {
    input: z.strictObject({ ...target, slip: slipSchema }),
    output: z.strictObject({ referral: referralLineSchema }),
    whileClosed: 'always',
  }),
  /** C6: a refusal is a result; nothing else waits for it. */
  recordRefusal: changing('referral.record', 'referral.refused', {
    input: z.strictObject({ caseId: caseIdSchema, refusal: refusalSchema }),
  }),
} as const;

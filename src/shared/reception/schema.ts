/** What is written of an arrival, as the form, the wire and the service read it. */
import { services } from '../access/index.ts';
import { officeIdSchema } from '../directory/index.ts';
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import {
  arrivalIdSchema,
  caseIdSchema,
  idSchema,
  personIdSchema,
  staffIdSchema,
  versionSchema,
} from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import {
  outcomeLabels,
  callAnswerLabels,
  channels,
  relationLabels,
  languages,
  matters,
  presences,
  purposes,
  urgencySigns,
  visitStateLabels,
  waitStateLabels,
} from './codes.ts';

export const visitIdSchema = idSchema('VisitId');
export const inquiryIdSchema = idSchema('InquiryId');
export const institutionCallIdSchema = idSchema('InstitutionCallId');

const oneLine = (max: number) => cleanedText(max).transform((text) => text.replace(/\s+/g, ' '));

/** Null means not asked, or not said. */
export const arrivalFactsSchema = z
  .strictObject({
    channel: z.enum(channels),
    purpose: z.enum(purposes).nullable(),
    /** The person of the record she is or may be; null for somebody new or unknown. */
    personId: personIdSchema.nullable(),
    isMaybe: z.boolean(),
    /** As she says it; null when a person of the record is known. */
    saidName: oneLine(120).nullable(),
    documentNumber: oneLine(40).nullable(),
    /** Who comes with her, in words. */
    companion: oneLine(120).nullable(),
    /** Children present. */
    children: z
      .int({ error: 'Escriba un número.' })
      .min(0)
      .max(30, { error: 'Escriba un número de 0 a 30.' })
      .nullable(),
    /** Who looks after them while she is attended. */
    childrenWith: oneLine(120).nullable(),
    language: z.enum(languages).nullable(),
    needsInterpreter: z.boolean().nullable(),
    signs: z.array(z.enum(urgencySigns)).max(urgencySigns.length),
    /** Service she waits for; null: the desk decides later. */
    service: z.enum(services).nullable(),
    /** Registered from a paper: then day and hour are the real ones. */
    isFromPaper: z.boolean(),
    arrivedOn: civilDateSchema.nullable(),
    arrivedTime: timeOfDaySchema.nullable(),
  })
  .refine((facts) => !facts.isFromPaper || facts.arrivedOn !== null, {
    error: 'Escriba el día del papel.',
    path: ['arrivedOn'],
  })
  .refine((facts) => !facts.isFromPaper || facts.arrivedTime !== null, {
    error: 'Escriba la hora del papel.',
    path: ['arrivedTime'],
  })
  .refine((facts) => facts.childrenWith === null || (facts.children ?? 0) > 0, {
    error: 'Escriba cuántas niñas y niños vienen, o borre quién los cuida.',
    path: ['children'],
  });
export type ArrivalFacts = z.infer<typeof arrivalFactsSchema>;

export function blankArrivalFacts(): ArrivalFacts {
  return {
    channel: 'inPerson',
    purpose: null,
    personId: null,
    isMaybe: false,
    saidName: null,
    documentNumber: null,
    companion: null,
    children: null,
    childrenWith: null,
    language: null,
    needsInterpreter: null,
    signs: [],
    service: null,
    isFromPaper: false,
    arrivedOn: null,
    arrivedTime: null,
  };
}

const endShape = {
  outcome: oneOf(outcomeLabels),
  /** Subject of an orientation; null for every other end. */
  matter: z.enum(matters).nullable().default(null),
  /** Where she was sent without a ficha; null for every other end. */
  referredTo: oneLine(120).nullable().default(null),
};

type End = { readonly outcome: string; readonly matter: string | null; readonly referredTo: string | null };

function endIssues(end: End): { path: string[]; message: string }[] {
  const issues: { path: string[]; message: string }[] = [];
  if (end.outcome === 'orientation' && end.matter === null)
    issues.push({ path: ['matter'], message: 'Elija la materia de la orientación.' });
  if (end.outcome !== 'orientation' && end.matter !== null)
    issues.push({ path: ['matter'], message: 'La materia corresponde solo a una orientación.' });
  if (end.outcome === 'referral' && end.referredTo === null)
    issues.push({ path: ['referredTo'], message: 'Escriba a dónde se derivó.' });
  if (end.outcome !== 'referral' && end.referredTo !== null)
    issues.push({ path: ['referredTo'], message: 'El destino corresponde solo a una derivación sin ficha.' });
  return issues;
}

/** One end, with what it needs and nothing that belongs to another. */
export const arrivalEndSchema = z
  .strictObject({
    arrivalId: arrivalIdSchema,
    /** Of the arrival as it was read; null only for a door that nobody registered. */
    version: versionSchema.nullable().default(null),
    ...endShape,
  })
  .superRefine((end, context) => {
    for (const issue of endIssues(end)) context.addIssue({ code: 'custom', ...issue });
  });

/** A line of «Orden de llegada». What the reader does not need is null. */
export const arrivalLineSchema = z.strictObject({
  arrivalId: arrivalIdSchema,
  version: versionSchema,
  /** `A-07`. */
  label: z.string(),
  number: z.int(),
  channel: z.enum(channels),
  purpose: z.enum(purposes).nullable(),
  /**
   * Masked: first given name and first surname, or the name as said; «Requiere revisión» for a person closed to this
   * reader, null when it is not for this reader.
   */
  name: z.string().nullable(),
  /** Whether this reader may open the facts, hand her over and close the arrival; a name may be lacking all the same. */
  mayRead: z.boolean(),
  companion: z.string().nullable(),
  children: z.int().nullable(),
  childrenWith: z.string().nullable(),
  language: z.enum(languages).nullable(),
  needsInterpreter: z.boolean().nullable(),
  /** Empty when they are not for this reader: `isUrgent` is all that others need. */
  signs: z.array(z.enum(urgencySigns)),
  isUrgent: z.boolean(),
  arrivedAt: instantSchema,
  service: z.enum(services).nullable(),
  staffName: z.string().nullable(),
  state: oneOf(waitStateLabels),
  /** When the present wait began: the arrival, or the last hand-over. */
  sinceAt: instantSchema,
  calledAt: instantSchema.nullable(),
  attendedAt: instantSchema.nullable(),
  hasCase: z.boolean(),
  /** Another ficha of hers is open: which, to a reader who may open it; `review` to one who is only told to ask. */
  openFicha: z.union([z.strictObject({ caseId: caseIdSchema, number: z.string() }), z.literal('review')]).nullable(),
  /** The desk reads `holdWords`; nobody reads why here. */
  mustCall: z.boolean(),
});
export type ArrivalLine = z.infer<typeof arrivalLineSchema>;

export const visitLineSchema = z.strictObject({
  visitId: visitIdSchema,
  version: versionSchema,
  day: civilDateSchema,
  time: timeOfDaySchema,
  name: z.string().nullable(),
  service: z.enum(services).nullable(),
  staffName: z.string().nullable(),
  note: z.string().nullable(),
  state: oneOf(visitStateLabels),
});
export type VisitLine = z.infer<typeof visitLineSchema>;

export const bookingSchema = z
  .strictObject({
    caseId: caseIdSchema.nullable(),
    /** When there is no ficha yet. */
    saidName: oneLine(120).nullable(),
    day: civilDateSchema,
    time: timeOfDaySchema,
    service: z.enum(services).nullable(),
    staffId: staffIdSchema.nullable(),
    note: oneLine(200).nullable(),
    /** The desk reads `holdWords` when she arrives. */
    mustCall: z.boolean(),
  })
  .refine((booking) => (booking.caseId === null) !== (booking.saidName === null), {
    error: 'Elija una ficha o escriba un nombre, no ambos.',
    path: ['saidName'],
  });
export type Booking = z.infer<typeof bookingSchema>;

export const staffLineSchema = z.strictObject({
  staffId: staffIdSchema,
  name: z.string(),
  services: z.array(z.enum(services)),
  /** Null: nobody said anything today. */
  state: z.enum([...presences, 'attending']).nullable(),
  sinceAt: instantSchema.nullable(),
});
export type StaffLine = z.infer<typeof staffLineSchema>;

export const inquirySchema = z.strictObject({
  channel: z.enum(channels),
  askedName: oneLine(120),
  relation: oneOf(relationLabels).nullable(),
  /** Who asks, as said. */
  askerName: oneLine(120).nullable(),
  /** What he or she looks or sounds like. */
  description: cleanedText(500).nullable(),
  /** What is left for Coordinación. */
  message: cleanedText(500).nullable(),
});
export type Inquiry = z.infer<typeof inquirySchema>;

export const institutionCallSchema = z.strictObject({
  caller: oneLine(120),
  office: oneLine(120),
  question: cleanedText(500),
  officeId: officeIdSchema.nullable(),
});
export type InstitutionCall = z.infer<typeof institutionCallSchema>;

export const institutionCallLineSchema = institutionCallSchema.extend({
  /** Whose affair is asked for, in free words: null for whoever neither took the call nor stands at the desk. */
  question: institutionCallSchema.shape.question.nullable(),
  callId: institutionCallIdSchema,
  version: versionSchema,
  receivedAt: instantSchema,
  takenBy: z.string(),
  officeName: z.string().nullable(),
  /** The verified number of the directory, never the one the caller gave. */
  phone: z.string().nullable(),
  calledBackAt: instantSchema.nullable(),
  answer: oneOf(callAnswerLabels).nullable(),
});
export type InstitutionCallLine = z.infer<typeof institutionCallLineSchema>;

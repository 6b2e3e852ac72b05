/** What is written of an arrival, as the form, the wire and the service read it. */
import { serviceLabels, services } from '../access/index.ts';
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import { arrivalIdSchema, caseIdSchema, idSchema, staffIdSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { blankForm, optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import {
  outcomeLabels,
  callAnswerLabels,
  channelLabels,
  languageLabels,
  purposeLabels,
  relationLabels,
  channels,
  languages,
  matters,
  presences,
  purposes,
  urgencySigns,
  visitPlaceLabels,
  visitStateLabels,
  waitStateLabels,
} from './codes.ts';

export const visitIdSchema = idSchema('VisitId');
export const inquiryIdSchema = idSchema('InquiryId');
export const institutionCallIdSchema = idSchema('InstitutionCallId');

const oneLine = (max: number) => cleanedText(max).transform((text) => text.replace(/\s+/g, ' '));

export const whoFields = {
  /** The person of the record she is or may be; null for somebody new or unknown. */
  personId: { kind: 'id', brand: 'PersonId', label: 'Quién llega' },
  isMaybe: { kind: 'tick', label: 'Puede ser otra persona' },
  /** Null when a person of the record is known. */
  saidName: {
    ...{ kind: 'text', label: 'Nombre, como lo dice', max: 120, isLine: true, of: 'code' },
    hint: 'Puede quedar vacío.',
  },
  documentNumber: {
    ...{ kind: 'text', label: 'Número de documento', max: 40, isLine: true, of: 'code' },
    hint: 'Si lo lleva o lo recuerda.',
  },
} as const satisfies Fields;

export const waitFields = {
  purpose: { kind: 'choice', label: 'Motivo', options: optionsOf(purposeLabels), optional: false },
  /** Service she waits for; null: the desk decides later. */
  service: {
    ...{ kind: 'choice', label: 'Espera a', options: optionsOf(serviceLabels), optional: false },
    hint: 'Si aún no se sabe, queda en Admisión.',
  },
  channel: { kind: 'choice', label: 'Cómo llega', options: optionsOf(channelLabels), required: true },
} as const satisfies Fields;

const withChildren = { question: 'children', atLeast: 1 } as const;
export const companyFields = {
  /** Who comes with her, in words. */
  companion: { kind: 'text', label: 'Acompañante', max: 120, isLine: true },
  children: { kind: 'number', label: 'Niñas y niños presentes', min: 0, max: 30 },
  childrenWith: { kind: 'text', label: 'Quién los cuida', max: 120, isLine: true, askedWhen: withChildren },
  language: { kind: 'choice', label: 'Lengua en que habla', options: optionsOf(languageLabels), optional: false },
  needsInterpreter: {
    ...{ kind: 'tick', label: '¿Necesita intérprete?', isQuestion: true, mayLack: true, optional: false },
  },
} as const satisfies Fields;

const fromPaper = { question: 'isFromPaper', is: [true] } as const;
/** Registered from a paper: then day and hour are the real ones. */
export const paperFields = {
  isFromPaper: { kind: 'tick', label: '¿Se anotó antes en papel?', isQuestion: true },
  arrivedOn: {
    ...{ kind: 'date', label: 'Día en que llegó', required: true, askedWhen: fromPaper },
    missing: 'Escriba el día del papel.',
  },
  arrivedTime: {
    ...{ kind: 'time', label: 'Hora en que llegó', required: true, askedWhen: fromPaper },
    missing: 'Escriba la hora del papel.',
  },
} as const satisfies Fields;

const arrivalFields = { ...whoFields, ...waitFields, ...companyFields, ...paperFields };
const { service: _wait, arrivedOn: _on, arrivedTime: _time, ...ofEntry } = arrivalFields;
/** What stands in the row of the entry itself. */
export const entryFields = ofEntry;

/** Null means not asked, or not said. */
export const arrivalFactsSchema = valuesSchema(arrivalFields)
  .safeExtend({ signs: z.array(z.enum(urgencySigns)).max(urgencySigns.length) })
  .refine((facts) => facts.childrenWith === null || (facts.children ?? 0) > 0, {
    error: 'Escriba cuántas niñas y niños vienen, o borre quién los cuida.',
    path: ['children'],
  });
export type ArrivalFacts = z.infer<typeof arrivalFactsSchema>;

export const blankArrivalFacts = (): ArrivalFacts =>
  blankForm<ArrivalFacts>(arrivalFields, { channel: 'inPerson', signs: [] });

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
  /** A ficha: she can be called. */
  hasCase: z.boolean(),
  /** The second of two professionals. */
  withName: z.string().nullable(),
  place: oneOf(visitPlaceLabels).nullable(),
  /** Of the reader, of whoever the reader stands in for, or of the own service. */
  isMine: z.boolean(),
  note: z.string().nullable(),
  state: oneOf(visitStateLabels),
});
export type VisitLine = z.infer<typeof visitLineSchema>;

export const bookingFields = {
  caseId: { kind: 'id', brand: 'CaseId', label: 'Ficha' },
  /** When there is no ficha yet. */
  saidName: { kind: 'text', label: 'Nombre, si no tiene ficha', max: 120, isLine: true },
  day: { kind: 'date', label: 'Fecha', required: true },
  time: { kind: 'time', label: 'Hora', required: true },
  service: { kind: 'choice', label: 'Servicio', options: optionsOf(serviceLabels) },
  staffId: { kind: 'id', brand: 'StaffId', label: 'Profesional' },
  note: {
    ...{ kind: 'text', label: 'Nota', max: 200, isLine: true },
    hint: 'La ve la recepción: sin motivo ni detalles del caso.',
  },
  /** The desk reads `holdWords` when she arrives. */
  mustCall: { kind: 'tick', label: '¿Llamar a Coordinación cuando llegue?', isQuestion: true },
} as const satisfies Fields;
/** Two professionals in one act, so that she tells it once; or a visit to her home, with the way there. */
export const jointFields = {
  withStaffId: {
    ...{ kind: 'id', brand: 'StaffId', label: 'Junto con' },
    hint: 'Entrevista conjunta: una sola cita, ella cuenta una vez.',
  },
  place: { kind: 'choice', label: 'Dónde', options: optionsOf(visitPlaceLabels), inline: true },
  travelMinutes: {
    ...{ kind: 'number', label: 'Minutos de viaje', min: 0, max: 600, askedWhen: { question: 'place', is: ['home'] } },
  },
} as const satisfies Fields;
const { shape: joint } = valuesSchema(jointFields);

export const bookingSchema = valuesSchema(bookingFields)
  .safeExtend({
    withStaffId: joint.withStaffId.default(null),
    place: joint.place.default(null),
    travelMinutes: joint.travelMinutes.default(null),
  })
  .refine((booking) => (booking.caseId === null) !== (booking.saidName === null), {
    error: 'Elija una ficha o escriba un nombre, no ambos.',
    path: ['saidName'],
  })
  .refine(({ staffId, withStaffId }) => withStaffId === null || (staffId !== null && staffId !== withStaffId), {
    error: 'Elija a dos personas distintas.',
    path: ['withStaffId'],
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

export const inquiryFields = {
  askedName: { kind: 'text', label: 'Por quién pregunta', max: 120, isLine: true, of: 'code', required: true },
  /** Who asks, as said. */
  askerName: { kind: 'text', label: 'Quién pregunta, según dice', max: 120, isLine: true, of: 'code' },
  channel: { kind: 'choice', label: 'Cómo pregunta', options: optionsOf(channelLabels), required: true },
  relation: { kind: 'choice', label: 'Qué relación dice tener', options: optionsOf(relationLabels) },
  description: {
    ...{ kind: 'text', label: 'Descripción', max: 500, lines: 2 },
    hint: 'Cómo es o cómo suena, ropa, vehículo, con quién viene.',
  },
  message: { kind: 'text', label: 'Lo que deja para Coordinación', max: 500, lines: 2 },
} as const satisfies Fields;
export const inquirySchema = valuesSchema(inquiryFields);
export type Inquiry = z.infer<typeof inquirySchema>;

export const institutionCallFields = {
  caller: { kind: 'text', label: 'Quién llama', max: 120, isLine: true, required: true },
  office: { kind: 'text', label: 'De qué oficina dice llamar', max: 120, isLine: true, required: true },
  officeId: { kind: 'id', brand: 'OfficeId', label: 'Institución del directorio' },
  question: { kind: 'text', label: 'Qué pregunta', max: 500, lines: 2, required: true },
} as const satisfies Fields;
export const institutionCallSchema = valuesSchema(institutionCallFields);

export const institutionCallLineSchema = z.strictObject({
  ...institutionCallSchema.shape,
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

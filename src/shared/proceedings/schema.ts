/** What is written of a proceeding: one schema for form, wire and service. */
import { civilDateSchema, timeOfDaySchema } from '../platform/dates.ts';
import { idSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { favoursLabels, instanceLabels, measureKinds, notificationFormLabels } from './codes.ts';
import { eventKindRules, eventKinds, type EventKind } from './event-kinds.ts';

export const eventIdSchema = idSchema('ProceedingEventId');
export const deadlineIdSchema = idSchema('DeadlineId');

const districtSchema = z
  .string()
  .regex(/^\d{6}$/, { error: 'Elija un distrito de la lista.' })
  .nullable();

export const momentSchema = z.strictObject({ on: civilDateSchema, time: timeOfDaySchema.nullable() });

export const notificationSchema = z
  .strictObject({
    form: oneOf(notificationFormLabels, { error: 'Elija cómo se notificó.' }),
    /** When it came in. */
    entry: momentSchema,
    /** When it takes effect, written by hand; null to follow the rule of its form. */
    effectOn: civilDateSchema.nullable(),
  })
  .refine(({ entry, effectOn }) => effectOn === null || effectOn >= entry.on, {
    path: ['effectOn'],
    error: 'La fecha de efecto no puede ser anterior a la de ingreso.',
  });

export const measureOutcomes = ['granted', 'partlyGranted', 'denied'] as const;
export const measureOutcomeSchema = z.enum(measureOutcomes, { error: 'Elija qué se decidió.' });

export const eventMeasureSchema = z.strictObject({
  kind: z.enum(measureKinds),
  /** Only where measures are decided. */
  outcome: measureOutcomeSchema.nullable(),
  /** Distance, amount, text of «otra medida». */
  detail: cleanedText(300).nullable(),
});

export const eventFormShape = {
  kind: z.enum(eventKinds, { error: 'Elija qué pasó.' }),
  /** Name of an act of the kind «Otro acto» that the table of terms knows; null for every other. */
  act: cleanedText(80).nullable(),
  at: momentSchema,
  /** Row of the directory of authorities; null when the office is only named. */
  authorityId: z.uuid().nullable(),
  /** Office as it is called. */
  office: cleanedText(160).nullable(),
  district: districtSchema,
  /** Number of the court file, the prosecutor's file or the police report. */
  fileNumber: cleanedText(60).nullable(),
  /** The document that says so: «Resolución 1 del 12/06/2026». */
  document: cleanedText(160).nullable(),
  /** Who told the centre, when no document does. */
  source: cleanedText(160).nullable(),
  notification: notificationSchema.nullable(),
  measures: z.array(eventMeasureSchema).max(measureKinds.length),
  /** Last day of the term that the act itself fixes; null where it fixes none or nobody wrote it down yet. */
  fixedOn: civilDateSchema.nullable(),
  /** Of a judgment; null of any other act, and while nobody said it. */
  favours: oneOf(favoursLabels).nullable(),
  instance: oneOf(instanceLabels).nullable(),
  /** What happened, for the whole team. */
  words: cleanedText(1000).nullable(),
  /** For the legal service alone. */
  note: cleanedText(2000).nullable(),
};

export const eventFormSchema = z
  .strictObject(eventFormShape)
  .refine(({ notification, at }) => notification === null || notification.entry.on >= at.on, {
    path: ['notification', 'entry', 'on'],
    error: 'La notificación no puede ser anterior al acto.',
  })
  .refine(({ kind, measures }) => eventKindRules[kind].step !== 'decided' || measures.every(decided), {
    path: ['measures'],
    error: 'Elija qué se decidió de cada medida.',
  })
  .refine(({ kind, measures }) => !needsMeasures(kind) || measures.length > 0, {
    path: ['measures'],
    error: 'Marque al menos una medida.',
  })
  .refine(({ kind, notification }) => eventKindRules[kind].isNotified || notification === null, {
    path: ['notification'],
    error: 'Este acto no se notifica.',
  })
  .refine(({ kind, fixedOn }) => fixedOn === null || eventKindRules[kind].fixesDate, {
    path: ['fixedOn'],
    error: 'Este acto no fija un plazo.',
  })
  .refine(({ kind, favours, instance }) => eventKindRules[kind].isJudgment || (favours ?? instance) === null, {
    path: ['favours'],
    error: 'Este acto no es una sentencia.',
  })
  .refine(({ kind, act }) => act === null || kind === 'other', {
    path: ['act'],
    error: 'Solo «Otro acto» lleva un nombre propio.',
  })
  .refine(({ fixedOn, at }) => fixedOn === null || fixedOn >= at.on, {
    path: ['fixedOn'],
    error: 'El plazo fijado no puede vencer antes del acto.',
  })
  .refine(({ kind, document }) => kind !== 'reportRequested' || document !== null, {
    path: ['document'],
    // The report that answers it names it: without it nobody can tell which of several was answered.
    error: 'Escriba el documento con que piden el informe.',
  });
export type EventForm = z.infer<typeof eventFormSchema>;

function decided({ outcome }: z.infer<typeof eventMeasureSchema>): boolean {
  return outcome !== null;
}

/** A breach may be told before anybody knows which measure it was. */
function needsMeasures(kind: EventKind): boolean {
  const { step } = eventKindRules[kind];
  return step !== null && step !== 'breached';
}

export const eventChangeReasonLabels = {
  mistyped: 'Error al escribir',
  otherDate: 'Fue en otra fecha u hora',
  addedDetail: 'Se agrega un dato',
  notHappened: 'No ocurrió o es de otro caso',
  other: 'Otro motivo',
} as const;

/** What any professional on duty tells without reading the legal file. */
export const noveltyFormSchema = z.strictObject({
  kind: z.enum(['newFact', 'breach'], { error: 'Elija qué pasó.' }),
  at: momentSchema,
  words: cleanedText(1000),
  /** Who told it: «la persona usuaria por teléfono». */
  source: cleanedText(160).nullable(),
});
export type NoveltyForm = z.infer<typeof noveltyFormSchema>;

/** A term that was met, with what proves it: all that a closed ficha takes. */
export const metFields = {
  on: { kind: 'date', label: 'Fecha', required: true },
  /** Issued paper that proves it; null when a note does. */
  documentId: {
    kind: 'id',
    brand: 'DocumentId',
    label: 'Documento emitido que lo comprueba',
    hint: 'Si lo elige, no hace falta escribir más.',
  },
  proof: {
    ...{ kind: 'text', label: 'Con qué se comprueba', max: 300, lines: 2, optional: false },
    hint: 'Cargo, resolución, informe: número y fecha. Queda con su nombre.',
  },
} as const satisfies Fields;
export const settleFields = {
  state: {
    ...{ kind: 'choice', label: 'Cómo queda', inline: true, required: true, missing: 'Elija cómo queda.' },
    options: optionsOf({ done: 'Cumplido', notApplicable: 'No corresponde' }),
  },
  ...metFields,
} as const satisfies Fields;
type Proved = { readonly documentId: unknown; readonly proof: unknown };
const isProved = ({ documentId, proof }: Proved) => documentId !== null || proof !== null;
const unproved = { path: ['proof'], error: 'Escriba o elija con qué se comprueba.' };
export const metFormSchema = valuesSchema(metFields).refine(isProved, unproved);
export const settleFormSchema = valuesSchema(settleFields).refine(isProved, unproved);

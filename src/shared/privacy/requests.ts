/** Requests of a person about the data that the centre keeps: access, rectification, cancellation, opposition. */
import { instantSchema } from '../platform/dates.ts';
import { idSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { basisLabels } from './basis-table.ts';

export const dataRequestIdSchema = idSchema('DataRequestId');

export const rightLabels = {
  access: 'Acceso: ver o llevarse lo que hay de ella',
  rectification: 'Rectificación: corregir un dato',
  cancellation: 'Cancelación: que se borre un dato',
  opposition: 'Oposición: que no se use un dato',
} as const;
export type DataRight = keyof typeof rightLabels;

export const rightWords = {
  access: 'Acceso',
  rectification: 'Rectificación',
  cancellation: 'Cancelación',
  opposition: 'Oposición',
} as const satisfies Record<DataRight, string>;

export const askerLabels = {
  herself: 'La persona usuaria',
  representative: 'Quien la representa',
  accused: 'La presunta persona agresora, sobre «sus» datos',
  third: 'Otra persona',
} as const;
export type Asker = keyof typeof askerLabels;

export const identityLabels = {
  document: 'Con su documento a la vista',
  known: 'La conoce quien la atiende',
  other: 'De otra forma',
  not: 'No se pudo verificar',
} as const;

const { herself, representative, accused, third } = askerLabels;
const right = {
  kind: 'choice',
  label: 'Qué pide',
  options: optionsOf(rightLabels),
  required: true,
  column: 'data_right',
  missing: 'Elija qué pide.',
} as const;
const on = { kind: 'date', label: 'Día en que lo pidió', required: true, column: 'asked_on' } as const;

export const identityFields = {
  identity: {
    ...{ kind: 'choice', label: 'Cómo se verificó quién es', options: optionsOf(identityLabels), required: true },
    missing: 'Elija cómo se verificó.',
  },
  identityWords: {
    ...{ kind: 'text', label: 'Con qué, o por qué no se pudo', max: 200, required: true },
    askedWhen: { question: 'identity', is: ['other', 'not'] },
  },
} as const satisfies Fields;
export const identitySchema = valuesSchema(identityFields);

/** Asked in a ficha of hers: by herself, or for her. */
export const ownRequestFields = {
  on,
  asker: {
    ...{ kind: 'choice', label: 'Quién lo pide', options: optionsOf({ herself, representative }), required: true },
    ...{ inline: true, missing: 'Elija quién lo pide.' },
  },
  /** Who, and the document that says so: a power, a birth certificate, a judgment. */
  representedBy: {
    ...{ kind: 'text', label: 'Quién la representa y con qué documento', max: 200, required: true },
    askedWhen: { question: 'asker', is: ['representative'] },
  },
  ...identityFields,
  right,
  words: { kind: 'text', label: 'Qué pide, en sus palabras', max: 1000, lines: 3, required: true },
} as const satisfies Fields;
export const ownRequestSchema = valuesSchema(ownRequestFields);

/** Asked by somebody who is not the user: it belongs to no ficha, and tells of none. */
export const outsideRequestFields = {
  on,
  asker: {
    ...{ kind: 'choice', label: 'Quién lo pide', options: optionsOf({ accused, third }), required: true },
    missing: 'Elija quién lo pide.',
  },
  askerName: { kind: 'text', label: 'Su nombre, como lo dio', max: 120, required: true },
  ...identityFields,
  right,
} as const satisfies Fields;
export const outsideRequestSchema = valuesSchema(outsideRequestFields);

export const requestStateLabels = {
  open: 'Por responder',
  granted: 'Atendido',
  partly: 'Atendido en parte',
  refused: 'Denegado',
  withdrawn: 'Lo retiró quien lo pidió',
} as const;

export const receiptLabels = {
  signed: 'Se le entregó y firmó la constancia',
  notSigned: 'Se le entregó y no quiso o no pudo firmar',
  none: 'No se entregó ningún papel',
} as const;

const { granted, partly, refused, withdrawn } = requestStateLabels;
const ends = {
  kind: 'choice',
  label: 'Cómo queda',
  required: true,
  column: 'state',
  options: optionsOf({ granted, partly, refused, withdrawn }),
  missing: 'Elija cómo queda.',
} as const;
const basis = {
  kind: 'choice',
  label: 'Por qué no, o no todo',
  options: optionsOf(basisLabels),
  required: true,
  askedWhen: { question: 'state', is: ['partly', 'refused'] },
  missing: 'Elija el motivo.',
} as const;
const told = {
  kind: 'text',
  label: 'Qué se respondió',
  max: 1000,
  lines: 2,
  required: true,
  column: 'answer',
} as const;

export const requestEndFields = {
  state: ends,
  answeredOn: { kind: 'date', label: 'Día de la respuesta', required: true },
  answer: told,
  basis,
  receipt: {
    ...{ kind: 'choice', label: 'Constancia', options: optionsOf(receiptLabels), required: true },
    ...{ askedWhen: { question: 'state', is: ['granted', 'partly'] }, missing: 'Diga si se entregó un papel.' },
  },
} as const satisfies Fields;
export const requestEndSchema = valuesSchema(requestEndFields);

/** To somebody else nothing of her is told: it is refused, or was withdrawn. */
export const outsideEndFields = {
  state: { ...ends, options: optionsOf({ refused, withdrawn }) },
  answeredOn: requestEndFields.answeredOn,
  basis: { ...basis, askedWhen: { question: 'state', is: ['refused'] } },
} as const satisfies Fields;
export const outsideEndSchema = valuesSchema(outsideEndFields);

/** What is said to whoever is not the user, on the screen before anything is written. */
export const toOutsiders = [
  'No se le confirma ni se le niega que haya una ficha, ni se le dice nada de otra persona: tampoco por teléfono.',
  'Se le entrega solo la respuesta general. No se busca su nombre en el registro para contestarle.',
  'Lo que el centro guarda de quien fue denunciado lo contó la persona usuaria y está en reserva por ella.',
] as const;

/** The only answer to them, word for word. */
export const outsideAnswer =
  'El centro guarda en reserva los datos de las personas que atiende y no informa si una persona está o no en su registro. ' +
  'Si hay un proceso, puede pedir lo que corresponda en la fiscalía o el juzgado.';

const momentSchema = z.strictObject({ on: z.string(), time: z.string() });

export const requestViewSchema = z.strictObject({
  id: dataRequestIdSchema,
  /** Null for somebody who is not the user. */
  caseId: z.string().nullable(),
  caseNumber: z.string().nullable(),
  asker: z.enum(['herself', 'representative', 'accused', 'third']),
  askerName: z.string().nullable(),
  representedBy: z.string().nullable(),
  identity: z.enum(['document', 'known', 'other', 'not']),
  identityWords: z.string().nullable(),
  right: z.enum(['access', 'rectification', 'cancellation', 'opposition']),
  words: z.string().nullable(),
  askedOn: z.string(),
  /** Last moment of the term; null where the table of terms has none for that day. */
  due: momentSchema.nullable(),
  isOverdue: z.boolean(),
  isDueToConfirm: z.boolean(),
  state: z.enum(['open', 'granted', 'partly', 'refused', 'withdrawn']),
  answeredOn: z.string().nullable(),
  answer: z.string().nullable(),
  /** Words and norm of the refusal, as the table says them on the day of the answer. */
  basis: z.strictObject({ words: z.string(), norm: z.string(), isToConfirm: z.boolean() }).nullable(),
  receipt: z.enum(['signed', 'notSigned', 'none']).nullable(),
  /** Number of the copy that was issued for it; null while none was. */
  copyNumber: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: instantSchema,
  answeredBy: z.string().nullable(),
  version: z.int().positive(),
});
export type DataRequestView = z.infer<typeof requestViewSchema>;

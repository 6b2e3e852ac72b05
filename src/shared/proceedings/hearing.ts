/** Hearings: what is written of one, and how it ends. One description for form, wire, service and columns. */
import { idSchema } from '../platform/ids.ts';
import type { z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';

export const hearingIdSchema = idSchema('HearingId');

export const hearingKindLabels = {
  protectionMeasures: 'Audiencia de medidas de protección',
  appeal: 'Vista de la causa',
  singleInterview: 'Entrevista única en cámara Gesell',
  flagrancy: 'Incoación de proceso inmediato',
  accusationControl: 'Control de acusación',
  trial: 'Juicio oral',
  conciliation: 'Audiencia única',
  alimony: 'Audiencia de alimentos',
  otherAct: 'Otra diligencia',
} as const;

export const hearingModeLabels = { room: 'En sala', video: 'Por video' } as const;

export const hearingStateLabels = {
  scheduled: 'Programada',
  held: 'Realizada',
  postponed: 'Reprogramada',
  cancelled: 'Suspendida',
} as const;
export type HearingState = keyof typeof hearingStateLabels;

const cardHint = 'Sale en la tarjeta que ella lleva: sin nombrar al centro, la autoridad ni el motivo.';

export const hearingFields = {
  kind: {
    ...{ kind: 'choice', label: 'Audiencia', options: optionsOf(hearingKindLabels), required: true },
    missing: 'Elija qué audiencia es.',
  },
  on: { kind: 'date', label: 'Día', required: true, column: 'held_on' },
  time: { kind: 'time', label: 'Hora', required: true, column: 'held_time' },
  mode: {
    ...{ kind: 'choice', label: 'Modalidad', options: optionsOf(hearingModeLabels), inline: true, required: true },
    missing: 'Elija si es en sala o por video.',
  },
  authorityId: { kind: 'id', brand: 'OfficeId', label: 'Órgano del directorio' },
  office: { kind: 'text', label: 'Órgano', max: 160, required: true },
  district: { kind: 'place', label: 'Distrito del órgano' },
  room: {
    ...{ kind: 'text', label: 'Sala y dirección', max: 160, hint: cardHint },
    askedWhen: { question: 'mode', isNot: ['video'] },
  },
  link: {
    ...{ kind: 'text', label: 'Enlace o cómo se entra', max: 300, required: true },
    ...{ askedWhen: { question: 'mode', is: ['video'] }, missing: 'Escriba el enlace o cómo se entra.' },
  },
  bring: { kind: 'text', label: 'Qué llevar', max: 500, lines: 2, hint: cardHint },
  attendsId: { kind: 'id', brand: 'StaffId', label: 'Quién asiste por el centro' },
  substituteId: { kind: 'id', brand: 'StaffId', label: 'Suplencia' },
  userAttends: { kind: 'tick', label: '¿Asiste la persona usuaria?', isQuestion: true },
  /** For the legal service alone. */
  note: { kind: 'text', label: 'Nota del servicio legal', max: 2000, lines: 2 },
} as const satisfies Fields;
export const hearingFormSchema = valuesSchema(hearingFields).refine(
  ({ attendsId, substituteId }) => substituteId === null || substituteId !== attendsId,
  { path: ['substituteId'], error: 'La suplencia es de otra persona.' },
);
export type HearingForm = z.infer<typeof hearingFormSchema>;

export const hearingEndFields = {
  state: {
    ...{ kind: 'choice', label: 'Cómo terminó', required: true, missing: 'Elija cómo terminó.' },
    options: optionsOf({ held: 'Se realizó', postponed: 'Se reprogramó', cancelled: 'Se suspendió' }),
  },
  result: {
    ...{ kind: 'text', label: 'Resultado', max: 500, lines: 2 },
    hint: 'La decisión se registra aparte, como acto, para iniciar sus plazos.',
  },
} as const satisfies Fields;
export const hearingEndSchema = valuesSchema(hearingEndFields);

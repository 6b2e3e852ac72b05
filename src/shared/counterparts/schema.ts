/** What a counterpart notes: the same facts as the act of a proceeding and the slip of a referral. */
import { z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { kitDeliveryLabels, kitItems, notAttendedLabels } from '../referrals/index.ts';
import { measureStepLabels } from './codes.ts';

const when = {
  on: { kind: 'date', label: 'Día', required: true },
  time: { kind: 'time', label: 'Hora', required: true, missing: 'Escriba la hora.' },
} as const satisfies Fields;

export const complaintFields = {
  number: { kind: 'text', label: 'Número de la denuncia', max: 60, required: true, missing: 'Escriba el número.' },
  ...when,
  office: { kind: 'text', label: 'Dependencia', max: 160, required: true, missing: 'Escriba la dependencia.' },
} as const satisfies Fields;

export const measuresFields = {
  step: {
    ...{ kind: 'choice', label: 'Las medidas de protección', columns: 12, required: true },
    ...{ options: optionsOf(measureStepLabels), missing: 'Elija qué se hizo con las medidas.' },
  },
  on: when.on,
  time: { kind: 'time', label: 'Hora' },
} as const satisfies Fields;

const wasAttended = { question: 'attended', is: ['yes'] } as const;
const isKitGiven = { question: 'kit', is: ['yes', 'partial'] } as const;

type KitItem = (typeof kitItems)[number]['code'];
const kitTicks = Object.fromEntries(kitItems.map(({ code, label }) => [code, { label, variable: '' }])) as Readonly<
  Record<KitItem, { readonly label: string; readonly variable: string }>
>;

/** `attended` says why not as well: one question, as on the slip. */
export const attendedFields = {
  attended: {
    ...{ kind: 'choice', label: '¿Fue atendida?', columns: 12, required: true, missing: 'Elija si fue atendida.' },
    options: [{ code: 'yes' as const, label: 'Sí fue atendida' }, ...optionsOf(notAttendedLabels)],
  },
  on: { ...when.on, askedWhen: wasAttended },
  time: { ...when.time, askedWhen: wasAttended },
  kit: {
    ...{ kind: 'choice', label: 'Kit de emergencia entregado', columns: 12, inline: true, askedWhen: wasAttended },
    options: optionsOf(kitDeliveryLabels),
  },
  kitItems: {
    ...{ kind: 'ticks', label: 'Qué se entregó', columns: 12, required: true, missing: 'Marque qué se entregó.' },
    ...{ ticks: kitTicks, askedWhen: isKitGiven },
  },
  certificateNumber: { kind: 'text', label: 'Número del certificado', max: 60, askedWhen: wasAttended },
  certificateOn: { kind: 'date', label: 'Fecha del certificado', askedWhen: wasAttended },
} as const satisfies Fields;

export const counterpartNoteSchema = z.discriminatedUnion('kind', [
  valuesSchema(complaintFields).safeExtend({ kind: z.literal('complaint') }),
  valuesSchema(measuresFields).safeExtend({ kind: z.literal('measures') }),
  valuesSchema(attendedFields).safeExtend({ kind: z.literal('attended') }),
]);
export type CounterpartNote = z.infer<typeof counterpartNoteSchema>;

/** One mark of the body map: what is written of it. */
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { idSchema, versionSchema } from '../platform/ids.ts';
import { oneOf, z } from '../platform/zod.ts';
import { onlyAsked, optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import {
  injuryAnnulReasonLabels,
  injuryEventLabels,
  injuryKindLabels,
  injurySourceLabels,
  toldKinds,
} from './codes.ts';
import { bodyRegionCodes, bodyRegions } from './regions.ts';

export const injuryIdSchema = idSchema('InjuryId');

/** «3», «3,5», «3 × 2»: at most two digits before the comma. */
const sizePattern = /^\d{1,2}([.,]\d)?( ?[x×] ?\d{1,2}([.,]\d)?)?$/i;

export const injuryFields = {
  region: {
    ...{ kind: 'choice', label: 'Dónde', required: true, missing: 'Elija la parte del cuerpo.', columns: 6 },
    options: bodyRegionCodes.map((code) => ({ code, label: bodyRegions[code].label })),
  },
  kind: {
    ...{ kind: 'choice', label: 'Qué es', required: true, missing: 'Elija qué es.', columns: 6 },
    options: optionsOf(injuryKindLabels),
  },
  size: {
    ...{ kind: 'text', label: 'Tamaño en cm', max: 12, isLine: true, hint: '3 o 3 × 2', columns: 3 },
    check: { isRight: (text) => sizePattern.test(text), words: 'Escriba el tamaño en cm: 3 o 3 × 2.' },
  },
  source: {
    ...{
      kind: 'choice',
      label: 'Cómo se sabe',
      inline: true,
      required: true,
      missing: 'Diga cómo se sabe.',
      columns: 5,
    },
    options: optionsOf(injurySourceLabels),
    askedWhen: { question: 'kind', isNot: toldKinds },
  },
  seenOn: {
    ...{
      kind: 'date',
      label: 'Se vio o lo dijo el',
      required: true,
      missing: 'Escriba qué día se vio o lo dijo.',
      columns: 4,
    },
  },
  event: {
    ...{ kind: 'choice', label: 'De qué hecho', required: true, missing: 'Diga de qué hecho es.', columns: 12 },
    options: optionsOf(injuryEventLabels),
  },
  eventOn: {
    ...{ kind: 'date', label: 'Día de ese hecho', askedWhen: { question: 'event', is: ['earlier', 'later'] } },
  },
  words: {
    ...{ kind: 'text', label: 'Cómo es: color, forma, lo que se ve o lo que ella dice', max: 400, lines: 2 },
  },
} as const satisfies Fields;

export const injuryFormSchema = valuesSchema(injuryFields);
export type InjuryForm = z.infer<typeof injuryFormSchema>;

/** What is kept of it: nothing that is not asked; what nobody can see is told. */
export function injuryKept(form: InjuryForm): InjuryForm & { readonly source: NonNullable<InjuryForm['source']> } {
  const asked = onlyAsked(injuryFields, form);
  return { ...asked, source: asked.source ?? 'told' };
}

export const injuryMarkSchema = z.strictObject({
  ...injuryFormSchema.shape,
  id: injuryIdSchema,
  /** The one on the figure and in the list; never given to another. */
  number: z.int().positive(),
  by: z.string(),
  recordedAt: instantSchema,
  annulled: z
    .strictObject({
      ...{ reason: oneOf(injuryAnnulReasonLabels), words: z.string().nullable() },
      ...{ by: z.string(), on: civilDateSchema, at: instantSchema },
    })
    .nullable(),
  version: versionSchema,
});
export type InjuryMark = z.infer<typeof injuryMarkSchema>;

/** «Hematoma, ojo y pómulo, lado derecho». */
export function injuryWords({ kind, region }: Pick<InjuryForm, 'kind' | 'region'>): string {
  return `${injuryKindLabels[kind]}, ${bodyRegions[region].label.toLocaleLowerCase('es')}`;
}

/** When a notification takes effect, by its form: a dated rule, since every code of procedure says it in its own way. */
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { notificationFormLabels } from './codes.ts';
import { shippedRow, type DatedRow } from '../rulebook/index.ts';

export const effectRuleSchema = z.strictObject({
  form: oneOf(notificationFormLabels),
  /** Days after the day of entry; 0 for the moment of entry itself. */
  days: z.int().min(0).max(30),
  unit: z.enum(['businessDays', 'calendarDays']),
  /** A court may count the day of effect itself as the first: the earlier date of its terms in days. */
  mayCountItself: z.boolean().default(false),
  words: cleanedText(200),
});
export type EffectRule = z.infer<typeof effectRuleSchema>;

function effect(
  form: EffectRule['form'],
  when: Pick<EffectRule, 'days'> & Partial<EffectRule>,
  source: string,
  words: string,
): DatedRow<EffectRule> {
  return shippedRow(form, {
    value: { form, unit: 'businessDays', mayCountItself: false, words, ...when },
    ...{ validFrom: '1900-01-01', source, confirmation: 'toConfirm' },
  });
}

export const shippedEffectRules: readonly DatedRow<EffectRule>[] = [
  effect(
    'electronicBox',
    { days: 2, mayCountItself: true },
    'Ley Orgánica del Poder Judicial, art. 155-C; Queja 73-2021 Cusco y Queja NCPP 969-2018 Arequipa',
    'Surte efecto el segundo día hábil siguiente de su ingreso en la casilla',
  ),
  effect('paper', { days: 0 }, 'Código Procesal Civil, art. 147', 'Surte efecto con la entrega de la cédula'),
  effect('hearing', { days: 0 }, 'Código Procesal Penal, art. 127', 'Surte efecto en la misma audiencia'),
  effect('personal', { days: 0 }, 'Código Procesal Penal, art. 127', 'Surte efecto con la entrega en persona'),
];

export const distanceRuleSchema = z.strictObject({ unit: z.enum(['businessDays', 'calendarDays']) });
export type DistanceRule = z.infer<typeof distanceRuleSchema>;

/** How the days of distance of a court are added to the term of the party. */
export const shippedDistanceRules: readonly DatedRow<DistanceRule>[] = [
  shippedRow('distance', {
    value: { unit: 'calendarDays' },
    validFrom: '1900-01-01',
    source: 'Cuadro general de términos de la distancia del Poder Judicial',
    confirmation: 'toConfirm',
    note: 'En días calendario el plazo vence antes que en días hábiles: se avisa por lo seguro.',
  }),
];

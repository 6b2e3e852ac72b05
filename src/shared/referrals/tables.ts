/** Dated rows of the referrals that can change: when a slip is asked for (U76), and who consents for a child (U73). */
import type { CivilDate } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { rowOn, shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';
import { urgencies, urgencyLabels, type Urgency } from './codes.ts';

const daysSchema = z.strictObject({ name: cleanedText(120), days: z.int().min(0).max(365) });
type DaysValue = z.infer<typeof daysSchema>;

const own = { validFrom: '2026-01-01', source: 'Valor de trabajo del programa', confirmation: 'toConfirm' } as const;

const shippedDays = { emergency: 1, urgent: 2, preferential: 7, scheduled: 15 } satisfies Record<Urgency, number>;

export const followUpTable: RuleTable<DaysValue> = {
  id: 'follow-up-rule',
  title: 'Derivaciones sin respuesta',
  about: 'Días de calendario desde que se emite la derivación hasta que se pide la contrarreferencia.',
  value: daysSchema,
  fields: [
    { name: 'name', label: 'Urgencia', kind: 'text' },
    { name: 'days', label: 'Días', kind: 'number', unit: 'días' },
  ],
  needsTwoEyes: false,
  shipped: urgencies.map((urgency) =>
    shippedRow(urgency, { ...own, value: { name: urgencyLabels[urgency], days: shippedDays[urgency] } }),
  ),
  label: ({ name, days }) => `${name}: ${days === 1 ? '1 día' : `${days} días`}`,
};

export type FollowUpRows = readonly DatedRow<DaysValue>[];

/** Days until a slip is asked for, by the row of the day of issue; null where the row was ended: nothing is asked. */
export function followUpDays(rows: FollowUpRows, urgency: Urgency, on: CivilDate): number | null {
  return rowOn(rows, urgency, on)?.value.days ?? null;
}

const consentRuleSchema = z.strictObject({ name: cleanedText(160), age: z.int().min(0).max(30) });
type ConsentRuleValue = z.infer<typeof consentRuleSchema>;

export const consentTable: RuleTable<ConsentRuleValue> = {
  id: 'consent-rule',
  title: 'Consentimiento de menores de edad',
  about:
    'Por debajo de esta edad consiente una persona a cargo que no sea la agresora, con el asentimiento de quien se atiende.',
  value: consentRuleSchema,
  fields: [
    { name: 'name', label: 'Regla', kind: 'text' },
    { name: 'age', label: 'Edad', kind: 'number', unit: 'años' },
  ],
  needsTwoEyes: true,
  shipped: [shippedRow('guardian-below', { ...own, value: { name: 'Consiente una persona a cargo', age: 18 } })],
  label: ({ name, age }) => `${name}: menores de ${age} años`,
};

/** Age below which a guardian consents; where the row was ended nobody else is asked for. */
export function guardianAge(rows: readonly DatedRow<ConsentRuleValue>[], on: CivilDate): number {
  return rowOn(rows, 'guardian-below', on)?.value.age ?? 0;
}

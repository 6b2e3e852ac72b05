/** When to try again: rows of «Tablas y reglas», brought into her hours and those of the centre. */
import { Temporal } from 'temporal-polyfill';
import { civilDateFrom } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { optionsOf } from '../record/index.ts';
import { rowsOn, shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';
import { callResultLabels, callResults, type CallResult } from './codes.ts';
import { bothHours, firstWithin, type Hours, type Moment } from './hours.ts';

const nextTrySchema = z.strictObject({
  result: z.enum(callResults, { error: 'Elija el resultado.' }),
  hours: z.int().min(1).max(240),
  isUsed: z.boolean(),
});
export type NextTryValue = z.infer<typeof nextTrySchema>;

const base = { validFrom: '2019-01-01', source: 'Propuesta del programa', confirmation: 'toConfirm' } as const;
const shipped = { noAnswer: 3, off: 24, other: 24, hungUp: 48 } as const satisfies Partial<Record<CallResult, number>>;

export const nextTryTable: RuleTable<NextTryValue> = {
  id: 'contact-next-try',
  title: 'Próximo intento de llamada',
  about: 'Cuántas horas después se propone llamar otra vez, por el resultado. Se ajusta a las horas de ella.',
  value: nextTrySchema,
  fields: [
    { name: 'result', label: 'Resultado', kind: 'choice', options: optionsOf(callResultLabels) },
    { name: 'hours', label: 'Horas', kind: 'number', unit: 'horas' },
    { name: 'isUsed', label: 'Se usa desde ese día', kind: 'yesNo' },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  addWords: 'Agregar resultado',
  shipped: Object.entries(shipped).map(([result, hours]) =>
    shippedRow(`next-try-${result.toLowerCase()}`, {
      ...base,
      value: { result: result as CallResult, hours, isUsed: true },
    }),
  ),
  label: ({ result }) => callResultLabels[result],
};

/** When the centre calls: to confirm. */
const office: readonly Hours[] = [{ days: [1, 2, 3, 4, 5], from: 8 * 60, to: 16 * 60 }];
const step = 30;

/** Null where no rule proposes one. `hours`: null where hers are not understood. */
export function nextTry(
  result: CallResult,
  rows: readonly DatedRow<NextTryValue>[],
  { now, hours }: { readonly now: Moment; readonly hours: readonly Hours[] | null },
): Moment | null {
  const rule = rowsOn(rows, now.on).find(({ value }) => value.isUsed && value.result === result);
  if (rule === undefined) return null;
  const moment = Temporal.PlainDateTime.from(`${now.on}T${now.time}`)
    .add({ hours: rule.value.hours })
    .round({ smallestUnit: 'minute', roundingIncrement: step, roundingMode: 'ceil' });
  const from = {
    on: civilDateFrom(moment.toPlainDate()),
    time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
  const hers = hours ?? office;
  return firstWithin(bothHours(hers, office), from) ?? firstWithin(hers, from);
}

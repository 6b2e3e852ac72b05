/** Why a ficha is closed and what must be settled before: rows of «Tablas y reglas», all to confirm (U67, U68). */
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { optionsOf } from '../record/index.ts';
import { shippedRow, type RuleTable } from '../rulebook/index.ts';
import { closingLineLabels, closingLines, lineDemandLabels, type ClosingLine, type LineDemand } from './codes.ts'; // prettier-ignore

const base = { validFrom: '2019-01-01', source: 'Propuesta del programa (U67)', confirmation: 'toConfirm' } as const;

const reasonSchema = z.strictObject({
  label: cleanedText(80),
  /** The professional writes which. */
  asksWords: z.boolean(),
  /** She could not be reached: attempts on several days are asked for (U68). */
  isNoContact: z.boolean(),
  isUsed: z.boolean(),
});
export type ClosingReasonRule = z.infer<typeof reasonSchema>;

function reason(id: string, label: string, over: Partial<ClosingReasonRule> = {}) {
  const value = { label, asksWords: false, isNoContact: false, isUsed: true, ...over };
  return shippedRow(id, { ...base, value });
}

export const closingReasonTable: RuleTable<ClosingReasonRule> = {
  id: 'closing-reason',
  title: 'Motivos de cierre de una ficha',
  about:
    'Lo que se elige al proponer el cierre. Una ficha cerrada se lee con las palabras que el motivo tenía ese día.',
  value: reasonSchema,
  fields: [
    { name: 'label', label: 'Motivo, como debe leerse', kind: 'text' },
    { name: 'asksWords', label: 'Pide escribir cuál', kind: 'yesNo' },
    { name: 'isNoContact', label: 'Pide intentos de contacto', kind: 'yesNo' },
    { name: 'isUsed', label: 'Se usa desde ese día', kind: 'yesNo' },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  addWords: 'Agregar motivo',
  shipped: [
    reason('plan-fulfilled', 'Plan cumplido'),
    reason('judgment-executed', 'Sentencia ejecutada'),
    reason('her-decision', 'Decisión de ella'),
    reason('moved', 'Traslado o derivación a otro centro', { asksWords: true }),
    reason('no-contact', 'Sin contacto después de los intentos', { isNoContact: true }),
    reason('death', 'Fallecimiento'),
    reason('other', 'Otro', { asksWords: true }),
  ],
  label: ({ label }) => label,
};

const lineSchema = z.strictObject({
  line: z.enum(closingLines),
  demand: oneOf(lineDemandLabels, { error: 'Elija qué pide.' }),
  /** Days or times, where the line has them. */
  amount: z.int().min(1).max(365).nullable(),
});
export type ClosingLineRule = z.infer<typeof lineSchema>;

const shipped: readonly (readonly [ClosingLine, LineDemand, number?])[] = [
  ['supervision', 'blocks', 90],
  ['steps', 'blocks'],
  ['sameDay', 'blocks'],
  ['hearings', 'blocks'],
  ['corrections', 'blocks'],
  ['drafts', 'blocks'],
  ['attempts', 'blocks', 3],
  ['level', 'approver'],
  ['valuation', 'reason', 30],
  ['proposals', 'reason'],
  ['safety', 'reason'],
  ['measures', 'reason'],
  ['terms', 'reason'],
  ['referrals', 'reason'],
  ['reintegration', 'reason'],
];

/** Switching off what keeps one person from closing alone is not for one person. */
export const closingLineTable: RuleTable<ClosingLineRule> = {
  id: 'closing-line',
  title: 'Antes de cerrar una ficha',
  about: 'Lo que la lista mira antes del cierre: qué lo impide, qué pide un motivo y qué no se pide.',
  value: lineSchema,
  fields: [
    { name: 'line', label: 'Punto', kind: 'choice', options: optionsOf(closingLineLabels), isFixed: true },
    { name: 'demand', label: 'Si falta', kind: 'choice', options: optionsOf(lineDemandLabels) },
    {
      ...{ name: 'amount', label: 'Días o veces', kind: 'number', optional: true },
      hint: 'Seguimiento y valoración: en cuántos días antes. Intentos: en cuántos días distintos.',
    },
  ],
  needsTwoEyes: true,
  worksApproved: true,
  shipped: shipped.map(([line, demand, amount]) =>
    shippedRow(`closing-${line}`, { ...base, value: { line, demand, amount: amount ?? null } }),
  ),
  label: ({ line }) => closingLineLabels[line],
};

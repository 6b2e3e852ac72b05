/**
 * A term of the law as a row (law and deadlines §6.1): a rule is chosen by the date of what starts it, never by today. A
 * row to confirm works as a reminder and says «por confirmar» beside its date.
 */
import type { Confirmation } from '../record/index.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import {
  calendarLabels,
  consequenceOf,
  consequences,
  ruleLevelLabels,
  termActors,
  termStarts,
  termUnitLabels,
} from './codes.ts';
import { shippedRow, type DatedRow } from '../rulebook/index.ts';
import { triggerKinds } from './event-kinds.ts';

const deadlineRuleShape = z
  .strictObject({
    trigger: z.enum(triggerKinds),
    /** Name of an act that the centre made itself, of the kind «Otro acto»; null for every other start. */
    act: cleanedText(80).nullable().default(null),
    startsAt: z.enum(termStarts),
    /** Level of risk the row speaks of; null for any. */
    riskLevel: oneOf(ruleLevelLabels).nullable(),
    /** What must have happened when the term ends. */
    task: cleanedText(200),
    actor: z.enum(termActors),
    consequence: z.enum(consequences),
    /** Null with `event` and for steps whose term is not known; 0 days: until the end of the same day. */
    amount: z.int().min(0).max(10_000).nullable(),
    unit: oneOf(termUnitLabels),
    calendar: oneOf(calendarLabels),
    /** Whether the days of distance of the court are added: terms of the party, not of the office that decides. */
    addsDistance: z.boolean(),
    /** What the centre does meanwhile: mostly verifying the terms of others. */
    officeAction: cleanedText(300),
    /** Hours before the earlier due moment at which the team is reminded. */
    remindHoursBefore: z.array(z.int().min(1).max(8760)).max(5),
  })
  .refine(({ unit, amount }) => unit !== 'event' || amount === null, {
    path: ['amount'],
    error: 'Un plazo que termina con otro acto no lleva cantidad.',
  })
  .refine(({ trigger, act }) => act === null || trigger === 'other', {
    path: ['act'],
    error: 'Solo «Otro acto» lleva un nombre propio.',
  });
export type DeadlineRule = z.infer<typeof deadlineRuleShape>;
export type DeadlineRow = DatedRow<DeadlineRule>;

/** A row kept before consequences were said gets the one of who must act. */
export const deadlineRuleSchema: z.ZodType<DeadlineRule> = z.preprocess((row) => {
  const actor = termActors.find((one) => one === (row as { actor?: unknown } | null)?.actor);
  return actor === undefined ? row : { consequence: consequenceOf(actor), ...(row as object) };
}, deadlineRuleShape);

export type TermRest = Partial<Omit<DeadlineRule, 'remindHoursBefore'>> & {
  remindHoursBefore?: readonly number[];
  from?: string;
  to?: string;
  mark?: Confirmation;
  note?: string;
};
export type TermHead = Pick<DeadlineRule, 'trigger' | 'actor' | 'task' | 'amount' | 'unit'>;

const notKnown = '1900-01-01';
const verify = 'Verificar que el acto se cumplió y dejar constancia.';

export function rule(id: string, head: TermHead, source: string, rest: TermRest = {}): DeadlineRow {
  const { from = notKnown, to = null, mark = 'toConfirm', note = null, remindHoursBefore, ...value } = rest;
  return shippedRow(id, {
    value: {
      act: null,
      startsAt: 'fact',
      riskLevel: null,
      consequence: consequenceOf(head.actor),
      calendar: 'judicial',
      addsDistance: false,
      officeAction: verify,
      remindHoursBefore: [...(remindHoursBefore ?? (head.unit === 'hours' ? [4] : [48]))],
      ...head,
      ...value,
    },
    ...{ validFrom: from, validTo: to, source, confirmation: mark, note },
  });
}

/** What rests courts alone is not known to rest police and prosecutors: without it the term ends earlier. */
export const outOfCourt = {
  calendar: 'public',
  note: 'No se descuentan los días solo judiciales, por lo seguro (por confirmar).',
} as const;

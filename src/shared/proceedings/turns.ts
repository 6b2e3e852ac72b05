/**
 * Terms that come round again while what started them lasts: the periodic report on a measure in force (D12). Each turn is
 * a term of its own, begun when the one before is closed as met.
 */
import type { CivilDate } from '../platform/dates.ts';
import type { DeadlineRule } from './deadline-rule.ts';
import {
  addMonths,
  computeDeadline,
  familyOf,
  type ComputedDeadline,
  type LawTables,
  type TermTrigger,
} from './deadline.ts';

const repeated: ReadonlySet<string> = new Set(['D12']);

export function comesAgain(ruleId: string): boolean {
  return repeated.has(familyOf(ruleId));
}

/** A turn that was met: from when it ran, its last day, and when the report came. */
export type MetTurn = { readonly start: CivilDate; readonly due: CivilDate; readonly doneOn: CivilDate };

/** End of a turn before it moves to a working day: each turn would push the next ones else. */
function plainEnd({ amount, unit }: DeadlineRule, { start, due }: MetTurn): CivilDate {
  if (unit !== 'months' || amount === null) return due;
  const end = addMonths(start, amount);
  return end < due ? end : due;
}

/**
 * Where the next turn begins: at the end of the one before, so that a late report does not push the rest, or on the day of
 * the report when that came earlier. Nothing says which of the two holds: the earlier one warns.
 */
export function nextStart({ start, due, doneOn }: MetTurn): CivilDate {
  const earlier = doneOn < due ? doneOn : due;
  return earlier < start ? start : earlier;
}

/** The turn after one that was met, by the row that began the first. */
export function nextTurn(
  { rule, assumesSevere }: ComputedDeadline,
  met: MetTurn,
  trigger: TermTrigger,
  tables: LawTables,
): ComputedDeadline | null {
  const on = nextStart({ ...met, due: plainEnd(rule.value, met) });
  const computed = computeDeadline(rule, { ...trigger, fact: { on, time: null } }, tables);
  return computed === null ? null : { ...computed, assumesSevere };
}

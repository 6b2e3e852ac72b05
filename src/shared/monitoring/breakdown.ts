/** The members of an indicator put together by something else than their kind: an institution, a question. */
import type { Month } from '../platform/dates.ts';
import type { Facts } from './facts.ts';
import { indicatorOf, type IndicatorId } from './indicators.ts';
import type { Member } from './members.ts';

/** What an indicator counts: of one row of its breakdown, or all. */
export function membersOf(id: IndicatorId, facts: Facts, months: readonly Month[], part: string | null = null) {
  const { count, breakdown } = indicatorOf(id);
  const members = count(facts, months);
  if (part === null) return members;
  const partsOf = breakdown?.partsOf(facts);
  return members.filter((one) => partsOf?.(one).includes(part) ?? false);
}

type PartView = {
  readonly code: string;
  readonly label: string;
  readonly cells: { readonly month: Month; readonly kind: string; readonly count: number }[];
};

/** The rows of a breakdown with what each month has of them, most first; none where the indicator has none. */
export function partsOf(id: IndicatorId, facts: Facts, members: readonly Member[]): PartView[] {
  const { breakdown } = indicatorOf(id);
  if (breakdown === undefined) return [];
  const of = breakdown.partsOf(facts);
  const all = members.flatMap((member) => of(member).map((part) => ({ part, member })));
  const rows = [...Map.groupBy(all, ({ part }) => part)].map(([code, own]) => ({
    ...{ code, label: breakdown.label(code), size: own.length },
    cells: [...Map.groupBy(own, ({ member: { month, kind } }) => `${month} ${kind}`).values()].flatMap((some) =>
      some.slice(0, 1).map(({ member: { month, kind } }) => ({ month, kind, count: some.length })),
    ),
  }));
  return rows
    .toSorted((one, other) => other.size - one.size || one.label.localeCompare(other.label, 'es'))
    .map(({ size: _, ...row }) => row);
}

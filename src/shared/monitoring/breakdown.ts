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

type PartCell = { readonly month: Month; readonly kind: string; count: number };
type PartView = {
  readonly code: string;
  readonly label: string;
  readonly cells: PartCell[];
};

/** The rows of a breakdown with what each month has of them, most first; none where the indicator has none. */
export function partsOf(id: IndicatorId, facts: Facts, members: readonly Member[]): PartView[] {
  const { breakdown } = indicatorOf(id);
  if (breakdown === undefined) return [];
  const of = breakdown.partsOf(facts);
  // Counted as they come: of many fichas, each with many parts, nothing else is kept.
  const found = new Map<string, { size: number; readonly cells: Map<string, PartCell> }>();
  for (const member of members) {
    const { month, kind } = member;
    for (const part of of(member)) {
      const row = found.get(part) ?? { size: 0, cells: new Map<string, PartCell>() };
      const cell = row.cells.get(`${month} ${kind}`) ?? { month, kind, count: 0 };
      row.size += 1;
      cell.count += 1;
      row.cells.set(`${month} ${kind}`, cell);
      found.set(part, row);
    }
  }
  const rows = [...found].map(([code, { size, cells }]) => ({
    ...{ code, label: breakdown.label(code), size },
    cells: [...cells.values()],
  }));
  return rows
    .toSorted((one, other) => other.size - one.size || one.label.localeCompare(other.label, 'es'))
    .map(({ size: _, ...row }) => row);
}

/** Order of the units of a year: a residual unit stands after the last month of its quarter, the rest after all. */
import { isRest, isYear } from '../../shared/reports/index.ts';
import { monthSchema, type Month } from '../../shared/platform/dates.ts';

/** Null for a residual unit. */
export function parseMonth(period: string): Month | null {
  const month = monthSchema.safeParse(period);
  return month.success ? month.data : null;
}

function placeOf(period: string): number {
  if (isRest(period)) return 13;
  const quarter = /-Q([1-4])-residual$/.exec(period)?.[1];
  return quarter === undefined ? Number(period.slice(5, 7)) : Number(quarter) * 3 + 0.5;
}

/** True for an earlier unit of the same year. */
export function comesBefore(one: string, other: string): boolean {
  // The lists of a year are no part of it: they share no figure with its months.
  if (isYear(one)) return false;
  return one.slice(0, 4) === other.slice(0, 4) && placeOf(one) < placeOf(other);
}

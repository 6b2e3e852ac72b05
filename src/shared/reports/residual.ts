/** Residual units: where the cases of banded months are published (disclosure §3.3). */
import { bandLimit } from './codes.ts';
import { addCounts, emptyCounts } from './cube.ts';
import { roundControlled, type Start } from './rounding.ts';
import type { ExactCounts } from './schema.ts';

/** `2026-Q1-residual` for any month of the first quarter. @throws RangeError for what is no month. */
export function residualPeriodOf(month: string): string {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (match === null) throw new RangeError('not a month');
  return `${match[1]}-Q${Math.ceil(Number(match[2]) / 3)}-residual`;
}

export function isQuarterEnd(month: string): boolean {
  return /-(03|06|09|12)$/.test(month);
}

/** Period of the one rounded total that closes a year; its seed group is `cases`. */
export function yearRestPeriodOf(year: number): string {
  return `${year}-residual`;
}

export type ResidualClosing = {
  /** `publish`: as a unit of its own. `carry`: still too few, kept for the next quarter or the year end. */
  readonly outcome: 'publish' | 'carry';
  readonly counts: ExactCounts;
};

/**
 * End of a quarter: the cases of its banded months with what earlier quarters left.
 *
 * `carried` null when nothing was left. Decided by the true number, like the band of a month.
 */
export function closeResidual(bandedMonths: readonly ExactCounts[], carried: ExactCounts | null): ResidualClosing {
  const counts = bandedMonths.reduce(addCounts, carried ?? emptyCounts());
  return { outcome: counts.total > bandLimit ? 'publish' : 'carry', counts };
}

/** Year end: what remains, with the sealed cases of the year, as one rounded total without cells. */
export function yearRestTotal(remaining: ExactCounts | null, sealedCases: number, start: Start): number {
  return roundControlled([(remaining?.total ?? 0) + sealedCases], start)[0] ?? 0;
}

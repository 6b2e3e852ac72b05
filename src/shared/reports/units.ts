/** Which units a closing publishes, and which case each of them counts: every case in exactly one (disclosure §3, U-1). */
import { monthSchema, type Month } from '../platform/dates.ts';
import type { CaseId } from '../platform/ids.ts';
import { bandLimit } from './codes.ts';
import type { EarlierUnit } from './schema.ts';

/** `2026-Q1-residual` for any month of the first quarter. @throws RangeError for what is no month. */
export function residualPeriodOf(month: string): string {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (match === null) throw new RangeError('not a month');
  return `${match[1]}-Q${Math.ceil(Number(match[2]) / 3)}-residual`;
}

export function isQuarterEnd(month: string): boolean {
  return /-(03|06|09|12)$/.test(month);
}

/** Period of the one rounded total that closes a year, given by itself or by one of its months; its seed group is `cases`. */
export function yearRestPeriodOf(yearOrMonth: string): string {
  return `${yearOrMonth.slice(0, 4)}-residual`;
}

export function isRest(period: string): boolean {
  return /^\d{4}-residual$/.test(period);
}

/** `2026`, the lists of a whole year. */
export function isYear(period: string): boolean {
  return /^\d{4}$/.test(period);
}

export function isYearEnd(month: string): boolean {
  return month.endsWith('-12');
}

/** Every unit that a closing of this month may publish beside the rest of a year before. */
export function periodsOfClosing(month: string): string[] {
  return [
    month,
    ...(isQuarterEnd(month) ? [residualPeriodOf(month)] : []),
    ...(isYearEnd(month) ? [yearRestPeriodOf(month), month.slice(0, 4)] : []),
  ];
}

/** A validated case that no unit has counted yet. */
export type Waiting = { readonly id: CaseId; readonly month: string; readonly isSealed: boolean };

/** Months published as a band whose cases no unit has collected since, in their order. */
export function waitingBands(units: readonly Pick<EarlierUnit, 'period' | 'view' | 'collects'>[]): Month[] {
  const collected = new Set<string>(units.flatMap(({ collects }) => collects));
  return units
    .filter(({ period, view }) => view === 'band' && !collected.has(period))
    .flatMap(({ period }) => monthSchema.safeParse(period).data ?? [])
    .sort();
}

export type ClosingUnit = {
  readonly period: string;
  /** What its figures are made of. */
  readonly cases: readonly CaseId[];
  /** What is counted by it from now on: nothing where it shows only «menos de 21». */
  readonly counted: readonly CaseId[];
  /** Banded months whose cases it takes. */
  readonly collects: readonly Month[];
};

/** A year that ended without its rest (under the program of before): its bands still wait. */
export type OpenYear = { readonly year: string; readonly bands: readonly Month[] };

/**
 * The units that the closing of a month sets free, in their order: the month; at the end of a quarter the residual of what
 * still waits, when that is more than a band; at the end of a year the rest, whatever is left, sealed cases included; and
 * the rest of each year before that ended without one, so that no case goes over into another year.
 *
 * @param bands months of the year published as a band before, whose cases still wait
 */
export function unitsOfClosing(
  month: Month,
  waiting: readonly Waiting[],
  bands: readonly Month[],
  openYears: readonly OpenYear[] = [],
): ClosingUnit[] {
  const yearOf = (one: string) => one.slice(0, 4);
  const isOfOpenYear = (one: Waiting) => openYears.some(({ year }) => year === yearOf(one.month));
  const own = waiting.filter((one) => one.month === month && !one.isSealed).map(({ id }) => id);
  const isBand = own.length <= bandLimit;
  const units: ClosingUnit[] = [{ period: month, cases: own, counted: isBand ? [] : own, collects: [] }];
  const taken = new Set(units[0]?.counted);
  let collects = isBand ? [...bands, month] : bands;
  const take = (period: string, cases: readonly CaseId[]) => {
    units.push({ period, cases, counted: cases, collects });
    for (const id of cases) taken.add(id);
    collects = [];
  };
  const left = (withSealed: boolean) =>
    waiting
      .filter((one) => !taken.has(one.id) && (withSealed || !one.isSealed) && !isOfOpenYear(one))
      .map(({ id }) => id);
  if (isQuarterEnd(month) && left(false).length > bandLimit) take(residualPeriodOf(month), left(false));
  if (isYearEnd(month)) take(yearRestPeriodOf(month), left(true));
  for (const { year, bands: ofYear } of openYears) {
    const cases = waiting.filter((one) => yearOf(one.month) === year).map(({ id }) => id);
    units.push({ period: yearRestPeriodOf(year), cases, counted: cases, collects: ofYear });
  }
  return units;
}

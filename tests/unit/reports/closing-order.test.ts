/** Rules U-1 and U-2 over random lives of cases: no case in none and none in two published units. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, monthSchema, type Month } from '../../../src/shared/platform/dates.ts';
import { caseIdSchema, type CaseId } from '../../../src/shared/platform/ids.ts';
import {
  asEarlier,
  emptyCounts,
  isRest,
  publishMonth,
  publishRest,
  unitsOfClosing,
  waitingBands,
  type ClosingUnit,
  type EarlierUnit,
  type ExactCounts,
  type OpenYear,
} from '../../../src/shared/reports/index.ts';
import { starts, unitWithStart } from './support.ts';

/** Ten days a month; the record begins with day 0, and fichas come from before it. */
const monthDays = 10;
const months = 24;
const first = monthSchema.parse('2026-01');
const nameOf = (month: number): Month => addMonths(first, month);

type Life = {
  readonly admitted: number;
  readonly validated: number;
  readonly annulled: number;
  readonly sealed: number;
  readonly unsealed: number;
};
const never = Number.POSITIVE_INFINITY;
const later = (most: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(never) }, { weight: 1, arbitrary: fc.nat({ max: most }) });

const odd: fc.Arbitrary<Life> = fc
  .tuple(fc.integer({ min: -40, max: months * monthDays - 1 }), fc.nat({ max: 80 }), later(80), later(60), later(150))
  .map(([admitted, wait, annulled, sealed, unsealed]) => {
    const validated = Math.max(0, admitted + wait);
    return {
      admitted,
      validated,
      annulled: validated + annulled,
      sealed: validated + sealed,
      unsealed: validated + sealed + unsealed,
    };
  });
const ordinary = (day: number): Life => ({
  admitted: day,
  validated: day,
  annulled: never,
  sealed: never,
  unsealed: never,
});

/** Months of any size, odd fichas among them, and each closing some days or months late. */
const record = fc.record({
  sizes: fc.array(fc.nat({ max: 40 }), { minLength: months, maxLength: months }),
  odd: fc.array(odd, { maxLength: 60 }),
  delays: fc.array(fc.nat({ max: 45 }), { minLength: months, maxLength: months }),
  start: fc.constantFrom(...starts),
});
type Record = typeof record extends fc.Arbitrary<infer Value> ? Value : never;

const idOf = (number: number): CaseId =>
  caseIdSchema.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

function countsOf(total: number): ExactCounts {
  const all = (list: readonly number[]) => list.map((_, at) => (at === 0 ? total : 0));
  const { cube, condition, risk, bond, complaint, protection } = emptyCounts();
  return {
    total,
    cube: all(cube),
    condition: all(condition),
    risk: all(risk),
    bond: all(bond),
    complaint: all(complaint),
    protection: all(protection),
  };
}

/** When each month is closed: in order, some days or months late. */
function closingDays(delays: readonly number[]): number[] {
  const days: number[] = [];
  for (const [month, delay] of delays.entries()) {
    days.push(Math.max((days.at(-1) ?? 0) + 1, (month + 1) * monthDays + delay));
  }
  return days;
}

/** U-2: the month of admission; that of the validation where it was closed by then, or is of before the record. */
function monthOf({ admitted, validated }: Life, closed: readonly number[]): number {
  const own = Math.floor(admitted / monthDays);
  return own < 0 || (closed[own] ?? never) <= validated ? Math.floor(validated / monthDays) : own;
}

function lifeAll({ sizes, odd: strange, delays }: Record) {
  const closed = closingDays(delays);
  const days = sizes.flatMap((size, month) => Array.from({ length: size }, (_, at) => month * monthDays + (at % 10)));
  const lives = [...days.map(ordinary), ...strange];
  return { closed, cases: lives.map((life, at) => ({ ...life, id: idOf(at), month: monthOf(life, closed) })) };
}

/** What is wrong with a unit by itself. */
function faultOf({ period, cases, counted }: ClosingUnit, total: number | null, years: number): string | null {
  if (years > 1) return 'a year leaks into another one';
  if (total !== null && Math.abs(total - cases.length) > 2) return 'a total is off by more than 2';
  return (total === null) === (counted.length === 0 && !isRest(period))
    ? null
    : 'counted and not shown, or the reverse';
}

/** The year before, where it has no rest. */
function openYearsAt(month: number, earlier: readonly EarlierUnit[]): OpenYear[] {
  if (month < 12) return [];
  const year = nameOf(month - 12).slice(0, 4);
  const ofYear = earlier.filter(({ period }) => period.startsWith(year));
  return ofYear.some(({ period }) => isRest(period)) ? [] : [{ year, bands: waitingBands(ofYear) }];
}

/**
 * Plays two years; answers what is wrong with them, null for nothing.
 *
 * @param lastOfYear position of the month whose closing at the latest counts the cases of the year
 */
function play(given: Record, closing: typeof unitsOfClosing, lastOfYear = 11): string | null {
  const { closed, cases } = lifeAll(given);
  const counted = new Map<CaseId, number>();
  const published = new Set<string>();
  const yearOf = new Map(cases.map(({ id, month }) => [id, Math.floor(month / 12)]));
  let earlier: EarlierUnit[] = [];
  for (const [month, day] of closed.entries()) {
    const waiting = cases
      .filter((one) => one.month <= month && one.validated < day && one.annulled >= day && !counted.has(one.id))
      .map((one) => ({ id: one.id, month: nameOf(one.month), isSealed: one.sealed < day && day <= one.unsealed }));
    const ofYear = earlier.filter(({ period }) => period.slice(0, 4) === nameOf(month).slice(0, 4));
    const open = openYearsAt(month, earlier);
    for (const unit of closing(nameOf(month), waiting, waitingBands(ofYear), open)) {
      if (published.has(unit.period)) return 'a unit is published twice';
      published.add(unit.period);
      const options = { ...unitWithStart(given.start, unit.period), collects: unit.collects };
      const { length } = unit.cases;
      const made = isRest(unit.period) ? publishRest(length, options) : publishMonth(countsOf(length), options);
      const years = open.length === 0 ? 1 : new Set(unit.cases.map((id) => yearOf.get(id))).size;
      const fault = faultOf(unit, made.total, years);
      if (fault !== null) return fault;
      for (const id of unit.counted) counted.set(id, (counted.get(id) ?? 0) + 1);
      earlier = [...earlier, asEarlier(made)];
    }
  }
  if ([...counted.values()].some((times) => times > 1)) return 'a case is in two units';
  const isDue = ({ month, annulled }: (typeof cases)[number]) =>
    month < months && annulled >= (closed[Math.floor(month / 12) * 12 + lastOfYear] ?? never);
  return cases.some((one) => isDue(one) && !counted.has(one.id)) ? 'a case is in none' : null;
}

describe('units of two years of closings', () => {
  it('hold every case in exactly one, in whatever order it was admitted, validated, annulled or sealed', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(play(one, unitsOfClosing)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('hold them too where the first year ended under the program of before, without its rest', () => {
    const ofBefore: typeof unitsOfClosing = (...given) =>
      unitsOfClosing(...given).filter(({ period }) => given[0] !== '2026-12' || !isRest(period));
    const withoutYears: typeof unitsOfClosing = (month, waiting, bands) => ofBefore(month, waiting, bands);
    fc.assert(
      fc.property(record, (one) => {
        expect(play(one, ofBefore, 12)).toBeNull();
      }),
      { numRuns: 300 },
    );
    const failed = fc.check(fc.property(record, (one) => play(one, withoutYears, 12) === null));
    expect(failed.failed).toBe(true);
  });

  it('hold none of such a year in the residual of another one, whichever month closes first', () => {
    const of = (month: string, from: number, count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: idOf(from + at), month, isSealed: false }));
    const waiting = [...of('2026-11', 0, 15), ...of('2027-02', 20, 12), ...of('2027-03', 40, 12)];
    const open = [{ year: '2026', bands: [monthSchema.parse('2026-11')] }];
    const units = unitsOfClosing(monthSchema.parse('2027-03'), waiting, [monthSchema.parse('2027-02')], open);
    expect(units.map(({ period, counted }) => [period, counted.length])).toEqual([
      ['2027-03', 0],
      ['2027-Q1-residual', 24],
      ['2026-residual', 15],
    ]);
  });

  it('would lose cases without the unit of the year’s end', () => {
    const without: typeof unitsOfClosing = (...given) =>
      unitsOfClosing(...given).filter(({ period }) => !isRest(period));
    expect(fc.check(fc.property(record, (one) => play(one, without) === null)).failed).toBe(true);
  });

  it('would count cases twice if a month that is a band took its cases', () => {
    const greedy: typeof unitsOfClosing = (month, waiting, bands) =>
      unitsOfClosing(month, waiting, bands).map((unit) => ({ ...unit, counted: unit.cases }));
    expect(fc.check(fc.property(record, (one) => play(one, greedy) === null)).failed).toBe(true);
  });
});

/** Attacks on a whole year of files: units joined (S3), sums of neighbours (S6), and the national figures they make. */
import { countMonth, emptyCounts, schemaVersion, type ExactCounts, type View } from '../../src/shared/reports/index.ts';
import type { Distribution } from '../many/distributions.ts';
import { addUnit, startNational } from '../many/combine/national.ts';
import { addCounts } from '../many/truth.ts';
import { drawYear, inventCentre, publishYear, type InventedCentre, type YearUnit } from '../many/year.ts';
import { attackUnit, hiddenRanges, noTally, sizesOf, tally, type Range, type Seen, type Tally } from './exact.ts';
import { cellsOf, publishedLists, trueLists } from './units.ts';

export type Year = { readonly of: InventedCentre; readonly units: readonly YearUnit[]; readonly truth: ExactCounts };

export const attackedYear = 2026;

/** Centre after centre, so that hundreds need no room. */
export function* yearsOf(distribution: Distribution, centres: number, seed: number, mean = 385): Generator<Year> {
  for (let number = 1; number <= centres; number += 1) {
    const of = inventCentre(seed, number, mean);
    const cases = drawYear(of, attackedYear, distribution);
    // What the year held, from its cases and not from its units: one that no unit counts must be missed.
    const truth = countMonth(cases.map(({ counted }) => counted));
    yield { of, units: [...publishYear(of, attackedYear, cases)], truth };
  }
}

const seenOf = ({ published }: YearUnit): Seen => ({
  ...{ period: published.period, view: published.view satisfies View, collects: published.collects },
  tables: publishedLists(published),
});

/**
 * S3: all units of a year read together. Nothing links the cells of two units but that a residual holds what its months
 * hide; what the others say of its size, and what it says of each hidden month, is used.
 */
export function attackYear(units: readonly YearUnit[], into: Tally = noTally()): Tally {
  const seen = units.map(seenOf);
  const sizes = sizesOf(seen);
  units.forEach((unit, at) => {
    const [view, size, tables] = [unit.published.view, sizes[at], seen[at]?.tables];
    if (view === 'band' || view === 'rest' || size === undefined || tables === undefined) return;
    const truth = trueLists(unit.published, unit.counts);
    const ranges = attackUnit(tables, size);
    ranges.forEach((table, t) => tally(into, truth[t] ?? [], table));
    attackHidden(unit, units, ranges[0] ?? [], into);
  });
  return into;
}

function attackHidden(residual: YearUnit, units: readonly YearUnit[], ranges: readonly Range[], into: Tally): void {
  const { collects } = residual.published;
  for (const month of collects) {
    const hidden = units.find(({ published }) => published.period === month);
    if (hidden !== undefined)
      tally(into, cellsOf(residual.published, hidden.counts), hiddenRanges(ranges, collects.length));
  }
}

/** Control of S6: exact sums of three neighbours by cell, beside their published figures. */
export function attackNeighbours(
  three: readonly Pick<YearUnit, 'published' | 'counts'>[],
  into: Tally = noTally(),
): Tally {
  const views = new Set(three.map(({ published }) => published.view));
  if (three.length !== 3 || views.size !== 1 || views.has('band') || views.has('rest')) return into;
  const ranges = three.map(({ published }) => attackUnit(publishedLists(published), {})[0] ?? []);
  const truths = three.map(({ published, counts }) => cellsOf(published, counts));
  three.forEach((_, own) => {
    const joined = (ranges[own] ?? []).map(({ low, high }, cell): Range => {
      const sum = truths.reduce((all, list) => all + (list[cell] ?? 0), 0);
      const others = ranges.filter((__, at) => at !== own).map((list) => list[cell] ?? { low: 0, high: 0 });
      return {
        low: Math.max(low, sum - others.reduce((all, one) => all + one.high, 0)),
        high: Math.min(high, sum - others.reduce((all, one) => all + one.low, 0)),
      };
    });
    tally(into, truths[own] ?? [], joined);
  });
  return into;
}

export type NationalError = {
  readonly cases: number;
  /** Of the national total, relative. */
  readonly total: number;
  /** The same without the units of the year's end: what an earlier version published. */
  readonly withoutRest: number;
  /** Largest difference of a unit's total, of its types and of its list of sexes from the truth. */
  readonly unit: number;
  /** Median relative error of the national cells of 100 cases or more. */
  readonly cells: number;
  readonly bandShare: number;
  readonly joined: Tally;
};

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
const typeSums = (cube: readonly number[]) => [0, 1, 2, 3].map((type) => sumOf(cube.slice(type * 6, type * 6 + 6)));

/** U1, U2 and S3 over the same centres. */
export function nationalError(years: Iterable<Year>): NationalError {
  const truth = emptyCounts();
  const cells = Array.from({ length: 12 }, () => 0);
  const trueCells = Array.from({ length: 12 }, () => 0);
  const joined = noTally();
  let [published, rest, worst, bands, months] = [0, 0, 0, 0, 0];
  for (const year of years) {
    addCounts(truth, year.truth);
    attackYear(year.units, joined);
    for (const { published: unit, counts } of year.units) {
      published += unit.total ?? 0;
      if (unit.view === 'rest') rest += unit.total ?? 0;
      if (/-\d\d$/.test(unit.period)) months += 1;
      if (unit.view === 'band') bands += 1;
      if (unit.total !== null) worst = Math.max(worst, Math.abs(unit.total - counts.total));
      if (unit.margins === null) continue;
      const types = typeSums(counts.cube);
      unit.margins.type.forEach((count, type) => (worst = Math.max(worst, Math.abs(count - (types[type] ?? 0)))));
      unit.cells.forEach(({ type, age, count }) => (cells[type * 3 + age] = (cells[type * 3 + age] ?? 0) + count));
      counts.cube.forEach((count, at) => (trueCells[at >> 1] = (trueCells[at >> 1] ?? 0) + count));
    }
  }
  const errors = cells
    .flatMap((count, at) => ((trueCells[at] ?? 0) < 100 ? [] : [Math.abs(count / (trueCells[at] ?? 1) - 1)]))
    .sort((a, b) => a - b);
  return {
    ...{ cases: truth.total, unit: worst, joined, bandShare: bands / months },
    total: published / truth.total - 1,
    withoutRest: (published - rest) / truth.total - 1,
    cells: errors[Math.floor(errors.length / 2)] ?? 0,
  };
}

/** S6: national figures that are not the sum of what the centres published; there is none, so they tell nothing new. */
export function foreignSums(years: readonly Year[]): number {
  const known = years.map(({ of }) => ({ code: of.centre.code, name: '', fingerprint: of.fingerprint }));
  const national = startNational(String(attackedYear), new Map(known.map((one) => [one.code, one])));
  const sums = new Map<string, number>();
  let total = 0;
  for (const { published, imprint } of years.flatMap(({ units }) => units)) {
    addUnit(national, { ...published, schemaVersion, imprint });
    total += published.total ?? 0;
    for (const { type, age, count } of published.cells) {
      sums.set(`${type}-${age}`, (sums.get(`${type}-${age}`) ?? 0) + count);
    }
  }
  const cells = national.tables.get('T4')?.rows ?? new Map<string, number>();
  const differing = [...sums].filter(([code, sum]) => cells.get(code) !== sum).length;
  return differing + Math.abs(cells.size - sums.size) + (national.total === total ? 0 : 1);
}

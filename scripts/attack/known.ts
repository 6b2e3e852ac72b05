/** What attackers of a unit know, and the wrong ways to publish one that the suite must catch. */
import { roundControlled, type Start } from '../../src/shared/reports/index.ts';
import { attackHidden, attackUnit, noTally, starts, tally, type Knowledge, type Tally } from './exact.ts';
import { cellsOf, publishedLists, trueLists, type Unit } from './units.ts';

/** Exact sums of the types fix the error where each type ends. */
function typeEnds({ month, counts }: Unit): ReadonlyMap<number, number> {
  const [truth, shown] = [cellsOf(month, counts), month.cells.map(({ count }) => count)];
  const until = (list: readonly number[], end: number) => list.slice(0, end).reduce((sum, one) => sum + one, 0);
  return new Map(
    [1, 2, 3, 4].map((type) => (type * truth.length) / 4).map((end) => [end, until(truth, end) - until(shown, end)]),
  );
}

export const knowledge = {
  S1: () => ({}),
  S1a: ({ start }) => ({ start }),
  S1b: ({ counts }) => ({ total: counts.total }),
  S1ab: ({ start, counts }) => ({ start, total: counts.total }),
  S1c: (unit) => ({ fixed: typeEnds(unit) }),
} as const satisfies Readonly<Record<string, (unit: Unit) => Knowledge>>;

export function attackAll(units: readonly Unit[], known: (unit: Unit) => Knowledge): Tally {
  const result = noTally();
  for (const unit of units) {
    if (unit.month.view === 'band') continue;
    const truth = trueLists(unit.month, unit.counts);
    attackUnit(publishedLists(unit.month), known(unit)).forEach((ranges, at) => {
      tally(result, truth[at] ?? [], ranges);
    });
  }
  return result;
}

/** Control of S1: exact cells. */
export function exactTables(units: readonly Unit[]): Tally {
  const result = noTally();
  for (const { counts } of units)
    tally(
      result,
      counts.cube,
      counts.cube.map((count) => ({ low: count, high: count })),
    );
  return result;
}

/** Control of S1: cells below 5 hidden, every margin shown. */
export function hiddenBelowFive(units: readonly Unit[]): Tally {
  const cells = Array.from({ length: 24 }, (_, index) => index);
  const by = (groups: number, of: (cell: number) => number) =>
    Array.from({ length: groups }, (_, group) => cells.filter((cell) => of(cell) === group));
  const blocks = [
    cells,
    ...by(4, (cell) => Math.floor(cell / 6)),
    ...by(3, (cell) => Math.floor((cell % 6) / 2)),
    ...by(2, (cell) => cell % 2),
    ...by(12, (cell) => Math.floor(cell / 2)),
    ...by(8, (cell) => Math.floor(cell / 6) * 2 + (cell % 2)),
    ...by(6, (cell) => cell % 6),
  ];
  const result = noTally();
  for (const { counts } of units) tally(result, counts.cube, attackHidden(counts.cube, blocks));
  return result;
}

/** Control of U1: relative error of all totals together when `isBand` decides, over the three starts. */
export function bandBias(units: readonly Unit[], isBand: (size: number, published: number) => boolean): number {
  let [error, cases] = [0, 0];
  for (const { counts } of units) {
    for (const start of starts) {
      const published = roundControlled([counts.total], start)[0] ?? 0;
      if (isBand(counts.total, published)) continue;
      error += published - counts.total;
      cases += counts.total;
    }
  }
  return error / cases;
}

/** Control of P1–P3: truncation instead of the mathematical floor. */
export function truncated(counts: readonly number[], start: number): number[] {
  let [sum, before] = [0, 0];
  return counts.map((count) => {
    sum += count;
    const steps = Math.trunc((sum - start) / 3) + 1;
    const cell = 3 * (steps - before);
    before = steps;
    return cell;
  });
}

/** Whether some run of neighbours is off by more than 2. */
export function breaksRuns(
  round: (counts: readonly number[], start: Start) => readonly number[],
  units: readonly Unit[],
): boolean {
  return units.some(({ counts, start }) => {
    let error = 0;
    const errors = [0, ...round(counts.cube, start).map((count, at) => (error += (counts.cube[at] ?? 0) - count))];
    return Math.max(...errors) - Math.min(...errors) > 2;
  });
}

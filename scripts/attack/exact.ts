/**
 * The exact attacker on published units. It walks the cumulative errors E ∈ {t−3, t−2, t−1}; a step is possible when the
 * true cell it implies, y + E − E before, is not negative. That is the linear programme of disclosure §10: its matrix has
 * consecutive ones, so its bounds are whole numbers and are those of the walk.
 */
import { bandLimit } from '../../src/shared/reports/codes.ts';
import { isQuarterEnd, type Start } from '../../src/shared/reports/index.ts';

export const starts: readonly Start[] = [1, 2, 3];
export type Hypothesis = { readonly start: Start; readonly last: number };
export type Range = { readonly low: number; readonly high: number };
/** Errors known at a place of the first table: what an exact sum known from elsewhere gives away. */
type Fixed = ReadonlyMap<number, number>;
const nothing: Fixed = new Map();

export const errorsOf = (start: Start) => [start - 3, start - 2, start - 1];

/** Forward pass: for each position the errors that can stand there, from E[0] = 0. */
function reachable(y: readonly number[], start: Start, fixed: Fixed): Set<number>[] {
  const passes = [new Set([0])];
  y.forEach((count, index) => {
    const before = [...(passes[index] ?? [])];
    const here = fixed.get(index + 1);
    const possible = errorsOf(start).filter((error) => here === undefined || error === here);
    passes.push(new Set(possible.filter((error) => before.some((earlier) => count + error - earlier >= 0))));
  });
  return passes;
}

/** Possible values of each cell under one hypothesis (start and last error); null when it is impossible. */
function rangesUnder(y: readonly number[], { start, last }: Hypothesis, fixed: Fixed): Range[] | null {
  const forward = reachable(y, start, fixed);
  if (!(forward[y.length]?.has(last) ?? false)) return null;
  const ranges: Range[] = [];
  let after = [last];
  for (let index = y.length - 1; index >= 0; index -= 1) {
    const count = y[index] ?? 0;
    const before = [...(forward[index] ?? [])].filter((earlier) => after.some((error) => count + error - earlier >= 0));
    const steps = before
      .flatMap((earlier) => after.map((error) => count + error - earlier))
      .filter((step) => step >= 0);
    ranges[index] = { low: Math.min(...steps), high: Math.max(...steps) };
    after = before;
  }
  return ranges;
}

export type Knowledge = {
  readonly start?: Start;
  /** The true total, or what is known of it. */
  readonly total?: number;
  readonly least?: number;
  readonly most?: number;
  readonly fixed?: Fixed;
};

/** Starts and last errors that every table of a unit allows, each with what its cells may then be. */
export function survivors(
  tables: readonly (readonly number[])[],
  known: Knowledge,
): { readonly one: Hypothesis; readonly size: number; readonly ranges: Range[][] }[] {
  const published = (tables[0] ?? []).reduce((sum, count) => sum + count, 0);
  const { least = known.total ?? 0, most = known.total ?? Number.POSITIVE_INFINITY, fixed = nothing } = known;
  return starts
    .filter((start) => known.start === undefined || start === known.start)
    .flatMap((start) => errorsOf(start).map((last) => ({ start, last })))
    .filter(({ last }) => published + last >= least && published + last <= most)
    .flatMap((one) => {
      const ranges = tables.map((y, at) => rangesUnder(y, one, at === 0 ? fixed : nothing));
      const isPossible = (list: typeof ranges): list is Range[][] => list.every((table) => table !== null);
      return isPossible(ranges) ? [{ one, size: published + one.last, ranges }] : [];
    });
}

/**
 * What all tables of a unit tell together about each of their cells. Tables share start and total, so a hypothesis
 * survives only if every table allows it. `known`: the start (S1a), the true total (S1b), both (S1ab), exact sums (S1c).
 */
export function attackUnit(tables: readonly (readonly number[])[], known: Knowledge): Range[][] {
  const surviving = survivors(tables, known);
  return tables.map((table, t) =>
    table.map((_, cell) => {
      const seen = surviving.map(({ ranges }) => ranges[t]?.[cell] ?? { low: 0, high: 0 });
      return { low: Math.min(...seen.map(({ low }) => low)), high: Math.max(...seen.map(({ high }) => high)) };
    }),
  );
}

/** A unit of a year, as a reader has it; tables of the cases only, cells first. */
export type Seen = {
  readonly period: string;
  readonly view: 'band' | 'coarse' | 'full' | 'rest';
  readonly collects: readonly string[];
  readonly tables: readonly (readonly number[])[];
};

/**
 * What the size of a unit may be, by what the other units of its year say (S3): a month that is shown has more than a
 * band; a residual no more than its hidden months can hold, nor than what still waited at the last end of a quarter.
 */
export function sizesOf(
  units: readonly Seen[],
  limit = bandLimit,
): { readonly least: number; readonly most: number }[] {
  let waiting = 0;
  return units.map(({ view, period }, at) => {
    if (view === 'rest') return { least: 0, most: Number.POSITIVE_INFINITY };
    if (period.endsWith('-residual')) {
      const most = waiting;
      waiting = 0;
      return { least: limit + 1, most };
    }
    if (view === 'band') waiting += limit;
    const isCollected = units[at + 1]?.period.includes('-Q') ?? false;
    if (isQuarterEnd(period) && !isCollected) waiting = Math.min(waiting, limit);
    return view === 'band' ? { least: 0, most: limit } : { least: limit + 1, most: Number.POSITIVE_INFINITY };
  });
}

/** What a residual tells of one hidden month that it collects: the other months may hold the rest. */
export function hiddenRanges(residual: readonly Range[], months: number, limit = bandLimit): Range[] {
  return residual.map(({ low, high }) => ({
    low: Math.max(0, low - (months - 1) * Math.min(limit, high)),
    high: Math.min(limit, high),
  }));
}

export type Tally = { unsafe: number; exact: number; proven: number; small: number };
export const noTally = (): Tally => ({ unsafe: 0, exact: 0, proven: 0, small: 0 });

/** Counts true cells of 1–4 known exactly, and proofs that somebody exists where the truth is 1 or 2. */
export function tally(into: Tally, truth: readonly number[], ranges: readonly Range[]): void {
  truth.forEach((count, index) => {
    const { low, high } = ranges[index] ?? { low: 0, high: 0 };
    if (low > count || high < count) throw new Error('the attacker lost the truth');
    if (count >= 1 && count <= 4) {
      into.unsafe += 1;
      if (low === high) into.exact += 1;
    }
    if (count === 1 || count === 2) {
      into.small += 1;
      if (low >= 1) into.proven += 1;
    }
  });
}

/** Interval propagation over exact sums with hidden cells (each known to be 1–4): the attack on «hide below 5». */
export function attackHidden(truth: readonly number[], blocks: readonly (readonly number[])[]): Range[] {
  const ranges = truth.map((count) => (count >= 1 && count <= 4 ? { low: 1, high: 4 } : { low: count, high: count }));
  for (let round = 0; round < 12; round += 1) {
    for (const block of blocks) {
      const total = block.reduce((sum, cell) => sum + (truth[cell] ?? 0), 0);
      for (const cell of block) {
        const others = block.filter((other) => other !== cell).map((other) => ranges[other] ?? { low: 0, high: 0 });
        const own = ranges[cell] ?? { low: 0, high: 0 };
        const low = Math.max(own.low, total - others.reduce((sum, { high }) => sum + high, 0));
        const high = Math.min(own.high, total - others.reduce((sum, range) => sum + range.low, 0));
        ranges[cell] = { low, high };
      }
    }
  }
  return ranges;
}

/**
 * Reference attackers on published units. The exact one walks the cumulative errors E ∈ {t−3, t−2, t−1}; a step is
 * possible when the true cell it implies, y + E − E before, is not negative.
 */
import type { Start } from '../../../src/shared/reports/index.ts';
import { starts } from './support.ts';

type Hypothesis = { readonly start: Start; readonly last: number };
type Range = { readonly low: number; readonly high: number };

const errorsOf = (start: Start) => [start - 3, start - 2, start - 1];

/** Forward pass: for each position the errors that can stand there, from E[0] = 0. */
function reachable(y: readonly number[], start: Start): Set<number>[] {
  const passes = [new Set([0])];
  y.forEach((count, index) => {
    const before = [...(passes[index] ?? [])];
    passes.push(new Set(errorsOf(start).filter((error) => before.some((earlier) => count + error - earlier >= 0))));
  });
  return passes;
}

/** Possible values of each cell under one hypothesis (start and last error); null when it is impossible. */
function rangesUnder(y: readonly number[], { start, last }: Hypothesis): Range[] | null {
  const forward = reachable(y, start);
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

export type Knowledge = { readonly start?: Start; readonly total?: number };

/**
 * What all tables of a unit tell together about each of their cells. Tables share start and total, so a hypothesis
 * survives only if every table allows it. `known`: the start (S1a), the true total (S1b), both (S1ab).
 */
export function attackUnit(tables: readonly (readonly number[])[], known: Knowledge): Range[][] {
  const published = (tables[0] ?? []).reduce((sum, count) => sum + count, 0);
  const hypotheses = starts
    .filter((start) => known.start === undefined || start === known.start)
    .flatMap((start) => errorsOf(start).map((last) => ({ start, last })))
    .filter(({ last }) => known.total === undefined || published + last === known.total);
  const surviving = hypotheses
    .map((one) => tables.map((y) => rangesUnder(y, one)))
    .filter((ranges): ranges is Range[][] => ranges.every((table) => table !== null));
  return tables.map((table, t) =>
    table.map((_, cell) => {
      const seen = surviving.map((ranges) => ranges[t]?.[cell] ?? { low: 0, high: 0 });
      return { low: Math.min(...seen.map(({ low }) => low)), high: Math.max(...seen.map(({ high }) => high)) };
    }),
  );
}

export type Tally = { unsafe: number; exact: number; proven: number; small: number };

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

function poisson(count: number, rate: number): number {
  let weight = Math.exp(-rate);
  for (let step = 1; step <= count; step += 1) weight *= rate / step;
  return weight;
}

/** Posterior mean of each cell for Poisson rates, every start equally likely (the reader of a news story, S7). */
export function posteriorMeans(y: readonly number[], rates: readonly number[]): number[] {
  const sums = y.map(() => 0);
  let evidence = 0;
  for (const start of starts) {
    const errors = errorsOf(start);
    const step = (index: number, from: number, to: number): number => {
      const count = (y[index] ?? 0) + to - from;
      return count < 0 ? 0 : poisson(count, Math.max(rates[index] ?? 0, 1e-9));
    };
    const forward: number[][] = [errors.map((error) => (error === 0 ? 1 : 0))];
    y.forEach((_, index) => {
      const before = forward[index] ?? [];
      forward.push(
        errors.map((to) => errors.reduce((sum, from, f) => sum + (before[f] ?? 0) * step(index, from, to), 0)),
      );
    });
    let backward = [1, 1, 1];
    for (let index = y.length - 1; index >= 0; index -= 1) {
      const after = backward;
      errors.forEach((from, f) =>
        errors.forEach((to, g) => {
          const weight = (forward[index]?.[f] ?? 0) * step(index, from, to) * (after[g] ?? 0);
          sums[index] = (sums[index] ?? 0) + weight * Math.max(0, (y[index] ?? 0) + to - from);
        }),
      );
      backward = errors.map((from) => errors.reduce((sum, to, g) => sum + step(index, from, to) * (after[g] ?? 0), 0));
    }
    evidence += (forward[y.length] ?? []).reduce((sum, weight) => sum + weight, 0);
  }
  return sums.map((sum) => sum / evidence);
}

/** Times and their spread. Nothing here judges: the aim stands beside the figure and a person reads both. */

export type Spread = {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** Nineteen of twenty runs took no longer. */
  readonly p95: number;
  readonly runs: number;
};

/** One line of the report; `ours` and `other` in ms (MB where the figure is), null where the row is no comparison. */
export type Row = {
  readonly what: string;
  /** The figure the aim speaks of. */
  readonly figure: Spread | null;
  readonly unit: 'ms' | 'times' | 'ms per entry' | 'percent' | 'MB';
  readonly aim: string | null;
  readonly ours: Spread | null;
  readonly other: Spread | null;
  readonly note: string;
};

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  return { median, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN, p95, runs: sorted.length };
}

/** Milliseconds that the work took. */
export async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** How often a measure is repeated; the warm-up runs are thrown away. */
export type Repeats = { readonly warmUp: number; readonly runs: number };

/** A side of a comparison: does its work once and answers the milliseconds that count. */
export type Side = () => Promise<number>;

/** One side alone. */
export async function repeat(side: Side, { warmUp, runs }: Repeats): Promise<Spread> {
  const times: number[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const time = await side();
    if (run >= 0) times.push(time);
  }
  return spreadOf(times);
}

/** Both sides in turn, A B A B, so that a slow moment of the machine meets both; the ratio is of each pair. */
export async function alternate(
  ours: Side,
  other: Side,
  { warmUp, runs }: Repeats,
): Promise<{ ours: Spread; other: Spread; ratio: Spread }> {
  const pairs: (readonly [number, number])[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const pair = [await ours(), await other()] as const;
    if (run >= 0) pairs.push(pair);
  }
  return {
    ours: spreadOf(pairs.map(([one]) => one)),
    other: spreadOf(pairs.map(([, two]) => two)),
    ratio: spreadOf(pairs.map(([one, two]) => one / two)),
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf } from '../../../src/shared/reports/views.ts';
import { roundControlled, seedLabel, startOf } from '../../../src/shared/reports/index.ts';
import { hmacOf, starts } from './support.ts';

const cube = [4, 1, 7, 0, 1, 0, 6, 2, 11, 1, 0, 1, 5, 1, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0];
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const counts = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 24 });
const start = fc.constantFrom(...starts);

/** Largest |true − published| over all runs of neighbouring cells, from the cumulative errors. */
function errorsOf(x: readonly number[], y: readonly number[]): number[] {
  let error = 0;
  return [0, ...x.map((count, index) => (error += count - (y[index] ?? 0)))];
}

describe('seedLabel and startOf', () => {
  it.each([
    ['2026-01', 'cases', '74791f6eb1f5db9d', 1],
    ['2026-02', 'cases', '8d458d15d4c8da35', 3],
    ['2026-03', 'cases', 'e2e826038c7a0109', 1],
    ['2026-Q1-residual', 'cases', 'd85481b8076eb9bf', 3],
    ['2026-03', 'hearings', '7655e9935201caaf', 3],
    ['2026', 'disability', '23284cdaecbd1d08', 1],
  ])('gives the start of %s %s', (period, group, head, expected) => {
    const bytes = hmacOf(period, group, 1);
    expect(hex(bytes.subarray(0, 8))).toBe(head);
    expect(startOf(bytes)).toBe(expected);
  });

  it('writes the label with its version and schema', () => {
    const label = seedLabel({ centre: 'C-0001', period: '2026-01', group: 'cases', schema: 1 });
    expect(label).toBe('sdc-seed|v1|C-0001|2026-01|cases|1|final');
  });

  it('refuses parts that could be read as another label', () => {
    const good = { centre: 'C-0001', period: '2026-01', group: 'cases', schema: 1 };
    expect(() => seedLabel({ ...good, centre: 'C|1' })).toThrow(RangeError);
    expect(() => seedLabel({ ...good, group: '' })).toThrow(RangeError);
    expect(() => seedLabel({ ...good, schema: 1.5 })).toThrow(RangeError);
    expect(() => startOf(new Uint8Array(7))).toThrow(RangeError);
  });

  it('reads the bytes as unsigned', () => {
    expect(startOf(new Uint8Array(8).fill(255))).toBe(1 + Number(18446744073709551615n % 3n));
  });

  it('gives each start a third of 100,000 labels, and the same label the same start (P7)', () => {
    const seen = [0, 0, 0, 0];
    for (let index = 0; index < 100_000; index += 1) {
      const found = startOf(hmacOf('2026-01', `group-${index}`));
      seen[found] = (seen[found] ?? 0) + 1;
    }
    for (const one of starts) expect(Math.abs((seen[one] ?? 0) / 100_000 - 1 / 3)).toBeLessThan(0.01);
    expect(hmacOf('2026-01', 'cases')).toEqual(hmacOf('2026-01', 'cases'));
  });
});

describe('roundControlled', () => {
  it.each([
    [1, [6, 0, 6, 0, 3, 0, 6, 0, 12, 0, 0, 3, 3, 3, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0], 45],
    [2, [3, 3, 6, 0, 0, 0, 6, 3, 12, 0, 0, 0, 6, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0], 42],
    [3, [3, 0, 9, 0, 0, 0, 6, 3, 9, 3, 0, 0, 6, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0], 42],
  ] as const)('meets the cube vector for start %i', (t, expected, sum) => {
    expect(roundControlled(cube, t)).toEqual(expected);
    expect(total(roundControlled(cube, t))).toBe(sum);
  });

  it.each([
    [1, [21, 6, 6, 3, 9]],
    [2, [21, 6, 6, 3, 6]],
    [3, [21, 3, 6, 3, 9]],
  ] as const)('meets the condition vector for start %i', (t, expected) => {
    expect(roundControlled([21, 5, 6, 3, 8], t)).toEqual(expected);
    expect(total(expected)).toBe(total(roundControlled(cube, t)));
  });

  it('gives the coarse vector as the rounding of the pair sums', () => {
    const expected = [6, 6, 0, 9, 12, 0, 6, 3, 0, 0, 0, 0];
    expect(cellsOf('coarse', roundControlled(cube, 2)).map((cell) => cell.count)).toEqual(expected);
    expect(roundControlled([5, 7, 1, 8, 12, 1, 6, 2, 0, 0, 1, 0], 2)).toEqual(expected);
  });

  it('gives cells that are multiples of 3 from 0 on, and leaves a table of multiples alone (P1)', () => {
    fc.assert(
      fc.property(counts, start, (x, t) => {
        for (const cell of roundControlled(x, t)) expect(cell >= 0 && cell % 3 === 0).toBe(true);
        const multiples = x.map((count) => count * 3);
        expect(roundControlled(multiples, t)).toEqual(multiples);
      }),
    );
  });

  it('leaves every multiple of 3 unchanged, whatever stands before it (P1)', () => {
    fc.assert(
      fc.property(counts, start, (x, t) => {
        const y = roundControlled(x, t);
        x.forEach((count, index) => {
          if (count % 3 === 0) expect(y[index]).toBe(count);
        });
      }),
    );
  });

  it('keeps the cumulative error within t−3 to t−1 and every run within 2 (P2, P3)', () => {
    fc.assert(
      fc.property(counts, start, (x, t) => {
        const errors = errorsOf(x, roundControlled(x, t));
        expect(Math.min(...errors)).toBeGreaterThanOrEqual(t - 3);
        expect(Math.max(...errors)).toBeLessThanOrEqual(t - 1);
      }),
    );
  });

  it('keeps the age margin within 8 and the sex margin within 24 (P4)', () => {
    const full = fc.array(fc.nat({ max: 40 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(full, start, (x, t) => {
        const y = roundControlled(x, t);
        const off = (keep: (index: number) => boolean) =>
          Math.abs(total(x.filter((_, index) => keep(index))) - total(y.filter((_, index) => keep(index))));
        for (const age of [0, 1, 2]) expect(off((index) => Math.floor((index % 6) / 2) === age)).toBeLessThanOrEqual(8);
        for (const sex of [0, 1]) expect(off((index) => index % 2 === sex)).toBeLessThanOrEqual(24);
      }),
    );
  });

  it('is exactly unbiased on every table of five cells of 0 to 4 (P5)', () => {
    for (let code = 0; code < 5 ** 5; code += 1) {
      const x = [0, 1, 2, 3, 4].map((place) => Math.floor(code / 5 ** place) % 5);
      const rounded = starts.map((t) => roundControlled(x, t));
      x.forEach((count, index) => {
        if (total(rounded.map((y) => y[index] ?? 0)) !== 3 * count) throw new Error('biased cell');
      });
    }
    fc.assert(
      fc.property(counts, (x) => {
        const sums = x.map((_, index) => total(starts.map((t) => roundControlled(x, t)[index] ?? 0)));
        expect(sums).toEqual(x.map((count) => 3 * count));
      }),
    );
  });

  it('makes the coarse view equal to rounding the pair sums (P9)', () => {
    const full = fc.array(fc.nat({ max: 20 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(full, start, (x, t) => {
        const pairs = Array.from({ length: 12 }, (_, index) => (x[2 * index] ?? 0) + (x[2 * index + 1] ?? 0));
        expect(cellsOf('coarse', roundControlled(x, t)).map((cell) => cell.count)).toEqual(roundControlled(pairs, t));
      }),
    );
  });

  it('refuses what is no count', () => {
    for (const bad of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => roundControlled([bad], 1)).toThrow(RangeError);
  });

  it('is not what truncation gives: the mutant breaks P1 and P2', () => {
    const truncated = (x: readonly number[], t: number) => {
      let sum = 0;
      let before = 0;
      return x.map((count) => {
        sum += count;
        const steps = Math.trunc((sum - t) / 3) + 1;
        const cell = 3 * (steps - before);
        before = steps;
        return cell;
      });
    };
    expect(truncated([0, 1], 2)[0]).toBe(3);
    expect(roundControlled([0, 1], 2)[0]).toBe(0);
    expect(Math.min(...errorsOf([0, 1], truncated([0, 1], 2)))).toBeLessThan(2 - 3);
  });
});

describe('feasible set of a rounded table (P8)', () => {
  function tables(cells: number, persons: number): number[][] {
    if (cells === 1) return Array.from({ length: persons + 1 }, (_, count) => [count]);
    return Array.from({ length: persons + 1 }, (_, count) => count).flatMap((count) =>
      tables(cells - 1, persons - count).map((rest) => [count, ...rest]),
    );
  }

  /** True when all compatible tables agree on a cell of 1 to 4. */
  function isPinned(found: readonly number[][], index: number): boolean {
    const values = [...new Set(found.map((x) => x[index] ?? 0))];
    return values.length === 1 && values.every((value) => value >= 1 && value <= 4);
  }

  it.each([
    [3, 12],
    [4, 9],
  ])(
    'is max E − min E ≤ 2 for all tables of %i cells up to %i persons, and never pins a cell of 1 to 4',
    (cells, persons) => {
      // Candidates reach further than the truth, so that every table near a border has all its neighbours.
      const all = tables(cells, persons + 3);
      const byOutput = new Map<string, { x: number[]; found: Set<number[]> }>();
      for (const x of all) {
        for (const t of starts) {
          const output = roundControlled(x, t).join();
          const entry = byOutput.get(output) ?? { x, found: new Set() };
          byOutput.set(output, entry);
          entry.found.add(x);
        }
      }
      for (const [output, { found }] of byOutput) {
        const y = output.split(',').map(Number);
        if (total(y) > persons) continue;
        const byRule = all.filter((x) => {
          const errors = errorsOf(x, y);
          return Math.max(...errors) - Math.min(...errors) <= 2;
        });
        if (byRule.length !== found.size || byRule.some((x) => !found.has(x))) throw new Error('feasible sets differ');
        const pins = Array.from({ length: cells }, (_, index) => isPinned(byRule, index));
        if (pins.includes(true)) throw new Error('a small cell is pinned');
      }
      expect(byOutput.size).toBeGreaterThan(cells);
    },
    20_000,
  );
});

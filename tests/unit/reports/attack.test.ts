import { describe, expect, it } from 'vitest';
import {
  countMonth,
  publishMonth,
  roundControlled,
  type CaseForCount,
  type PublishedMonth,
} from '../../../src/shared/reports/index.ts';
import { attackHidden, attackUnit, posteriorMeans, tally, type Knowledge, type Tally } from './attacker.ts';
import {
  ageWeights,
  band3Of,
  casesOf,
  plain,
  randomFrom,
  sizeFrom,
  starts,
  startFor,
  typeWeights,
  unitOf,
} from './support.ts';

type Unit = { cases: (CaseForCount & { ageGroup: number })[]; truth: number[]; month: PublishedMonth; period: string };

function unitsOf(median: number, sigma: number, count: number, seed: number): Unit[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const period = `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    const cases = casesOf(sizeFrom(median, sigma, random), random);
    const counts = countMonth(cases.map(plain));
    return { cases, truth: counts.cube, month: publishMonth(counts, unitOf(period)), period };
  });
}

const classes = [
  { name: 'median 55', units: unitsOf(55, 0.95, 1500, 11) },
  { name: 'median 26', units: unitsOf(26, 0.65, 1500, 23) },
];

/** True and published lists of all tables over the cases of a unit, cube first. */
function tablesOf(unit: Unit): { truth: number[][]; published: number[][] } {
  const counts = countMonth(unit.cases.map(plain));
  const rows = unit.month.tables
    .filter((table) => ['T3', 'T6', 'T7', 'T12'].includes(table.id))
    .map((table) => table.rows.filter((row) => !/total/.test(row.code)).map((row) => row.values[0] ?? 0));
  const pairs = Array.from(
    { length: 12 },
    (_, index) => (unit.truth[2 * index] ?? 0) + (unit.truth[2 * index + 1] ?? 0),
  );
  return {
    truth: [
      unit.month.view === 'full' ? unit.truth : pairs,
      counts.condition,
      counts.risk,
      counts.bond,
      counts.complaint,
      counts.protection,
    ],
    published: [unit.month.cells.map((cell) => cell.count), ...rows],
  };
}

function attackAll(units: readonly Unit[], known: (unit: Unit) => Knowledge): Tally {
  const result: Tally = { unsafe: 0, exact: 0, proven: 0, small: 0 };
  for (const unit of units) {
    if (unit.month.view === 'band') continue;
    const { truth, published } = tablesOf(unit);
    attackUnit(published, known(unit)).forEach((ranges, index) => tally(result, truth[index] ?? [], ranges));
  }
  return result;
}

describe.each(classes)('exact attacker on published units, $name', ({ units }) => {
  it.each<[string, (unit: Unit) => Knowledge]>([
    ['S1: the file alone', () => ({})],
    ['S1a: start known', (unit) => ({ start: startFor(unit.period) })],
    ['S1b: true total known', (unit) => ({ total: unit.cases.length })],
    ['S1ab: start and true total known', (unit) => ({ start: startFor(unit.period), total: unit.cases.length })],
  ])(
    'learns no cell of 1 to 4 exactly, %s',
    (_, known) => {
      const result = attackAll(units, known);
      expect(result.unsafe).toBeGreaterThanOrEqual(5000);
      expect(result.exact).toBe(0);
    },
    20_000,
  );

  it('proves a person in at most half of the cells of 1 and 2 (S2)', () => {
    const result = attackAll(units, () => ({}));
    expect(result.proven / result.small).toBeLessThanOrEqual(0.5);
    expect(result.proven).toBeGreaterThan(0);
  });

  it('keeps the total and every type within 2 of the truth (U2)', () => {
    for (const unit of units) {
      if (unit.month.margins === null) continue;
      expect(Math.abs((unit.month.total ?? 0) - unit.cases.length)).toBeLessThanOrEqual(2);
      unit.month.margins.type.forEach((count, type) => {
        const truth = unit.cases.filter((one) => one.violenceType === type).length;
        expect(Math.abs(count - truth)).toBeLessThanOrEqual(2);
      });
    }
  });
});

describe('negative controls of the attack suite', () => {
  const small = classes[1]?.units ?? [];

  it('finds every cell when the exact table is published', () => {
    const result: Tally = { unsafe: 0, exact: 0, proven: 0, small: 0 };
    for (const { truth } of small)
      tally(
        result,
        truth,
        truth.map((count) => ({ low: count, high: count })),
      );
    expect(result.exact).toBe(result.unsafe);
  });

  it('finds more than half of the cells hidden below 5', () => {
    const cells = Array.from({ length: 24 }, (_, index) => index);
    const blocks = [
      cells,
      ...[0, 1, 2, 3].map((type) => cells.filter((cell) => Math.floor(cell / 6) === type)),
      ...[0, 1, 2].map((age) => cells.filter((cell) => Math.floor((cell % 6) / 2) === age)),
      ...[0, 1].map((sex) => cells.filter((cell) => cell % 2 === sex)),
      ...Array.from({ length: 12 }, (_, pair) => [2 * pair, 2 * pair + 1]),
      ...Array.from({ length: 8 }, (_, pair) =>
        cells.filter((cell) => Math.floor(cell / 6) === pair >> 1 && cell % 2 === (pair & 1)),
      ),
      ...Array.from({ length: 6 }, (_, pair) => cells.filter((cell) => cell % 6 === pair)),
    ];
    const result: Tally = { unsafe: 0, exact: 0, proven: 0, small: 0 };
    for (const { truth } of small.slice(0, 400)) tally(result, truth, attackHidden(truth, blocks));
    expect(result.exact / result.unsafe).toBeGreaterThan(0.5);
  });

  it('sees the national total grow when the band is decided by the published total (U1)', () => {
    const biasOf = (isBand: (size: number, published: number) => boolean) => {
      let error = 0;
      let cases = 0;
      for (const { cases: one } of small) {
        for (const start of starts) {
          const published = roundControlled([one.length], start)[0] ?? 0;
          if (isBand(one.length, published)) continue;
          error += published - one.length;
          cases += one.length;
        }
      }
      return error / cases;
    };
    expect(biasOf((size) => size <= 20)).toBe(0);
    expect(biasOf((_, published) => published <= 20)).toBeGreaterThan(0.001);
    // The product itself: a month of 20 is a band with every start, even when it would be rounded up to 21.
    for (const start of starts) {
      const counts = countMonth(casesOf(20, randomFrom(5)).map(plain));
      expect(
        publishMonth(counts, {
          ...unitOf('2026-01'),
          startBytesOf: () => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, start - 1),
        }).view,
      ).toBe('band');
    }
  });
});

describe('reader of a news story (S7)', () => {
  const men = 0.14;
  const rateOf = (type: number, age3: number, sex: number) =>
    ageWeights.reduce(
      (sum, weight, group) => sum + (band3Of[group] === age3 ? weight * (typeWeights[group]?.[type] ?? 0) : 0),
      0,
    ) * (sex === 1 ? men : 1 - men);
  const cells = Array.from({ length: 24 }, (_, index) => ({
    type: Math.floor(index / 6),
    age3: Math.floor((index % 6) / 2),
    sex: index % 2,
  }));

  /** Share of the victims whose type the reader names with 0.9 confidence and rightly. */
  function confidentShare(units: readonly Unit[], alwaysFull: boolean): number {
    let victims = 0;
    let right = 0;
    for (const unit of units) {
      victims += unit.cases.length;
      const coarse = !alwaysFull && unit.month.view === 'coarse';
      if (!alwaysFull && unit.month.view === 'band') continue;
      const full = roundControlled(unit.truth, startFor(unit.period));
      const y = coarse ? unit.month.cells.map((cell) => cell.count) : full;
      const total = y.reduce((sum, count) => sum + count, 0);
      const rates = (coarse ? cells.filter(({ sex }) => sex === 0) : cells).map(
        ({ type, age3, sex }) =>
          total * (coarse ? rateOf(type, age3, 0) + rateOf(type, age3, 1) : rateOf(type, age3, sex)),
      );
      const means = posteriorMeans(y, rates);
      for (const victim of unit.cases) {
        const age3 = band3Of[victim.ageGroup] ?? 0;
        const weights = [0, 1, 2, 3].map((type) => {
          const mean = means[coarse ? type * 3 + age3 : type * 6 + age3 * 2 + victim.sex] ?? 0;
          const inBand = rateOf(type, age3, 0) / (1 - men);
          const exactGroup = (ageWeights[victim.ageGroup] ?? 0) * (typeWeights[victim.ageGroup]?.[type] ?? 0);
          return inBand === 0 ? 0 : (mean * exactGroup) / inBand;
        });
        const sum = weights.reduce((a, b) => a + b, 0);
        if ((weights[victim.violenceType] ?? 0) / sum >= 0.9) right += 1;
      }
    }
    return right / victims;
  }

  it.each(classes)(
    'is confident and right for at most 0.1 % of the victims, $name',
    ({ units }) => {
      expect(confidentShare(units, false)).toBeLessThanOrEqual(0.001);
    },
    20_000,
  );

  it('is confident and right more often than that when 24 cells are always shown', () => {
    expect(confidentShare(classes[1]?.units ?? [], true)).toBeGreaterThan(0.001);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCounts,
  asEarlier,
  closeResidual,
  countMonth,
  emptyCounts,
  isQuarterEnd,
  publishMonth,
  publishedMonthSchema,
  residualPeriodOf,
  yearRestPeriodOf,
  yearRestTotal,
  type PublishedMonth,
} from '../../../src/shared/reports/index.ts';
import { caseArbitrary, casesOf, plain, randomFrom, starts, unitOf, unitWithStart } from './support.ts';

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const monthOf = (size: number, seed = 7) => countMonth(casesOf(size, randomFrom(seed)).map(plain));
const units = fc.array(caseArbitrary, { minLength: 0, maxLength: 120 });
const start = fc.constantFrom(...starts);
const tableOf = (month: PublishedMonth, id: string) => {
  const found = month.tables.find((table) => table.id === id);
  if (found === undefined) throw new Error('table missing');
  return found;
};

describe('countMonth', () => {
  it('puts each case in one cell of the cube and one row of every list', () => {
    fc.assert(
      fc.property(units, (cases) => {
        const counts = countMonth(cases);
        for (const list of [
          counts.cube,
          counts.condition,
          counts.risk,
          counts.bond,
          counts.complaint,
          counts.protection,
        ]) {
          expect(total(list)).toBe(cases.length);
        }
      }),
    );
  });

  it('counts a missing answer apart, never as no', () => {
    const [one] = casesOf(1, randomFrom(1)).map(plain);
    if (one === undefined) throw new Error('no case');
    const counts = countMonth([{ ...one, complaint: null, protection: 0, riskLevel: null, bondGroup: 1 }]);
    expect(counts.complaint).toEqual([0, 0, 1]);
    expect(counts.protection).toEqual([0, 1, 0]);
    expect(counts.risk).toEqual([0, 0, 0, 1]);
    expect(counts.bond).toEqual([1, 0, 0, 0]);
  });

  it('refuses a value outside the code lists (S10)', () => {
    const [one] = casesOf(1, randomFrom(1)).map(plain);
    const broken = { ...one, violenceType: 4 } as unknown as Parameters<typeof countMonth>[0][number];
    const extra = { ...one, name: 'x' } as unknown as Parameters<typeof countMonth>[0][number];
    expect(() => countMonth([broken])).toThrow();
    expect(() => countMonth([extra])).toThrow();
  });
});

describe('publishMonth', () => {
  it.each([
    [0, 1, 'band', null],
    [1, 1, 'band', null],
    [20, 1, 'band', null],
    [20, 2, 'band', null],
    [21, 1, 'coarse', 21],
    [21, 3, 'coarse', 21],
    [57, 1, 'coarse', 57],
    [58, 1, 'full', 60],
    [58, 2, 'coarse', 57],
    [59, 3, 'coarse', 57],
    [60, 3, 'full', 60],
  ] as const)('shows %i cases with start %i as %s', (size, t, view, sum) => {
    const month = publishMonth(monthOf(size), unitWithStart(t));
    expect([month.view, month.total]).toEqual([view, sum]);
    expect(month.cells).toHaveLength(view === 'band' ? 0 : view === 'coarse' ? 12 : 24);
  });

  it('shows nothing but its view in a band, single counts included', () => {
    const month = publishMonth(monthOf(20), { ...unitOf('2026-03'), singleCounts: [{ group: 'hearings', count: 9 }] });
    expect(month).toMatchObject({ view: 'band', cells: [], tables: [], margins: null, total: null });
    const empty = publishMonth(emptyCounts(), unitOf('2026-03'));
    expect({ ...empty }).toEqual({ ...publishMonth(monthOf(20), unitOf('2026-03')) });
  });

  it('gives every table the same total, and every margin as the sum of the cells shown (P6, P10)', () => {
    fc.assert(
      fc.property(units, start, (cases, t) => {
        const month = publishMonth(countMonth(cases), unitWithStart(t));
        publishedMonthSchema.parse(month);
        if (month.margins === null) return;
        expect(total(month.cells.map((cell) => cell.count))).toBe(month.total);
        expect(total(month.margins.type)).toBe(month.total);
        expect(total(month.margins.age)).toBe(month.total);
        if (month.margins.sex !== null) expect(total(month.margins.sex)).toBe(month.total);
        month.margins.type.forEach((margin, type) =>
          expect(margin).toBe(total(month.cells.filter((cell) => cell.type === type).map((cell) => cell.count))),
        );
        for (const table of month.tables) expect(table.rows.at(-1)).toMatchObject({ code: 'total' });
        for (const table of month.tables) expect(table.rows.at(-1)?.values[0]).toBe(month.total);
        const conditions = tableOf(month, 'T3').rows.map((row) => row.values[0] ?? 0);
        expect(conditions[5]).toBe(total(conditions.slice(0, 3)));
        expect(total(conditions.slice(0, 5))).toBe(month.total);
      }),
    );
  });

  it('depends on the counts only: the order of the cases has no influence (P7, P11)', () => {
    fc.assert(
      fc.property(units, (cases) => {
        const one = JSON.stringify(publishMonth(countMonth(cases), unitOf('2026-01')));
        expect(JSON.stringify(publishMonth(countMonth([...cases].reverse()), unitOf('2026-01')))).toBe(one);
      }),
    );
  });

  it('gives percentages of published figures only, and none below a total of 60', () => {
    const percents = (month: PublishedMonth) => tableOf(month, 'T6').rows.map((row) => row.values[1]);
    expect(percents(publishMonth(monthOf(57), unitWithStart(1))).every((value) => value === null)).toBe(true);
    const full = publishMonth(monthOf(90), unitWithStart(1));
    for (const row of tableOf(full, 'T6').rows) {
      expect(row.values[1]).toBeCloseTo(Math.round(((row.values[0] ?? 0) / (full.total ?? 1)) * 1000) / 10, 5);
    }
  });

  it('shows sexes in the full view only', () => {
    const codes = (size: number) =>
      tableOf(publishMonth(monthOf(size), unitWithStart(1)), 'T1').rows.map(({ code }) => code);
    expect(codes(40)).toEqual(['total']);
    expect(codes(90)).toEqual(['sex-0', 'sex-1', 'total']);
  });

  it('adds published units to the year to date, a banded month with nothing', () => {
    const january = publishMonth(monthOf(70, 1), unitOf('2026-01'));
    const february = publishMonth(monthOf(15, 2), unitOf('2026-02'));
    const earlier = [asEarlier(february), asEarlier(january)];
    const march = publishMonth(monthOf(64, 3), { ...unitOf('2026-03'), earlier });
    const sum = (january.total ?? 0) + (march.total ?? 0);
    expect(tableOf(march, 'T1').rows.at(-1)?.values).toEqual([march.total, sum]);
    const year = tableOf(march, 'T2').rows;
    expect(year.map(({ code }) => code)).toEqual(['2026-01', '2026-02', '2026-03', 'total']);
    expect(year[1]?.values).toEqual([null, null, null, null]);
    expect(year[2]?.values).toEqual([march.total, ...(march.margins?.age ?? [])]);
    expect(year[3]?.values[0]).toBe(sum);
  });

  it('refuses a unit published twice, a unit of another year and tables that lost a case', () => {
    const own = asEarlier(publishMonth(monthOf(30), unitOf('2026-03')));
    expect(() => publishMonth(monthOf(30), { ...unitOf('2026-03'), earlier: [own] })).toThrow(RangeError);
    const old = { ...own, period: '2025-12' };
    expect(() => publishMonth(monthOf(30), { ...unitOf('2026-03'), earlier: [old] })).toThrow(RangeError);
    expect(() => publishMonth({ ...monthOf(30), total: 31 }, unitOf('2026-03'))).toThrow(RangeError);
  });

  it('rounds each single count with its own start and leaves activities exact', () => {
    const groups: string[] = [];
    const month = publishMonth(monthOf(40), {
      centre: 'C-0001',
      period: '2026-03',
      startBytesOf: (group) => (groups.push(group), unitOf('2026-03').startBytesOf(group)),
      singleCounts: [
        { group: 'prevention-activities', count: 7 },
        { group: 'hearings', count: 7 },
        { group: 'prevention-participants', count: 100 },
      ],
    });
    // The start of hearings in 2026-03 is 3: floor((7 − 3) / 3) + 1 = 2.
    expect(tableOf(month, 'T14').rows).toEqual([{ code: 'hearings', values: [6] }]);
    expect(tableOf(month, 'T18').rows[0]).toEqual({ code: 'prevention-activities', values: [7] });
    expect(groups.sort()).toEqual(['cases', 'hearings', 'prevention-participants']);
    const twice = [{ group: 'hearings', count: 1 } as const, { group: 'hearings', count: 2 } as const];
    expect(() => publishMonth(monthOf(40), { ...unitOf('2026-03'), singleCounts: twice })).toThrow(RangeError);
  });
});

describe('residual units', () => {
  it('join the banded months of a quarter with what was left, and carry 20 cases or fewer', () => {
    expect(closeResidual([monthOf(9), monthOf(11)], null)).toMatchObject({ outcome: 'carry', counts: { total: 20 } });
    const closed = closeResidual([monthOf(9)], monthOf(12));
    expect(closed.outcome).toBe('publish');
    expect(closed.counts).toEqual(addCounts(monthOf(12), monthOf(9)));
    expect(closeResidual([], null)).toEqual({ outcome: 'carry', counts: emptyCounts() });
  });

  it('end the year as one rounded total with the sealed cases', () => {
    expect(yearRestTotal(monthOf(10), 3, 1)).toBe(15);
    expect(yearRestTotal(null, 0, 1)).toBe(0);
    expect(yearRestPeriodOf(2026)).toBe('2026-residual');
  });

  it('belong to the quarter of their month', () => {
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(residualPeriodOf)).toEqual([
      '2026-Q1-residual',
      '2026-Q1-residual',
      '2026-Q2-residual',
      '2026-Q4-residual',
    ]);
    expect(['2026-02', '2026-03', '2026-12'].map(isQuarterEnd)).toEqual([false, true, true]);
    expect(() => residualPeriodOf('2026-13')).toThrow(RangeError);
  });
});

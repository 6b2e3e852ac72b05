import fc from 'fast-check';
import { monthSchema } from '../../../src/shared/platform/dates.ts';
import { describe, expect, it } from 'vitest';
import {
  asEarlier,
  countMonth,
  emptyCounts,
  isQuarterEnd,
  publishMonth,
  publishRest,
  roundControlled,
  publishedMonthSchema,
  residualPeriodOf,
  startOf,
  type PublishedMonth,
} from '../../../src/shared/reports/index.ts';
import { caseArbitrary, casesOf, hmacOf, randomFrom, starts, unitOf, unitWithStart } from './support.ts';

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const monthOf = (size: number, seed = 7) => countMonth(casesOf(size, randomFrom(seed)));
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
    const [one] = casesOf(1, randomFrom(1));
    if (one === undefined) throw new Error('no case');
    const counts = countMonth([{ ...one, complaint: null, protection: 0, riskLevel: null, bondGroup: 1 }]);
    expect(counts.complaint).toEqual([0, 0, 1]);
    expect(counts.protection).toEqual([0, 1, 0]);
    expect(counts.risk).toEqual([0, 0, 0, 1]);
    expect(counts.bond).toEqual([1, 0, 0, 0]);
  });

  it('refuses a value outside the code lists (S10)', () => {
    const [one] = casesOf(1, randomFrom(1));
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

  it('gives whole percentages of published figures only: none below a total of 60, none of a published 0', () => {
    const percents = (month: PublishedMonth) => tableOf(month, 'T6').rows.map((row) => row.values[1]);
    expect(percents(publishMonth(monthOf(57), unitWithStart(1))).every((value) => value === null)).toBe(true);
    const full = publishMonth(monthOf(90), unitWithStart(1));
    for (const row of tableOf(full, 'T6').rows) {
      const part = row.values[0] ?? 0;
      expect(row.values[1]).toBe(part === 0 ? null : Math.round((part / (full.total ?? 1)) * 100));
    }
    const empty = { ...monthOf(90), risk: [0, 90, 0, 0] };
    expect(percents(publishMonth(empty, unitWithStart(1)))).toEqual([null, 100, null, null, 100]);
  });

  it('shows sexes in every view: as margins of the cells, or as a list of their own with the same start', () => {
    const sexesOf = (size: number) => {
      const month = publishMonth(monthOf(size), unitWithStart(1));
      return { month, rows: tableOf(month, 'T1').rows };
    };
    for (const { month, rows } of [sexesOf(40), sexesOf(90)]) {
      expect(rows.map(({ code }) => code)).toEqual(['sex-0', 'sex-1', 'total']);
      expect(total(rows.slice(0, 2).map(({ values }) => values[0] ?? 0))).toBe(month.total);
    }
    const { cube } = monthOf(40);
    const women = total(cube.filter((_, index) => index % 2 === 0));
    expect(
      sexesOf(40)
        .rows.slice(0, 2)
        .map(({ values }) => values[0]),
    ).toEqual(roundControlled([women, 40 - women], 1));
    expect(
      sexesOf(90)
        .rows.slice(0, 2)
        .map(({ values }) => values[0]),
    ).toEqual(sexesOf(90).month.margins?.sex);
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
    expect([march.waiting, march.coverage]).toEqual([
      ['2026-02'],
      '1 mes con menos de 21 casos no está en el acumulado (febrero).',
    ]);
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
    // Rounded alone with a start of its own: 7 is 6 or 9.
    const hearings = roundControlled([7], startOf(hmacOf('2026-03', 'hearings')));
    expect(tableOf(month, 'T14').rows).toEqual([{ code: 'hearings', values: hearings }]);
    expect(tableOf(month, 'T18').rows[0]).toEqual({ code: 'prevention-activities', values: [7] });
    expect(groups.sort()).toEqual(['cases', 'hearings', 'prevention-participants']);
    const twice = [{ group: 'hearings', count: 1 } as const, { group: 'hearings', count: 2 } as const];
    expect(() => publishMonth(monthOf(40), { ...unitOf('2026-03'), singleCounts: twice })).toThrow(RangeError);
  });
});

describe('residual units', () => {
  it('say what they collect, and what the year to date lacks until then', () => {
    const bands = ['2026-01', '2026-02'].map((period) => publishMonth(monthOf(12), unitOf(period)));
    const march = publishMonth(monthOf(9), { ...unitOf('2026-03'), earlier: bands.map(asEarlier) });
    expect(march.coverage).toBe('3 meses con menos de 21 casos no están en el acumulado (enero, febrero y marzo).');
    const collects = ['2026-01', '2026-02', '2026-03'].map((month) => monthSchema.parse(month));
    const before = [...bands, march].map(asEarlier);
    const residual = publishMonth(monthOf(33), { ...unitOf('2026-Q1-residual'), earlier: before, collects });
    expect(residual.waiting).toEqual([]);
    expect(residual.coverage).toMatch(/^Residual: .*\(enero, febrero y marzo\)/);
    const april = publishMonth(monthOf(40), {
      ...unitOf('2026-04'),
      earlier: [...before, asEarlier(residual)],
    });
    expect([april.waiting, april.coverage]).toEqual([[], null]);
    expect(tableOf(april, 'T1').rows.at(-1)?.values[1]).toBe((residual.total ?? 0) + (april.total ?? 0));
  });

  it('end the year as one rounded total, and no other figure', () => {
    const rest = publishRest(13, { ...unitWithStart(1, '2026-residual') });
    expect(rest).toMatchObject({ view: 'rest', total: 15, cells: [], margins: null });
    expect(rest.tables).toEqual([
      { id: 'T1', part: null, columns: ['cases'], rows: [{ code: 'total', values: [15] }] },
    ]);
    expect(publishRest(0, unitWithStart(1, '2026-residual')).total).toBe(0);
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

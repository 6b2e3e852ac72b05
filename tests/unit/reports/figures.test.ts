import { describe, expect, it } from 'vitest';
import {
  ageBandIndex,
  ageBandLabels,
  countMonth,
  formatPercent,
  internalTables,
  percentOf,
  publishedPercent,
  type AgeGrouping,
  type CaseForCount,
} from '../../../src/shared/reports/index.ts';
import { ageGroupings } from '../../../src/shared/reports/codes.ts';
import { fixture } from './support.ts';

type Rows = { rows: (string | number)[][] };
const groupings = fixture('age-groupings') as Record<string, (number | null)[][]>;
const annual = fixture('annual-2018-2025') as { rows: number[][] };
const grid = fixture('grid-2012') as Rows;
const percentages = fixture('percentages-2026') as Rows;

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const base: CaseForCount = {
  violenceType: 1,
  age: 30,
  sex: 0,
  condition: 1,
  riskLevel: 2,
  bondGroup: 1,
  complaint: 1,
  protection: 0,
};

describe('percentOf', () => {
  it('meets every published percentage of January to July 2026', () => {
    expect(percentages.rows.length).toBeGreaterThanOrEqual(139);
    const off = percentages.rows.filter(
      ([, , part, whole, percent]) => percentOf(Number(part), Number(whole)) !== percent,
    );
    expect(off).toEqual([]);
  });

  it('rounds half up, each on its own, and never forces 100', () => {
    expect(percentOf(1, 2000)).toBe(0.1);
    expect(percentOf(247, 2000)).toBe(12.4);
    expect([73943, 10314, 1415, 991].map((part) => percentOf(part, 86663))).toEqual([85.3, 11.9, 1.6, 1.1]);
    expect(percentOf(7, 86663)).toBe(0);
  });

  it('has no value for a denominator of 0, and none from published figures below 60', () => {
    expect(formatPercent(percentOf(0, 0))).toBe('–');
    expect(formatPercent(percentOf(0, 5))).toBe('0.0');
    expect(publishedPercent(3, 57)).toBeNull();
    expect(publishedPercent(3, 60)).toBe(5);
  });
});

describe('age groupings', () => {
  it.each(Object.entries(groupings))('puts each edge of %s in its official band', (name, bands) => {
    bands.forEach(([from, to], index) => {
      const grouping = name as AgeGrouping;
      if (from === null || from === undefined) {
        expect(ageBandIndex(grouping, null)).toBe(index);
        return;
      }
      expect(ageBandIndex(grouping, from)).toBe(index);
      expect(ageBandIndex(grouping, to ?? 130)).toBe(index);
      if (from > 0) expect(ageBandIndex(grouping, from - 1)).toBe(index - 1);
    });
  });

  it.each(Object.keys(ageGroupings) as AgeGrouping[])('puts every age in exactly one band of %s', (grouping) => {
    const seen = Array.from({ length: 131 }, (_, age) => ageBandIndex(grouping, age));
    expect(seen.every((band) => band !== null && band >= 0 && band < ageBandLabels(grouping).length)).toBe(true);
    expect(seen).toEqual([...seen].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(new Set(seen).size).toBe(ageGroupings[grouping].length);
  });

  it('refuses ages outside the register and knows no band for an unknown age of a user', () => {
    for (const bad of [-1, 131, 3.5]) expect(() => ageBandIndex('EDAD_GRANDE', bad)).toThrow(RangeError);
    expect(ageBandIndex('EDAD_PEQUENO', null)).toBeNull();
    expect(ageBandLabels('EDAD_GRANDE_AGRESOR')).toEqual([
      '0 a 17 años',
      '18 a 59 años',
      '60 a más años',
      'Sin información',
    ]);
  });
});

describe('internalTables', () => {
  /** Ages that fall in each band of EDAD_PEQUENO. */
  const ages = [3, 8, 14, 20, 30, 40, 50, 70];

  it.each(grid.rows.slice(0, 12))('gives the published figures of month %s of 2012', (...row) => {
    const [, all, women, men, ...bands] = row;
    const cases = bands
      .flatMap((count, band) => Array.from({ length: Number(count) }, () => ages[band] ?? 0))
      .map((age, index): CaseForCount => ({ ...base, age, sex: index < Number(women) ? 0 : 1 }));
    const rows = internalTables(cases).find((table) => table.sheet === 'T2')?.rows ?? [];
    expect(rows.map((row) => row.cells[0])).toEqual([women, men, all]);
    expect(rows.at(-1)?.cells.slice(2)).toEqual(bands);
  });

  it('adds the grid of 2012 and the types of each year up to the published totals', () => {
    const months = grid.rows.slice(0, 12);
    for (let column = 1; column < 12; column += 1) {
      expect(sum(months.map((row) => Number(row[column])))).toBe(grid.rows[12]?.[column]);
    }
    for (const [, all, ...types] of annual.rows) expect(sum(types)).toBe(all);
  });

  it('keeps missing apart from no, and prints a subtotal without transferred and continued', () => {
    const cases: CaseForCount[] = [
      base,
      { ...base, complaint: null, condition: 4 },
      { ...base, complaint: 0, condition: 5 },
    ];
    const tables = internalTables(cases);
    const cells = (sheet: string) => tables.find((table) => table.sheet === sheet)?.rows.map((row) => row.cells[0]);
    expect(cells('T12-denuncia')).toEqual([1, 1, 1, 3]);
    expect(cells('T3')).toEqual([1, 0, 0, 1, 1, 1, 3]);
    expect(sum(countMonth(cases).condition)).toBe(3);
  });

  it('has no percentage in an empty month', () => {
    for (const table of internalTables([]))
      for (const row of table.rows) expect(row.cells.slice(0, 2)).toEqual([0, null]);
  });
});

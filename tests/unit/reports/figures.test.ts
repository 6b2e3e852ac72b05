import { describe, expect, it } from 'vitest';
import { formatPercent, percentOf, publishedPercent } from '../../../src/shared/reports/index.ts';
import { ageBandIndex, ageBandLabels, ageGroupings, type AgeGrouping } from '../../../src/shared/register/index.ts';
import { fixture } from './support.ts';

type Rows = { rows: (string | number)[][] };
const groupings = fixture('age-groupings') as Record<string, (number | null)[][]>;
const percentages = fixture('percentages-2026') as Rows;

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

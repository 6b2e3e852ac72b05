import { describe, expect, it } from 'vitest';
import {
  figureLines,
  joinDistricts,
  publishYear,
  yearTables,
  type YearList,
} from '../../../src/shared/reports/index.ts';
import { hmacOf, starts } from './support.ts';

const unit = { centre: 'C-0001', period: '2026', revision: 1, startBytesOf: (group: string) => hmacOf('2026', group) };
const list = (key: string, kind: YearList['kind'], counts: readonly (number | null)[]): YearList => ({
  ...{ key, title: key, kind },
  rows: counts.map((count, at) => ({ label: `Fila ${at + 1}`, count })),
});

describe('the lists of a year', () => {
  it('have one total where every case stands in a row, and round each count alone', () => {
    const groups: string[] = [];
    const startBytesOf = (group: string) => (groups.push(group), hmacOf('2026', group));
    const year = publishYear(100, [list('T8-a', 'one-way', [40, 35, 25]), list('T5', 'counts', [7, 61])], {
      ...{ ...unit, startBytesOf },
    });
    const [oneWay, counts] = year.tables;
    expect(oneWay?.rows.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(year.total);
    expect(groups).toEqual(['cases', 'T5-1', 'T5-2']);
    for (const { rows } of year.tables) for (const { count } of rows) expect((count ?? 0) % 3).toBe(0);
    expect(Math.abs((counts?.rows[1]?.count ?? 0) - 61)).toBeLessThanOrEqual(2);
  });

  it('are none for 20 cases or fewer, with every start, and refuse a list that lost a case', () => {
    for (const start of starts) {
      const startBytesOf = () => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, start - 1);
      const year = publishYear(20, [list('T8-a', 'one-way', [20])], { ...unit, startBytesOf });
      expect([year.view, year.total, year.tables]).toEqual(['band', null, []]);
      expect(figureLines(year).map(({ value, state }) => [value, state])).toEqual([[null, 'band']]);
    }
    expect(() => publishYear(30, [list('T8-a', 'one-way', [20])], unit)).toThrow(RangeError);
  });

  it('say what is not recorded in words, never as a zero', () => {
    const year = publishYear(80, [list('EV', 'counts', [null, 12])], unit);
    const [table] = yearTables(year);
    expect(table?.rows[0]?.cells[0]).toMatchObject({ value: null, words: 'no se registra' });
    expect(figureLines(year).map(({ state }) => state)).toEqual(['published', 'hidden', 'published']);
  });

  it('name a district from ten cases on, by its code, and put the others together before what is missing', () => {
    const rows = [
      { code: '', label: 'Sin registro', count: 4 },
      { code: '150132', label: 'Villa', count: 10 },
      { code: '150101', label: 'Centro', count: 31 },
      { code: '080101', label: 'Lejos', count: 9 },
      { code: '080102', label: 'Otro', count: 2 },
    ];
    expect(joinDistricts(rows)).toEqual([
      { label: 'Centro', count: 31 },
      { label: 'Villa', count: 10 },
      { label: 'Otros distritos', count: 11 },
      { label: 'Sin registro / no aplicable', count: 4 },
    ]);
  });
});

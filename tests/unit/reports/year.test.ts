import { describe, expect, it } from 'vitest';
import {
  figureLines,
  joinDistricts,
  publishYear,
  roundControlled,
  startOf,
  yearTables,
  type YearList,
} from '../../../src/shared/reports/index.ts';
import { withoutZeros } from '../../../src/shared/reports/month-paper.ts';
import { hmacOf, starts } from './support.ts';

const unit = { centre: 'C-0001', period: '2026', revision: 1, startBytesOf: (group: string) => hmacOf('2026', group) };
const list = (key: string, kind: YearList['kind'], counts: readonly (number | null)[]): YearList => ({
  ...{ key, title: key, kind },
  rows: counts.map((count, at) => ({ label: `Fila ${at + 1}`, count })),
});

describe('a list that details a table of the months', () => {
  const periods = ['2026-03', '2026-Q2-residual'];
  const startBytesOf = (group: string, period = '2026') => hmacOf(period, group);
  /** Three groups of four rows in each of two units. */
  const cells = [
    [3, 1, 0, 0, 1, 0, 4, 0, 0, 1, 0, 0],
    [0, 2, 0, 0, 0, 0, 9, 1, 1, 0, 0, 0],
  ];
  const parts = periods.map((period, at) => ({ period, cells: cells[at] ?? [] }));
  const rows = [0, 1, 2, 3].map((row) => ({
    label: `Fila ${row}`,
    count: cells.flatMap((of) => of.filter((_, at) => at % 4 === row)).reduce((sum, count) => sum + count, 0),
  }));

  it('says of the groups what the units published, whatever the start of the year', () => {
    for (const start of starts) {
      const own = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, start - 1);
      const year = publishYear(40, [{ key: 'T7-vinculos', title: 'Vínculo', kind: 'units', rows, parts }], {
        ...{
          ...unit,
          startBytesOf: (group: string, period = '2026') => (period === '2026' ? own : hmacOf(period, group)),
        },
      });
      const told = year.tables[0]?.rows.map(({ count }) => count ?? 0) ?? [];
      const groups = cells.map((of) =>
        [0, 1, 2].map((group) => of.slice(group * 4, group * 4 + 4).reduce((a, b) => a + b, 0)),
      );
      const published = groups.map((of, at) => roundControlled(of, startOf(hmacOf(periods[at] ?? '', 'cases'))));
      expect(told.reduce((a, b) => a + b, 0)).toBe(published.flat().reduce((a, b) => a + b, 0));
      const byUnit = cells.map((of, at) => roundControlled(of, startOf(hmacOf(periods[at] ?? '', 'cases'))));
      expect(
        byUnit.map((of) => [0, 1, 2].map((group) => of.slice(group * 4, group * 4 + 4).reduce((a, b) => a + b, 0))),
      ).toEqual(published);
      expect(told).toEqual(
        [0, 1, 2, 3].map((row) =>
          byUnit.flatMap((of) => of.filter((_, at) => at % 4 === row)).reduce((a, b) => a + b, 0),
        ),
      );
    }
  });

  it('refuses rows that are not those of its units, and has the total of its rows', () => {
    const list = { key: 'T7-vinculos', title: 'Vínculo', kind: 'units' as const, rows, parts };
    expect(() => publishYear(40, [{ ...list, parts: parts.slice(1) }], { ...unit, startBytesOf })).toThrow(RangeError);
    const year = publishYear(40, [list], { ...unit, startBytesOf });
    const [cases, table] = yearTables(year);
    expect(cases?.rows.map(({ cells: [cell] }) => cell?.value)).toEqual([
      table?.rows.at(-1)?.cells[0]?.value,
      year.total,
    ]);
    expect(table?.title).toContain('suma de los periodos con cifra');
    expect(table?.rows.at(-1)?.cells[0]?.value).toBe(
      year.tables[0]?.rows.reduce((sum, { count }) => sum + (count ?? 0), 0),
    );
  });
});

describe('a year to read', () => {
  it('never says more than a hundred per cent, and puts answers that nobody gave together on paper', () => {
    const counts = [100, 0, 0, 0, 0, 12];
    const startBytesOf = (group: string) => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, group === 'cases' ? 2 : 0);
    const year = publishYear(100, [list('T5', 'counts', counts)], { ...unit, startBytesOf });
    const [, table] = yearTables(year);
    expect(table?.rows[0]?.cells.map(({ value }) => value)).toEqual([102, 100]);
    expect(year.total).toBe(99);
    const onPaper = table && withoutZeros(table);
    expect(onPaper?.rows.map(({ label }) => label)).toEqual(['Fila 1', 'Fila 6', 'Otras 4 respuestas, cada una']);
    expect(table && withoutZeros({ ...table, rows: table.rows.slice(0, 4) }).rows).toHaveLength(4);
  });

  it('takes of a unit what its view shows: cells by sex, or the list of sexes', () => {
    const startBytesOf = () => Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0);
    const rows = [
      { label: 'Mujer', count: 40 },
      { label: 'Hombre', count: 20 },
    ];
    const told = (cells: readonly number[], coarse: readonly number[]) =>
      publishYear(
        60,
        [
          {
            key: 'T1-sexo',
            title: 'Sexo',
            kind: 'units',
            rows: rowsOf(coarse),
            parts: [{ period: '2026-03', cells, coarse }],
          },
        ],
        {
          ...{ ...unit, startBytesOf },
        },
      ).tables[0]?.rows.map(({ count }) => count);
    const rowsOf = (of: readonly number[]) => rows.map((row, at) => ({ ...row, count: of[at] ?? 0 }));
    // Start 1: 20 and 1, 20 and 19 by cells are 21 and 0, 21 and 18 ...; by the list 40 and 20.
    const cells = [20, 1, 20, 19];
    const sums = (of: readonly number[]) =>
      [0, 1].map((sex) => of.reduce((all, count, at) => all + (at % 2 === sex ? count : 0), 0));
    expect(told(cells, [40, 20])).toEqual(sums(roundControlled(cells, 1)));
    expect(told([10, 1, 10, 9], [20, 10])).toEqual(roundControlled([20, 10], 1));
  });
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
    const [, table] = yearTables(year);
    expect(table?.rows[0]?.cells[0]).toMatchObject({ value: null, words: 'no se registra' });
    expect(figureLines(year).map(({ state }) => state)).toEqual(['published', 'published', 'hidden', 'published']);
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

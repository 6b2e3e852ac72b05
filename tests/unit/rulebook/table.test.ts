import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { articleCitation } from '../../../src/shared/filings/index.ts';
import { ruleTables } from '../../../src/shared/rule-tables.ts';
import { changeWords, partWords, rowOn, rowsOn, type DatedRow } from '../../../src/shared/rulebook/index.ts';

const day = (text: string) => text as CivilDate;

function row(version: number, validFrom: string, hours: number, validTo: string | null = null) {
  const base = { id: 'd03', source: 'prueba', confirmation: 'toConfirm', note: null } as const;
  return { ...base, version, value: { hours }, validFrom: day(validFrom), validTo: validTo as CivilDate | null };
}

describe('rowOn', () => {
  const rows: DatedRow<{ hours: number }>[] = [row(1, '2018-10-26', 72, '2023-03-22'), row(2, '2023-03-23', 24)];

  it('chooses by the day of the trigger, the first and the last day included', () => {
    expect(rowOn(rows, 'd03', day('2018-10-25'))).toBeNull();
    expect(rowOn(rows, 'd03', day('2018-10-26'))?.value.hours).toBe(72);
    expect(rowOn(rows, 'd03', day('2023-03-22'))?.value.hours).toBe(72);
    expect(rowOn(rows, 'd03', day('2023-03-23'))?.value.hours).toBe(24);
    expect(rowOn(rows, 'other', day('2023-03-23'))).toBeNull();
  });

  it('leaves days before a change as they were, and lets a correction of the same day win', () => {
    const changed = [...rows, row(3, '2026-01-01', 12), row(4, '2023-03-23', 36)];
    expect(rowOn(changed, 'd03', day('2025-12-31'))?.version).toBe(4);
    expect(rowOn(changed, 'd03', day('2026-01-01'))?.version).toBe(3);
    expect(rowOn(changed, 'd03', day('2020-01-01'))?.version).toBe(1);
  });

  it('brings no earlier version back once the last one ended', () => {
    const ended = [...rows, row(3, '2026-01-01', 12, '2026-06-30')];
    expect(rowOn(ended, 'd03', day('2026-06-30'))?.version).toBe(3);
    expect(rowOn(ended, 'd03', day('2026-07-01'))).toBeNull();
    expect(rowsOn(ended, day('2026-07-01'))).toEqual([]);
  });

  it('does not mind the order of the rows', () => {
    expect(rowOn(rows.toReversed(), 'd03', day('2026-01-01'))?.version).toBe(2);
  });
});

describe('changeWords', () => {
  const fields = [
    { name: 'hours', label: 'Plazo', kind: 'number', unit: 'horas' },
    { name: 'who', label: 'Quién', kind: 'choice', options: [{ code: 'pnp', label: 'Policía' }] },
  ] as const;

  it('says what differs in the words of the form', () => {
    expect(changeWords(fields, { hours: 24, who: 'pnp' }, { hours: 48, who: 'pnp' })).toEqual([
      'Plazo: 24 horas → 48 horas',
    ]);
    expect(changeWords(fields, { hours: 24, who: null }, { hours: 24, who: 'pnp' })).toEqual(['Quién: — → Policía']);
    expect(changeWords(fields, null, { hours: 24, who: null })).toEqual(['Plazo: 24 horas']);
  });

  it('reads lists and yes or no', () => {
    expect(partWords({ name: 'x', label: 'X', kind: 'numbers' }, [1, 3])).toBe('1, 3');
    expect(partWords({ name: 'x', label: 'X', kind: 'yesNo' }, false)).toBe('No');
    expect(partWords({ name: 'x', label: 'X', kind: 'date' }, '2026-06-30')).toBe('30/06/2026');
  });
});

describe('the tables of the program', () => {
  it('ship rows that their own schema accepts, each named once, with source and first day', () => {
    expect(new Set(ruleTables.map(({ id }) => id)).size).toBe(ruleTables.length);
    for (const table of ruleTables) {
      for (const { id, value, source, validFrom } of table.shipped) {
        expect(table.value.safeParse(value).error, `${table.id} ${id}`).toBeUndefined();
        expect(source, `${table.id} ${id}`).not.toBe('');
        expect(validFrom, `${table.id} ${id}`).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(table.label(value), `${table.id} ${id}`).not.toBe('');
      }
      const keys = table.shipped.map(({ id, version }) => `${id} ${version}`);
      expect(new Set(keys).size, table.id).toBe(keys.length);
    }
  });

  it('ask in their form for every part of their values and for nothing else', () => {
    for (const table of ruleTables) {
      for (const { value } of table.shipped) {
        expect(Object.keys(value).sort(), table.id).toEqual(table.fields.map(({ name }) => name).sort());
      }
    }
  });

  it('hold law in no official row that nobody compared', () => {
    for (const table of ruleTables.filter(({ needsTwoEyes }) => needsTwoEyes)) {
      expect(table.shipped.filter(({ confirmation }) => confirmation === 'official')).toEqual([]);
    }
  });
});

describe('articleCitation', () => {
  it('names both numberings where the second is known', () => {
    const value = {
      citation: 'Art. 22 de la Ley 30364',
      secondNumber: 'art. 32 del TUO',
      subject: 'x',
      filings: [],
      supports: 'request' as const,
    };
    expect(articleCitation(value)).toBe('Art. 22 de la Ley 30364 (art. 32 del TUO)');
    expect(articleCitation({ ...value, secondNumber: null })).toBe('Art. 22 de la Ley 30364');
  });
});

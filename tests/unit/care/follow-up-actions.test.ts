import { describe, expect, it } from 'vitest';
import { actionsOn, actionTable, actionWords } from '../../../src/shared/care/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const day = (text: string) => text as CivilDate;

describe('shipped actions', () => {
  it('hold the five numbers known from the official indicator labels, each with its service', () => {
    const known = actionTable.shipped
      .filter((action) => action.confirmation === 'official')
      .map(({ value: { number, service } }) => [number, service]);
    expect(known).toEqual([
      [32, 'psychology'],
      [34, 'psychology'],
      [27, 'social'],
      [36, 'social'],
      [40, 'social'],
    ]);
  });

  it('have one code each, and say of every other that it waits for confirmation', () => {
    const codes = actionTable.shipped.map(({ id }) => id);
    expect(new Set(codes).size).toBe(codes.length);
    const unnumbered = actionTable.shipped.filter((action) => action.value.number === null);
    expect(unnumbered.every((action) => action.confirmation === 'toConfirm')).toBe(true);
  });
});

describe('actionsOn', () => {
  const [first] = actionTable.shipped;
  if (first === undefined) throw new Error('none ships');
  const value = { ...first.value, label: 'Otras palabras' };
  const rows = [...actionTable.shipped, { ...first, version: 2, value, validFrom: day('2026-07-01') }];
  const labelOn = (on: string) => actionsOn(rows, day(on)).find((action) => action.code === first.id)?.label;

  it('gives the words that held on that day', () => {
    expect(labelOn('2026-06-30')).toBe(first.value.label);
    expect(labelOn('2026-07-01')).toBe('Otras palabras');
  });

  it('does not know an action before it began', () => {
    expect(actionsOn([{ ...first, id: 'late', validFrom: day('2027-01-01') }], day('2026-12-31'))).toEqual([]);
  });
});

it('words an action with its number where it has one', () => {
  expect(actionWords({ number: 32, label: 'Acompañamiento' })).toBe('32 Acompañamiento');
  expect(actionWords({ number: null, label: 'Orientación' })).toBe('Orientación');
});

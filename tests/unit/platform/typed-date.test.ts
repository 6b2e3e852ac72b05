import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import {
  formatCivilDate,
  formatLongDate,
  formatPartialDate,
  parseTypedDate,
  parseTypedTime,
  type TypedDateRange,
} from '../../../src/shared/platform/typed-date.ts';

const day = (text: string) => text as CivilDate;
const birth: TypedDateRange = { min: day('1900-01-01'), max: day('2026-11-25'), precision: 'full' };
const march5 = { ok: true, date: { year: 1990, month: 3, day: 5 } };

describe('parseTypedDate', () => {
  it.each(['5/3/1990', '05-03-1990', '5.3.1990', '5 3 1990', '05031990', '5/3/90', '050390'])('reads %s', (text) => {
    expect(parseTypedDate(text, birth)).toEqual(march5);
  });

  it('takes the 29th of February of a leap year', () => {
    expect(parseTypedDate('29/02/2024', birth)).toEqual({ ok: true, date: { year: 2024, month: 2, day: 29 } });
  });

  it.each(['31/02/2020', '29/02/2023', '00/00/0000', 'basura', '1/2-1990', '05/1990'])('keeps %s as typed', (text) => {
    expect(parseTypedDate(text, birth)).toMatchObject({ ok: false, text });
  });

  it('reads empty as null', () => {
    expect(parseTypedDate('  ', birth)).toEqual({ ok: true, date: null });
  });

  it('takes the later century that lies inside the range of the field', () => {
    const hearing = { min: day('2025-01-01'), max: day('2031-12-31'), precision: 'full' } as const;
    expect(parseTypedDate('05/01/27', hearing)).toEqual({ ok: true, date: { year: 2027, month: 1, day: 5 } });
    expect(parseTypedDate('05/01/27', birth)).toEqual({ ok: true, date: { year: 1927, month: 1, day: 5 } });
    expect(parseTypedDate('05/01/24', birth)).toEqual({ ok: true, date: { year: 2024, month: 1, day: 5 } });
  });

  it('asks for four digits when no century fits', () => {
    const hearing = { min: day('2025-01-01'), max: day('2031-12-31'), precision: 'full' } as const;
    expect(parseTypedDate('05/01/90', hearing)).toMatchObject({
      ok: false,
      message: 'Escriba el año con cuatro dígitos.',
    });
  });

  it('takes a month or a year only where the field allows it, never filled up', () => {
    expect(parseTypedDate('03/1990', { ...birth, precision: 'month' })).toEqual({
      ok: true,
      date: { year: 1990, month: 3, day: null },
    });
    expect(parseTypedDate('1990', { ...birth, precision: 'year' })).toEqual({
      ok: true,
      date: { year: 1990, month: null, day: null },
    });
    expect(parseTypedDate('1990', { ...birth, precision: 'month' }).ok).toBe(false);
    expect(parseTypedDate('03/1990', birth).ok).toBe(false);
  });

  it('refuses a day outside the range', () => {
    expect(parseTypedDate('26/11/2026', birth).ok).toBe(false);
    expect(parseTypedDate('31/12/1899', birth).ok).toBe(false);
  });
});

describe('parseTypedTime', () => {
  it.each(['9:30', '930', '0930', '9.30', '09:30'])('reads %s', (text) => {
    expect(parseTypedTime(text)).toBe('09:30');
  });

  it.each(['24:00', '9:60', '2530', '12', 'nueve', ''])('refuses «%s»', (text) => {
    expect(parseTypedTime(text)).toBeNull();
  });
});

describe('formats of a date', () => {
  it('writes the day, the long date and what is known of a partial one', () => {
    expect(formatCivilDate(day('2026-09-05'))).toBe('05/09/2026');
    expect(formatLongDate(day('2026-09-05'))).toBe('5 de setiembre de 2026');
    expect(formatPartialDate({ year: 1990, month: 3, day: null })).toBe('marzo de 1990');
    expect(formatPartialDate({ year: 1990, month: null, day: null })).toBe('1990');
    expect(formatPartialDate({ year: 1990, month: 3, day: 5 })).toBe('05/03/1990');
  });
});

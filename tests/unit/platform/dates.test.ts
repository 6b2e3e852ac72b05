import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { civilDateOf, instantIn, monthOf, timeOf, todayIn } from '../../../src/shared/platform/clock.ts';
import {
  addDays,
  addMonths,
  civilDateSchema,
  completedYears,
  instantSchema,
  monthSchema,
  partialDateSchema,
  spanOf,
  timeOfDaySchema,
  toPartial,
  type CivilDate,
  type Month,
} from '../../../src/shared/platform/dates.ts';

const day = (text: string) => text as CivilDate;
const month = (text: string) => text as Month;

describe('civilDateSchema', () => {
  it.each(['2026-11-25', '2024-02-29', '1900-01-01', '2199-12-31'])('takes %s', (text) => {
    expect(civilDateSchema.safeParse(text).success).toBe(true);
  });

  it.each([
    '2023-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '1899-12-31',
    '2200-01-01',
    '2026-1-5',
    '25/11/2026',
    '',
  ])('refuses %j', (text) => {
    expect(civilDateSchema.safeParse(text).error?.issues[0]?.message).toBe('Fecha no válida. Use dd/mm/aaaa.');
  });

  it('refuses an instant: a date has no hour', () => {
    expect(civilDateSchema.safeParse('2026-11-25T00:00:00.000Z').success).toBe(false);
  });
});

describe('partialDateSchema', () => {
  it.each([
    { year: 2024, month: 2, day: 29 },
    { year: 2024, month: 2, day: null },
    { year: 2024, month: null, day: null },
  ])('takes what is known: $year $month $day', (date) => {
    expect(partialDateSchema.parse(date)).toEqual(date);
  });

  it.each([
    { year: 2023, month: 2, day: 29 },
    { year: 2023, month: null, day: 5 },
    { year: 2023, month: 13, day: null },
    { year: 1899, month: null, day: null },
    { year: null, month: 5, day: 5 },
    { year: 2023.5, month: null, day: null },
    { year: 2023, month: 5 },
  ])('refuses what cannot be: $year $month $day', (date) => {
    expect(partialDateSchema.safeParse(date).success).toBe(false);
  });
});

describe('timeOfDaySchema, monthSchema, instantSchema', () => {
  it.each(['00:00', '09:05', '23:59'])('take the hour %s', (text) => {
    expect(timeOfDaySchema.safeParse(text).success).toBe(true);
  });

  it.each(['24:00', '9:05', '12:60', '12:00:00', '12.00'])('refuse the hour %s', (text) => {
    expect(timeOfDaySchema.safeParse(text).success).toBe(false);
  });

  it('take whole months and instants in UTC only', () => {
    expect(monthSchema.safeParse('2026-11').success).toBe(true);
    expect(['2026-13', '2026-00', '2026-1', '1899-12'].filter((text) => monthSchema.safeParse(text).success)).toEqual(
      [],
    );
    expect(instantSchema.safeParse('2026-11-25T08:30:00.000Z').success).toBe(true);
    expect(instantSchema.safeParse('2026-11-25T03:30:00.000-05:00').success).toBe(false);
  });
});

describe('spanOf', () => {
  it('is one day, one month or one year', () => {
    expect(spanOf({ year: 2024, month: 2, day: 10 })).toEqual({ first: '2024-02-10', last: '2024-02-10' });
    expect(spanOf({ year: 2024, month: 2, day: null })).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(spanOf({ year: 2024, month: null, day: null })).toEqual({ first: '2024-01-01', last: '2024-12-31' });
  });
});

describe('completedYears', () => {
  it('counts a birthday on its day, not the day before', () => {
    const birth = { year: 1990, month: 3, day: 15 };
    expect(completedYears(birth, day('2026-03-14'))).toBe(35);
    expect(completedYears(birth, day('2026-03-15'))).toBe(36);
  });

  it('counts a birthday of the 29th of February', () => {
    const birth = { year: 2008, month: 2, day: 29 };
    expect(completedYears(birth, day('2026-02-27'))).toBe(17);
    expect(completedYears(birth, day('2026-03-01'))).toBe(18);
  });

  it('is null for a birth known in part', () => {
    expect(completedYears({ year: 1990, month: 3, day: null }, day('2026-03-15'))).toBeNull();
    expect(completedYears({ year: 1990, month: null, day: null }, day('2026-03-15'))).toBeNull();
  });
});

describe('addDays and addMonths', () => {
  it('cross months, years and leap days', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(addMonths(month('2026-11'), 14)).toBe('2028-01');
  });

  it('undo themselves', () => {
    const dates = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const start = day(date.toISOString().slice(0, 10));
        expect(addDays(addDays(start, days), -days)).toBe(start);
        expect(spanOf(toPartial(start))).toEqual({ first: start, last: start });
      }),
    );
  });
});

describe('the clock', () => {
  const clock = { now: () => Date.parse('2026-11-25T03:30:00.000Z') };

  it('tells the day and hour of Peru, five hours behind UTC', () => {
    expect(todayIn(clock)).toBe('2026-11-24');
    expect(timeOf(clock.now())).toBe('22:30');
    expect(civilDateOf(Date.parse('2026-11-25T05:00:00.000Z'))).toBe('2026-11-25');
    expect(civilDateOf(Date.parse('2026-11-25T04:59:59.999Z'))).toBe('2026-11-24');
  });

  it('tells them as the time zone does, also in the summers whose clocks were put forward', () => {
    const min = Date.parse('1985-01-01T00:00:00.000Z');
    const instants = fc.integer({ min, max: Date.parse('2060-01-01T00:00:00.000Z') });
    fc.assert(
      fc.property(instants, (instant) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('America/Lima');
        expect(civilDateOf(instant)).toBe(zoned.toPlainDate().toString());
        expect(timeOf(instant)).toBe(zoned.toPlainTime().toString({ smallestUnit: 'minute' }));
      }),
      { examples: [[Date.parse('1987-01-15T04:30:00.000Z')], [Date.parse('1986-04-01T03:59:59.000Z')]] },
    );
  });

  it('tells instants in UTC and the month of a day', () => {
    expect(instantIn(clock)).toBe('2026-11-25T03:30:00.000Z');
    expect(monthOf(todayIn(clock))).toBe('2026-11');
  });
});

import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import {
  easterOf,
  holidaySchema,
  holidaysIn,
  shippedHolidays,
  workCalendar,
  type Holiday,
} from '../../../src/shared/proceedings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

const on = (date: string) => date as CivilDate;
const row = (id: string, value: Holiday, validFrom = '1900-01-01', version = 1) => ({
  ...{ id, version, value, source: 'Norma inventada', confirmation: 'toConfirm' as const, note: null },
  validFrom: on(validFrom),
  validTo: null,
});
const declared = (from: string, to: string): Holiday => ({
  ...{ name: 'Día no laborable', form: 'span', scope: 'declared', day: null, easterOffset: null, place: null },
  from: on(from),
  to: on(to),
});

describe('holidays', () => {
  it('of the nation are those of date-holidays for 2024–2035, Easter Sunday aside', () => {
    const national = shippedHolidays.filter(({ value }) => value.scope === 'national');
    const other = new Holidays('PE');
    for (let year = 2024; year <= 2035; year += 1) {
      const theirs = other
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10))
        .filter((date) => date !== easterOf(year));
      const ours = [...holidaysIn(national, year).keys()];
      expect(ours.toSorted(), String(year)).toEqual([...new Set(theirs)].toSorted());
    }
  });

  it('follow Easter over the years', () => {
    const known = ['1961-04-02', '2000-04-23', '2008-03-23', '2024-03-31', '2026-04-05', '2038-04-25', '2049-04-18'];
    for (const date of known) expect(easterOf(Number(date.slice(0, 4)))).toBe(date);
  });

  it('count only from the year the law gave them', () => {
    const calendar = workCalendar(shippedHolidays, { kind: 'office', district: null }, 'sure');
    expect(calendar.whyOff(on('2021-08-06'))).toBeNull();
    expect(calendar.whyOff(on('2026-08-06'))).toBe('Batalla de Junín');
  });

  it('of judges, regions, districts and decrees hold where they were given', () => {
    const rows = [
      ...shippedHolidays,
      row('cusco', { ...declared('2026-06-24', '2026-06-24'), scope: 'regional', place: '08', name: 'Cusco' }),
      row('sjl', { ...declared('2026-01-13', '2026-01-13'), scope: 'local', place: '150132', name: 'Aniversario' }),
      row('bridge', declared('2026-07-27', '2026-07-27')),
    ];
    const lima = workCalendar(rows, { kind: 'judicial', district: '150132' }, 'doubtful');
    const cusco = workCalendar(rows, { kind: 'office', district: '080101' }, 'doubtful');
    const police = workCalendar(rows, { kind: 'public', district: '080101' }, 'doubtful');
    expect(['2026-08-04', '2026-06-24', '2026-07-27'].map((date) => police.whyOff(on(date)) !== null)).toEqual([
      ...[false, true, true],
    ]);
    expect(lima.whyOff(on('2026-08-04'))).toBe('Día del Juez');
    expect(cusco.whyOff(on('2026-08-04'))).toBeNull();
    expect(lima.whyOff(on('2026-06-24'))).toBeNull();
    expect(cusco.whyOff(on('2026-06-24'))).toBe('Cusco');
    expect(lima.whyOff(on('2026-01-13'))).toBe('Aniversario');
    expect(cusco.whyOff(on('2026-01-13'))).toBeNull();
    expect([lima, cusco].map((calendar) => calendar.whyOff(on('2026-07-27')))).toEqual([
      'Día no laborable',
      'Día no laborable',
    ]);
    expect(workCalendar(rows, { kind: 'judicial', district: null }, 'doubtful').whyOff(on('2026-06-24'))).toBeNull();
  });

  it('taken back by a later version are working days again from its date', () => {
    const old = row('invented', {
      ...declared('2026-03-02', '2026-03-02'),
      form: 'yearly',
      day: '03-02',
      from: null,
      to: null,
    });
    const moved = row('invented', { ...old.value, day: '03-03', name: 'Corrida' }, '2027-01-01', 2);
    const calendar = workCalendar([old, moved], { kind: 'office', district: null }, 'sure');
    expect(calendar.whyOff(on('2026-03-02'))).toBe('Día no laborable');
    expect(calendar.whyOff(on('2027-03-02'))).toBeNull();
    expect(calendar.whyOff(on('2027-03-03'))).toBe('Corrida');
  });

  it.each([
    ['a yearly day without its day', { ...declared('2026-01-01', '2026-01-01'), form: 'yearly' }],
    ['a span that ends before it starts', declared('2026-02-02', '2026-02-01')],
    ['a regional day without a region', { ...declared('2026-02-02', '2026-02-02'), scope: 'regional' }],
    ['Easter without its distance', { ...declared('2026-02-02', '2026-02-02'), form: 'easter' }],
  ])('refuse %s', (_what, value) => {
    expect(holidaySchema.safeParse(value).success).toBe(false);
  });

  it('accept every row that is shipped', () => {
    for (const { id, value } of shippedHolidays) expect(holidaySchema.safeParse(value).success, id).toBe(true);
  });
});

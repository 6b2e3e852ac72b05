/** The terms that are shipped, number by number (law and deadlines §6.2; unconfirmed §5). */
import { describe, expect, it } from 'vitest';
import { shippedDeadlineRules } from '../../../src/shared/proceedings/law-tables.ts';
import { deadlineTable, distanceTable, effectTable, holidayTable } from '../../../src/shared/proceedings/index.ts';

const table: Readonly<Record<string, string>> = {
  ...{
    D01: '24 hours',
    D02: '24 hours',
    D03a: '24 hours',
    D03b: '24 hours',
    D03c: '48 hours',
    D50: '48 hours',
    D04a: '24 hours',
    D04b: '48 hours',
    D04c: '72 hours',
  },
  ...{
    D05: '3 businessDays',
    D05b: '3 businessDays',
    D05c: '3 businessDays',
    D06: '3 businessDays',
    D07a: '3 businessDays',
    D07b: '1 businessDays',
  },
  ...{ D08: '5 businessDays', D09: '3 businessDays', D10: '3 businessDays' },
  ...{ D11a: '15 businessDays', D11b: '5 businessDays', D12a: '6 months', D12b: '3 months' },
  ...{
    D13: '48 hours',
    D14: '120 calendarDays',
    D15: '5 businessDays',
    D16a: '5 businessDays',
    D16b: '3 businessDays',
  },
  ...{ D17: '3 businessDays', D20: '72 hours', D21: '120 hours', D22: '6 months', D23: '12 months' },
  ...{ D34a: '7 calendarDays', D34b: '24 hours', D34c: '3 calendarDays' },
  ...{ D36a: '3 months', D36b: '15 calendarDays', D36c: '1 months' },
  ...{ D16c: '3 businessDays', D51: '3 businessDays', D52: '3 businessDays', D53: '3 businessDays' },
  ...{ D54: '10 businessDays', D55: '10 businessDays', D56: '15 businessDays', D57: '10 businessDays' },
  ...{ D58: '3 businessDays', D59: '3 businessDays', D60: '3 businessDays', D61: '2 businessDays' },
  ...{ D63: '3 businessDays', D64: 'event', D65: 'event' },
  ...{ D70: '24 hours', D71: '24 hours', D72: '72 hours', D73: '24 hours' },
  ...{ D24: '48 hours', D25: '6 months', D26: '24 months', D27: '20 businessDays', D28: '10 businessDays' },
};

const validity: Readonly<Record<string, readonly [string, string | null]>> = {
  D03a: ['2023-03-23', null],
  D03b: ['2023-03-23', null],
  D03c: ['2023-03-23', null],
  D04a: ['2018-09-05', '2020-04-27'],
  D04b: ['2018-09-05', '2020-04-27'],
  D04c: ['2018-09-05', '2020-04-27'],
  D13: ['2017-05-10', null],
  D70: ['2020-04-28', '2023-03-22'],
  D71: ['2023-03-23', '2023-05-25'],
  D72: ['2015-11-24', '2018-09-04'],
  D73: ['1900-01-01', '2017-05-09'],
  D05: ['2018-10-26', null],
  D24: ['2025-03-31', null],
};

describe('the shipped terms', () => {
  it.each(Object.entries(table))('%s has the term of the table: %s', (id, words) => {
    const rows = shippedDeadlineRules.filter((row) => row.id === id);
    expect(rows.map(({ value }) => (value.amount === null ? value.unit : `${value.amount} ${value.unit}`))).toEqual([
      words,
    ]);
  });

  it.each(Object.entries(validity))('%s is in force from and to the days of its law', (id, days) => {
    const [row] = shippedDeadlineRules.filter((one) => one.id === id);
    expect([row?.validFrom, row?.validTo]).toEqual(days);
  });

  it('none counts as official without its source', () => {
    for (const row of shippedDeadlineRules) expect([row.id, row.source.length > 2]).toEqual([row.id, true]);
  });
});

it('whatever moves a term is confirmed by two persons', () => {
  for (const { id, needsTwoEyes } of [deadlineTable, holidayTable, effectTable, distanceTable])
    expect([id, needsTwoEyes]).toEqual([id, true]);
});

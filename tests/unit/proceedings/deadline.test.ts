import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deadlineRuleSchema,
  deadlinesOf,
  measureKinds,
  ownActs,
  shippedDeadlineRules,
  warnedAt,
  type DeadlineRow,
  type LawTables,
  type TermTrigger,
} from '../../../src/shared/proceedings/index.ts';
import { measureCodes, precautionaryCodes } from '../../../src/shared/filings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { law, moment, notified, trigger } from './law.ts';
import { courtHolidays, slowDue } from './oracle.ts';

/** `D03 2026-06-13 17:40` for each term, in the order of the table. */
function dues(of: TermTrigger, tables: LawTables = law): string[] {
  return deadlinesOf(of, tables).map((one) => {
    const due = warnedAt(one);
    return `${one.rule.id} ${due === null ? '-' : `${due.on} ${due.time}`}`;
  });
}

function edited(id: string, from: string, change: Partial<DeadlineRow['value']>, version = 2): DeadlineRow {
  const base = shippedDeadlineRules.find((row) => row.id === id);
  if (base === undefined) throw new Error(`no rule ${id}`);
  return { ...base, version, validFrom: from as CivilDate, validTo: null, value: { ...base.value, ...change } };
}

/** Invented later laws: twelve hours from September 2026, then two business days from 2028, and a longer appeal. */
const later: LawTables = {
  ...law,
  rules: [
    ...law.rules,
    ...['D03a', 'D03b'].flatMap((id) => [
      edited(id, '2026-09-01', { amount: 12 }),
      edited(id, '2028-03-01', { amount: 2, unit: 'businessDays' }, 3),
    ]),
    edited('D05', '2026-07-01', { amount: 5 }),
  ],
};

describe('the examples of the law page', () => {
  it.each<[string, TermTrigger, string[]]>([
    [
      'D03 by the clock',
      trigger('courtReceived', '2026-06-12 17:40', { riskLevel: 'severe' }),
      ['D03b 2026-06-13 17:40'],
    ],
    [
      'the decree of the pandemic before the law of 2023',
      trigger('courtReceived', '2022-05-10 09:00', { riskLevel: 'severe' }),
      ['D70 2022-05-11 09:00'],
    ],
    [
      'D05 over a holiday and a weekend',
      trigger('measuresDecided', '2026-06-24', { notification: notified('2026-06-25') }),
      ['D05 2026-07-01 23:59'],
    ],
    [
      'D15 over Fiestas Patrias',
      trigger('archived', '2026-07-20', { notification: notified('2026-07-22') }),
      ['D15 2026-08-03 23:59'],
    ],
    [
      'D12b to the end of a shorter month, a Sunday',
      trigger('policeNotified', '2026-11-30', { riskLevel: 'severe' }),
      ['D11b 2026-12-07 23:59', 'D12b 2027-03-01 23:59'],
    ],
  ])('%s', (_words, of, expected) => {
    expect(dues(of)).toEqual(expected);
  });

  it.each([
    ['measuresVaried', 'D05b'],
    ['measuresLifted', 'D05c'],
  ] as const)('a decision that is %s can be appealed in the term of one that grants', (kind, id) => {
    const of = trigger(kind, '2026-06-24', { notification: notified('2026-06-25') });
    expect(dues(of)).toEqual([`${id} 2026-07-01 23:59`]);
    expect(deadlinesOf(of, law)).toMatchObject([{ rule: { confirmation: 'toConfirm' }, lacksDistance: false }]);
  });

  const of4August = { notification: notified('2026-07-31') };
  it.each([
    ['the police', trigger('policeNotified', '2026-07-31', { riskLevel: 'severe' }), 'D11b 2026-08-10 23:59'],
    ['a prosecutor', trigger('archived', '2026-07-30', of4August), 'D15 2026-08-10 23:59'],
    ['the superior prosecutor', trigger('chamberReceived', '2026-07-31'), 'D08 2026-08-10 23:59'],
    ['a court', trigger('judgment', '2026-07-30', of4August), 'D16a 2026-08-11 23:59'],
  ])('the judicial day of 4 August and 6 August: at %s', (_where, of, expected) => {
    expect(dues(of)).toContain(expected);
  });

  it('names the days that did not count', () => {
    const [term] = deadlinesOf(trigger('measuresDecided', '2026-06-24', { notification: notified('2026-06-25') }), law);
    expect(term?.byEntry?.skipped).toEqual([
      { on: '2026-06-27', name: 'Sábado' },
      { on: '2026-06-28', name: 'Domingo' },
      { on: '2026-06-29', name: 'San Pedro y San Pablo' },
    ]);
  });

  it('gives the vectors of ten working days, with and without a declared day', () => {
    const ten = edited('D06', '2026-01-01', { amount: 10 });
    const bridge = {
      id: 'bridge',
      version: 1,
      value: {
        name: 'Día no laborable declarado',
        form: 'span' as const,
        scope: 'declared' as const,
        ...{ day: null, easterOffset: null, place: null },
        from: '2026-07-27' as CivilDate,
        to: '2026-07-27' as CivilDate,
      },
      validFrom: '2026-07-01' as CivilDate,
      validTo: null,
      source: 'Decreto inventado',
      confirmation: 'secondary' as const,
      note: null,
    };
    // The vector does not know the judicial day of 4 August.
    const holidays = law.holidays.filter(({ value }) => value.scope !== 'judicial');
    const tables = { ...law, holidays, rules: [...law.rules, ten] };
    const filed = trigger('appealFiled', '2026-07-20');
    expect(dues(filed, tables)).toEqual(['D06 2026-08-07 23:59']);
    const withBridge = { ...tables, holidays: [...holidays, bridge] };
    expect(dues(filed, withBridge)).toEqual(['D06 2026-08-07 23:59']);
    expect(deadlinesOf(filed, withBridge)).toMatchObject([
      {
        byEntry: { due: { on: '2026-08-07' } },
        ifOff: { byEntry: { due: { on: '2026-08-10' } }, days: [{ on: '2026-07-27', name: bridge.value.name }] },
      },
    ]);
    const judicial = { ...bridge, value: { ...bridge.value, scope: 'judicial' as const } };
    expect(deadlinesOf(filed, { ...tables, holidays: [...holidays, judicial] })).toMatchObject([
      { byEntry: { due: { on: '2026-08-10' } }, ifOff: null },
    ]);
  });
});

describe('versions of the law', () => {
  it.each([
    ['2015-11-23 10:00', 'severe', []],
    ['2015-11-24 10:00', 'severe', ['D72 2015-11-27 10:00']],
    ['2018-09-04 10:00', 'severe', ['D72 2018-09-07 10:00']],
    ['2018-09-05 10:00', 'severe', ['D04a 2018-09-06 10:00']],
    ['2018-10-26 10:00', 'moderate', ['D04b 2018-10-28 10:00']],
    ['2020-02-28 10:00', 'mild', ['D04b 2020-03-01 10:00']],
    ['2020-02-28 23:30', null, ['D04c 2020-03-02 23:30']],
    ['2020-04-27 23:59', null, ['D04c 2020-04-30 23:59']],
    ['2020-04-28 00:00', null, ['D70 2020-04-29 00:00']],
    ['2023-03-22 23:59', 'severe', ['D70 2023-03-23 23:59']],
    ['2023-03-23 00:00', 'severe', ['D03b 2023-03-24 00:00']],
    ['2023-03-23 00:00', null, ['D03c 2023-03-25 00:00', 'D71 2023-03-24 00:00']],
    ['2023-05-25 12:00', null, ['D03c 2023-05-27 12:00', 'D71 2023-05-26 12:00']],
    ['2023-05-26 12:00', null, ['D03c 2023-05-28 12:00']],
    ['2026-08-31 20:00', 'mild', ['D03a 2026-09-01 20:00']],
    ['2026-09-01 20:00', 'mild', ['D03a 2026-09-02 08:00']],
    ['2026-12-31 18:00', 'severe', ['D03b 2027-01-01 06:00']],
    ['2028-02-28 18:00', 'severe', ['D03b 2028-02-29 06:00']],
    ['2028-02-29 18:00', 'severe', ['D03b 2028-03-01 06:00']],
    ['2028-03-03 18:00', 'severe', ['D03b 2028-03-07 23:59']],
    ['2028-12-29', 'severe', ['D03b 2029-01-04 23:59']],
  ] as const)('received %s, risk %s: %j', (fact, riskLevel, expected) => {
    expect(dues(trigger('courtReceived', fact, { riskLevel }), later)).toEqual(expected);
  });

  it('choose the rule by the day the notification came in, when the term runs from it', () => {
    const decided = (entry: string) => trigger('measuresDecided', '2026-06-20', { notification: notified(entry) });
    expect(dues(decided('2026-06-30'), later)).toEqual(['D05 2026-07-03 23:59']);
    expect(dues(decided('2026-07-01'), later)).toEqual(['D05 2026-07-08 23:59']);
  });

  it('take the shorter term when the risk is not determined and no row speaks of that', () => {
    const found = deadlinesOf(trigger('appealGranted', '2026-06-10'), law);
    expect(found.map(({ rule, assumesSevere }) => [rule.id, assumesSevere])).toEqual([['D07b', true]]);
    const known = deadlinesOf(trigger('appealGranted', '2026-06-10', { riskLevel: 'mild' }), law);
    expect(known.map(({ rule, assumesSevere }) => [rule.id, assumesSevere])).toEqual([['D07a', false]]);
  });
});

describe('levels of risk', () => {
  it.each([
    ['mild', 'D34a 2026-06-17 23:59', 'D36a 2026-09-10 23:59'],
    ['moderate', 'D34c 2026-06-13 23:59', 'D36c 2026-07-10 23:59'],
    ['severe', 'D34b 2026-06-11 10:00', 'D36b 2026-06-25 23:59'],
  ] as const)(
    '%s: first contact and next valuation as the criteria of the centre say',
    (riskLevel, contact, valued) => {
      expect(dues(trigger('caseValidated', '2026-06-10 10:00', { riskLevel }))).toContain(contact);
      expect(
        dues(trigger('caseValidated', '2026-06-10 10:00', { riskLevel })).filter((due) => due.startsWith('D34')),
      ).toHaveLength(1);
      expect(dues(trigger('riskValued', '2026-06-10', { riskLevel }))).toEqual([valued]);
    },
  );

  it.each([
    ['firstMonthContact', ['D40a 2026-07-10', 'D40c 2026-06-25', 'D40b 2026-06-17']],
    ['laterContact', ['D41a 2026-07-10', 'D41c 2026-06-25', 'D41b 2026-06-25']],
  ] as const)('%s: the next contact comes monthly, each 15 days or weekly at first', (kind, expected) => {
    const found = (['mild', 'moderate', 'severe'] as const).map((riskLevel) =>
      dues(trigger(kind, '2026-06-10', { riskLevel })),
    );
    expect(found).toEqual(expected.map((due) => [`${due} 23:59`]));
  });

  it('a row kept for mild and moderate holds for both, beside the row of one of them', () => {
    const kept = edited('D34a', '2026-01-01', { riskLevel: 'mildOrModerate', amount: 2 });
    const tables = { ...law, rules: [...law.rules, kept] };
    const contact = (riskLevel: TermTrigger['riskLevel']) =>
      dues(trigger('caseValidated', '2026-06-10 10:00', { riskLevel }), tables).filter((due) => due.startsWith('D34'));
    expect(contact('mild')).toEqual(['D34a 2026-06-12 23:59']);
    expect(contact('moderate')).toEqual(['D34a 2026-06-12 23:59', 'D34c 2026-06-13 23:59']);
    expect(contact('severe')).toEqual(['D34b 2026-06-11 10:00']);
    expect(contact(null)).toEqual(['D34b 2026-06-11 10:00']);
  });
});

describe('starts', () => {
  it('counts hours from 00:00 when only the day is known, and says so', () => {
    const [term] = deadlinesOf(trigger('courtReceived', '2026-06-12', { riskLevel: 'mild' }), law);
    expect(term?.byEntry).toMatchObject({ assumesMidnight: true, due: { on: '2026-06-13', time: '00:00' } });
    const [exact] = deadlinesOf(trigger('courtReceived', '2026-06-12 00:00', { riskLevel: 'mild' }), law);
    expect(exact?.byEntry?.assumesMidnight).toBe(false);
  });

  it('waits for the notification where the term runs from it', () => {
    expect(dues(trigger('measuresDecided', '2026-06-24'))).toEqual([]);
  });

  it('counts an electronic box by both readings of the Supreme Court, and warns at the earlier', () => {
    const [term] = deadlinesOf(
      trigger('measuresDecided', '2026-06-24', { notification: notified('2026-06-25 16:00', 'electronicBox') }),
      law,
    );
    // Enters Thursday 25; Friday 26 and Tuesday 30 (Monday 29 is a holiday) make the second day.
    expect(term?.byEffect).toMatchObject({ start: { on: '2026-06-30', time: null }, due: { on: '2026-07-03' } });
    expect(term?.byEntry).toMatchObject({ start: { on: '2026-06-30' }, countsStart: true });
    expect(term?.byEntry?.due).toEqual({ on: '2026-07-02', time: '23:59' });
    expect(term === undefined ? null : warnedAt(term)).toEqual({ on: '2026-07-02', time: '23:59' });
  });

  it('follows a date of effect written by hand', () => {
    const notification = { form: 'electronicBox' as const, entry: moment('2026-06-25'), effect: moment('2026-06-26') };
    const [term] = deadlinesOf(trigger('measuresDecided', '2026-06-24', { notification }), law);
    expect(term?.byEffect?.due.on).toBe('2026-07-02');
  });

  it('adds the days of distance to terms of the party alone, and says when they are not known', () => {
    const far = (distanceDays: number | null) =>
      trigger('measuresDecided', '2026-06-24', { distanceDays, notification: notified('2026-06-25') });
    expect(dues(far(2))).toEqual(['D05 2026-07-03 23:59']);
    expect(deadlinesOf(far(null), law)).toMatchObject([{ lacksDistance: true, byEntry: { distanceDays: 0 } }]);
    expect(dues(trigger('appealFiled', '2026-06-10', { distanceDays: 5 }))).toEqual(['D06 2026-06-15 23:59']);
    const business = law.distances.map((row) => ({ ...row, value: { unit: 'businessDays' as const } }));
    expect(dues(far(3), { ...law, distances: business })).toEqual(['D05 2026-07-06 23:59']);
  });

  it('lists a term without length, with no date', () => {
    expect(dues(trigger('preparatoryExtended', '2026-06-10'))).toEqual(['D64 -']);
  });

  it('ends where the act itself says, before and after what the table counts', () => {
    const fixed = (fixedOn: string | null) =>
      dues(trigger('preparatoryOpened', '2026-03-02', { fixedOn: fixedOn as CivilDate | null }));
    expect(fixed(null)).toEqual(['D14 2026-06-30 23:59']);
    expect(fixed('2026-06-07')).toEqual(['D14 2026-06-07 23:59']);
    expect(fixed('2026-11-02')).toEqual(['D14 2026-11-02 23:59']);
  });

  it('of an act that the centre named are those of its own row and of «Otro acto»', () => {
    const own = { ...edited('D60', '2026-01-01', { trigger: 'other', act: 'Nulidad inventada' }, 1), id: 'own' };
    const any = { ...edited('D60', '2026-01-01', { trigger: 'other', act: null, amount: 5 }, 1), id: 'any' };
    const tables = { ...law, rules: [...law.rules, own, any] };
    const of = (act: string | null) =>
      dues(trigger('other', '2026-06-10', { act, notification: notified('2026-06-10') }), tables);
    expect(of('Nulidad inventada')).toEqual(['own 2026-06-15 23:59', 'any 2026-06-17 23:59']);
    expect(of('Otra cosa')).toEqual(['any 2026-06-17 23:59']);
    expect(of(null)).toEqual(['any 2026-06-17 23:59']);
    expect(ownActs(tables.rules)).toEqual(['Nulidad inventada']);
    const misplaced = { ...own.value, trigger: 'judgment' };
    expect(deadlineRuleSchema.safeParse(misplaced).error?.issues[0]?.message).toBe(
      'Solo «Otro acto» lleva un nombre propio.',
    );
  });

  it('a row kept before consequences were said has the one of who must act', () => {
    for (const [id, consequence] of [
      ['D05', 'fatal'],
      ['D30', 'internal'],
      ['D02', 'verify'],
      ['D20', 'fatal'],
    ]) {
      const { consequence: _said, ...old } = edited(id ?? '', '2026-01-01', {}).value;
      expect(deadlineRuleSchema.parse(old)).toMatchObject({ consequence });
    }
  });
});

describe('the table', () => {
  it('is valid row by row, and every id is there once a version', () => {
    for (const { id, value } of shippedDeadlineRules)
      expect(deadlineRuleSchema.safeParse(value).success, id).toBe(true);
    const keys = shippedDeadlineRules.map(({ id, version }) => `${id}.${version}`);
    expect(new Set(keys).size).toBe(keys.length);
    const numbers = new Set(shippedDeadlineRules.map(({ id }) => id.slice(0, 3)));
    const wanted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23, 24, 25, 26];
    for (const number of [...wanted, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]) {
      expect(numbers, String(number)).toContain(`D${String(number).padStart(2, '0')}`);
    }
  });

  it('names the measures as the request for them does', () => {
    expect(measureKinds).toEqual([...measureCodes, ...precautionaryCodes]);
  });
});

/** Every unit under one trigger, so that each random start runs through all of them. */
function randomTables(amounts: readonly number[]): LawTables {
  const units = ['hours', 'businessDays', 'calendarDays', 'months'] as const;
  const rules = units.map((unit, at) => ({
    ...edited('D06', '1900-01-01', { unit, amount: amounts[at] ?? 1, calendar: 'judicial' }, 1),
    id: `X${at}`,
  }));
  return { ...law, rules };
}

describe('10,000 random starts', () => {
  it('end where counting one hour or one day at a time ends', () => {
    const holidays = courtHolidays(2024, 2036);
    const starts = fc.record({
      days: fc.integer({ min: 0, max: 365 * 11 }),
      minute: fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null }),
      amounts: fc.tuple(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 12 }),
      ),
    });
    let checked = 0;
    fc.assert(
      fc.property(starts, ({ days, minute, amounts }) => {
        const on = new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
        const time = minute === null ? null : new Date(minute * 60_000).toISOString().slice(11, 16);
        const tables = randomTables(amounts);
        const fact = { on: on as CivilDate, time };
        for (const { rule, byEntry } of deadlinesOf({ ...trigger('appealFiled', on), fact }, tables)) {
          const { amount, unit } = rule.value;
          const slow = slowDue(fact, { amount: amount ?? 0, unit }, holidays);
          expect(`${byEntry?.due.on ?? ''} ${byEntry?.due.time ?? ''}`).toBe(slow.due);
          expect(byEntry?.skipped.map((day) => day.on)).toEqual(slow.skipped);
          checked += 1;
        }
      }),
      { numRuns: 10_000, seed: 20_260_612 },
    );
    expect(checked).toBe(40_000);
  });
});

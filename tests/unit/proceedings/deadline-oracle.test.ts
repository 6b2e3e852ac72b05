/** Random starts under random rules, against the slow way: levels, versions, places, notifications and distance. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarKinds,
  deadlinesOf,
  ruleLevels,
  shippedHolidays,
  warnedAt,
  type DeadlineRow,
  type LawTables,
  type TermTrigger,
} from '../../../src/shared/proceedings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { law } from './law.ts';
import { slowTerms, stateHolidays, type ExtraDay, type SlowRule, type World } from './oracle.ts';

const dateAt = (days: number) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10);
const dates = fc.integer({ min: 0, max: 365 * 3 }).map(dateAt);
const minutes = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const lengths = fc.oneof(
  fc.record({ unit: fc.constant('hours'), amount: fc.integer({ min: 0, max: 120 }) }),
  fc.record({ unit: fc.constant('businessDays'), amount: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ unit: fc.constant('calendarDays'), amount: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ unit: fc.constant('months'), amount: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ unit: fc.constant('event'), amount: fc.constant(null) }),
);
const version = fc
  .record({
    ...{ length: lengths, level: maybe(fc.constantFrom(...ruleLevels)), addsDistance: fc.boolean() },
    calendar: fc.constantFrom(...calendarKinds),
    from: dates,
    lasts: maybe(fc.integer({ min: 0, max: 500 })),
  })
  .map(({ length, from, lasts, ...rest }) => ({
    ...{ ...length, ...rest, from },
    to: lasts === null ? null : dateAt((Date.parse(from) - Date.UTC(2025, 0, 1)) / 86_400_000 + lasts),
  }));
/** Four rows of one term from the fact and two of another from the notification, each with an older version. */
const rules = fc.array(fc.tuple(version, version), { minLength: 6, maxLength: 6 }).map((pairs): SlowRule[] =>
  pairs.flatMap(([older, newer], at) => {
    const startsAt = at < 3 ? ('fact' as const) : ('notification' as const);
    const id = `${at < 3 ? 'X1' : 'X2'}${'abc'[at % 3] ?? ''}`;
    return [
      { ...older, id, startsAt, from: '1900-01-01', to: null },
      { ...newer, id, startsAt },
    ];
  }),
);
const extras = fc.array(
  fc.record({ date: dates, place: fc.constantFrom(null, '08', '15', '150132', '080101'), isJudicial: fc.boolean() }),
  { maxLength: 60 },
);
const notification = fc.record({
  entry: fc.record({ on: dates, time: maybe(minutes) }),
  effectDays: fc.integer({ min: 0, max: 3 }),
  countsEffect: fc.boolean(),
  lateBy: maybe(fc.integer({ min: 0, max: 9 })),
});
const worlds = fc
  .record({
    ...{ rules, extras, notification: maybe(notification), fact: fc.record({ on: dates, time: maybe(minutes) }) },
    level: fc.constantFrom(null, 'mild', 'moderate', 'severe'),
    district: fc.constantFrom(null, '080101', '150132', '150101'),
    centreDistrict: fc.constantFrom('080101', '150132'),
    distanceDays: maybe(fc.integer({ min: 0, max: 6 })),
    distanceUnit: fc.constantFrom('businessDays', 'calendarDays'),
    fixedOn: maybe(dates),
  })
  .map(({ notification: told, extras: added, ...rest }): World => ({
    ...rest,
    extras: added.map((day) => ({ ...day, place: day.isJudicial ? null : day.place })),
    notification: told === null ? null : { ...told, effectByHand: handOf(told.entry.on, told.lateBy) },
  }));

function handOf(entry: string, lateBy: number | null): string | null {
  return lateBy === null ? null : new Date(Date.parse(entry) + lateBy * 86_400_000).toISOString().slice(0, 10);
}

const row = { source: 'Norma inventada', confirmation: 'toConfirm' as const, note: null };
const always = { version: 1, validFrom: '1900-01-01' as CivilDate, validTo: null };

function ruleRow(rule: SlowRule, at: number): DeadlineRow {
  return {
    ...row,
    id: rule.id,
    version: (at % 2) + 1,
    validFrom: rule.from as CivilDate,
    validTo: rule.to as CivilDate | null,
    value: {
      ...{ trigger: 'judgment', act: null, task: 'Acto inventado', actor: 'party', officeAction: 'Verificar.' },
      ...{ startsAt: rule.startsAt, riskLevel: rule.level, amount: rule.amount, unit: rule.unit },
      ...{ calendar: rule.calendar, addsDistance: rule.addsDistance, remindHoursBefore: [] },
      consequence: 'fatal',
    } as DeadlineRow['value'],
  };
}

function holidayRow({ date, place, isJudicial }: ExtraDay, at: number): LawTables['holidays'][number] {
  const local = place?.length === 2 ? 'regional' : 'local';
  const scope = isJudicial ? 'judicial' : place === null ? 'declared' : local;
  const days = { from: date as CivilDate, to: date as CivilDate, day: null, easterOffset: null, place };
  return { ...row, ...always, id: `extra-${at}`, value: { ...days, name: 'Día inventado', form: 'span', scope } };
}

function tablesOf({ rules: slow, extras: days, notification: told, distanceUnit }: World): LawTables {
  const effect = {
    form: 'paper' as const,
    days: told?.effectDays ?? 0,
    unit: 'businessDays' as const,
    mayCountItself: told?.countsEffect ?? false,
    words: 'Inventado',
  };
  return {
    rules: slow.map(ruleRow),
    // The declared and regional days that come with the program are not in the list of the slow way: it has its own.
    holidays: [
      ...shippedHolidays.filter(({ value }) => value.form !== 'span' && value.place === null),
      ...days.map(holidayRow),
    ],
    effects: [{ ...row, ...always, id: 'paper', value: effect }],
    distances: law.distances.map(
      (one) => ({ ...one, value: { unit: distanceUnit } }) as LawTables['distances'][number],
    ),
  };
}

function triggerOf({ notification: told, ...world }: World): TermTrigger {
  const { fact, level, district, centreDistrict, distanceDays, fixedOn } = world;
  const byHand = told?.effectByHand ?? null;
  const entered = told === null ? null : { form: 'paper' as const, entry: told.entry };
  return {
    kind: 'judgment',
    act: null,
    ...{ fact, riskLevel: level, district, centreDistrict, distanceDays, fixedOn },
    notification: entered === null ? null : { ...entered, effect: byHand === null ? null : { on: byHand, time: null } },
  } as TermTrigger;
}

const words = (due: { on: string; time: string } | null | undefined) =>
  due === null || due === undefined ? '-' : `${due.on} ${due.time}`;

describe('10,000 random starts under random rules', () => {
  it('have the terms and the dates of the slow way', () => {
    const ofState = stateHolidays(2024, 2030);
    let checked = 0;
    fc.assert(
      fc.property(worlds, (world) => {
        const found = deadlinesOf(triggerOf(world), tablesOf(world)).map((one) => {
          const [early, late] = [words(one.byEntry?.due), words(one.byEffect?.due)];
          const ifOff = one.ifOff ?? one;
          const later = `${words(ifOff.byEntry?.due)} ${words(ifOff.byEffect?.due)}`;
          return `${one.rule.id} ${early} | ${late} | ${words(warnedAt(one))} | ${later}`;
        });
        expect(found.toSorted()).toEqual(slowTerms(world, ofState));
        checked += found.length;
      }),
      { numRuns: 10_000, seed: 20_260_612 },
    );
    expect(checked).toBeGreaterThan(10_000);
  });
});

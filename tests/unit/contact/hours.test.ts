/** Her hours, as she said them: what is understood, what is not, and the first safe moment. */
import { describe, expect, it } from 'vitest';
import {
  callAdvice,
  firstWithin,
  hoursAt,
  hoursOf,
  nextTry,
  nextTryTable,
  timeAt,
} from '../../../src/shared/contact/index.ts';
import type { PersonContact } from '../../../src/shared/people/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';

/** A Wednesday. */
const today = '2026-06-10' as CivilDate;
const at = (time: string, on: CivilDate = today) => ({ on, time });

const said = (words: string) =>
  hoursOf(words)?.map(
    ({ days, from, to }) => `${days.join('')} ${timeAt(from)}-${to === 1440 ? '24:00' : timeAt(to)}`,
  ) ?? null;

describe('hours in words', () => {
  it.each([
    ['mañanas', ['1234567 08:00-12:00']],
    ['Por la mañana', ['1234567 08:00-12:00']],
    ['tardes', ['1234567 13:00-18:00']],
    ['De 10:00 a 12:00', ['1234567 10:00-12:00']],
    ['Solo de 10 a 12', ['1234567 10:00-12:00']],
    ['9 a 1', ['1234567 09:00-13:00']],
    ['8 a 5', ['1234567 08:00-17:00']],
    ['2 a 5 de la tarde', ['1234567 14:00-17:00']],
    ['7 a 9 pm', ['1234567 19:00-21:00']],
    ['8 a 10 de la mañana', ['1234567 08:00-10:00']],
    ['10 a 2 pm', ['1234567 10:00-14:00']],
    ['de 9 a 12, lunes a viernes', ['12345 09:00-12:00']],
    ['de 2 a 5', ['1234567 14:00-17:00']],
    ['de 2 p.m. a 5 p. m.', ['1234567 14:00-17:00']],
    ['07:00 a 09:00', ['1234567 07:00-09:00']],
    ['lunes a viernes de 9 a 12', ['12345 09:00-12:00']],
    ['L a V, 9 a 12', ['12345 09:00-12:00']],
    ['martes y jueves por las tardes', ['24 13:00-18:00']],
    ['lunes mañanas, sábados 10 a 12', ['1 08:00-12:00', '6 10:00-12:00']],
    ['mañanas y tardes', ['1234567 08:00-12:00', '1234567 13:00-18:00']],
    ['después de las 2', ['1234567 14:00-24:00']],
    ['después de las 6', ['1234567 18:00-24:00']],
    ['en la mañana', ['1234567 08:00-12:00']],
    ['después de las 9 am', ['1234567 09:00-24:00']],
    ['desde las 8 de la noche', ['1234567 20:00-24:00']],
    ['hasta las 5', ['1234567 06:00-17:00']],
    ['antes de las 8 am', ['1234567 06:00-08:00']],
    ['06:00 a 07:00 y 18:00 a 20:00', ['1234567 06:00-07:00', '1234567 18:00-20:00']],
    [' ', ['1234567 00:00-24:00']],
    ['fines de semana', ['67 00:00-24:00']],
    ['a cualquier hora', ['1234567 00:00-24:00']],
  ] as const)('«%s»', (words, hours) => {
    expect(said(words)).toEqual(hours);
  });

  it.each([
    ...[
      'cuando él trabaja',
      'no en las mañanas',
      'mañanas, menos lunes',
      '7 a 9',
      '8 a 10',
      'de 10 a 25',
      'de 12 a 9:60',
    ],
    // Morning or evening: both may be meant.
    ...['después de las 9', 'a partir de las 9', 'desde las 10', 'hasta las 6', 'antes de las 8', 'antes de las 7'],
    // «Mañana» alone is tomorrow as well; these words say no hour; and nobody calls before six.
    ...['mañana', 'llamar mañana', 'lunes mañana', 'horario', 'y', 'solo', '.', ' - ', 'hasta las 5 am'],
    // Each of these narrows what stands beside it.
    ...['mañanas de 9 a 11', 'después de las 9 y antes de las 12', 'de 9 a 12 lunes a viernes, sábados 10 a 11'],
    ...['a las 3', 'viernes a martes de 9 a 12', 'nunca de 9 a 12', 'de 22:00 a 02:00'],
  ])('does not guess what «%s» means', (words) => {
    expect(hoursOf(words)).toBeNull();
  });

  it('takes a moment as within or not, and finds the next that is', () => {
    const hours = hoursOf('lunes a viernes de 14:00 a 16:00') ?? [];
    expect(hoursAt(hours, at('13:59'))).toBeNull();
    expect(hoursAt(hours, at('14:00'))).not.toBeNull();
    expect(hoursAt(hours, at('16:00'))).toBeNull();
    expect(firstWithin(hours, at('09:00'))).toEqual(at('14:00'));
    expect(firstWithin(hours, at('16:00'))).toEqual(at('14:00', '2026-06-11' as CivilDate));
    expect(firstWithin(hours, at('17:00', '2026-06-12' as CivilDate))).toEqual(at('14:00', '2026-06-15' as CivilDate));
  });
});

const number = (facts: Partial<PersonContact>): PersonContact => ({
  ...{ phone: '900000321', whose: null, mayCall: 'yes', hours: null, mayLeaveMessage: null, whatToSay: null },
  ...{ checkedOn: null, isShared: false, ...facts },
});
const advice = (
  contacts: readonly PersonContact[],
  time = '10:00',
  more: { isDeceased?: boolean; sharedAt?: number[] } = {},
) => callAdvice({ contacts: [...contacts], isDeceased: false, sharedAt: [], ...more }, at(time));

describe('which number may be called', () => {
  it('says now, later, or never with its reason', () => {
    expect(advice([number({})])).toEqual({ state: 'now', at: 0, until: null });
    expect(advice([number({ hours: 'mañanas' })])).toEqual({ state: 'now', at: 0, until: '12:00' });
    expect(advice([number({ hours: 'tardes' })])).toEqual({ state: 'later', at: 0, from: at('13:00') });
    expect(advice([number({ hours: 'cuando él sale' })])).toEqual({ state: 'ask', at: 0 });
    expect(advice([])).toEqual({ state: 'never', why: 'noPhone' });
    expect(advice([number({ mayCall: 'no' })])).toEqual({ state: 'never', why: 'unsafe' });
    expect(advice([number({ mayCall: null })])).toEqual({ state: 'never', why: 'notAsked' });
    expect(advice([number({ isShared: true })])).toEqual({ state: 'never', why: 'unsafe' });
    expect(advice([number({})], '10:00', { sharedAt: [0] })).toEqual({ state: 'never', why: 'unsafe' });
    expect(advice([number({})], '10:00', { isDeceased: true })).toEqual({ state: 'never', why: 'deceased' });
  });

  it('takes the number that is safe now before one that is not yet, and never one that is not safe', () => {
    const [no, later, now] = [number({ mayCall: 'no' }), number({ hours: 'tardes' }), number({ hours: 'mañanas' })];
    expect(advice([no, later, now])).toEqual({ state: 'now', at: 2, until: '12:00' });
    expect(advice([no, later])).toEqual({ state: 'later', at: 1, from: at('13:00') });
  });
});

describe('the next try', () => {
  const rows = nextTryTable.shipped;
  it('is proposed by result, within her hours and those of the centre', () => {
    const now = at('10:10');
    expect(nextTry('noAnswer', rows, { now, hours: hoursOf(null) })).toEqual(at('13:30'));
    expect(nextTry('noAnswer', rows, { now, hours: hoursOf('mañanas') })).toEqual(
      at('08:00', '2026-06-11' as CivilDate),
    );
    expect(nextTry('off', rows, { now: at('17:00', '2026-06-12' as CivilDate), hours: hoursOf(null) })).toEqual(
      at('08:00', '2026-06-15' as CivilDate),
    );
    // Only a weekend is safe: the centre's hours give way.
    expect(nextTry('noAnswer', rows, { now, hours: hoursOf('sábados de 10 a 12') })).toEqual(
      at('10:00', '2026-06-13' as CivilDate),
    );
    expect(nextTry('her', rows, { now, hours: hoursOf(null) })).toBeNull();
    expect(nextTry('wrong', rows, { now, hours: hoursOf(null) })).toBeNull();
  });
});

/** How a fact falls into a month. Invented fichas of numbers alone. */
import { describe, expect, it } from 'vitest';
import {
  chosen,
  figureOfYear,
  indicatorOf,
  membersOfYear,
  monthsOf,
  seriesIds,
  seriesOf,
  tallyOf,
  twelveMonths,
  yearsOf,
  type Facts,
  type Ficha,
  type IndicatorId,
} from '../../../src/shared/monitoring/index.ts';
import type { CivilDate, Month } from '../../../src/shared/platform/dates.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';

const on = (text: string) => text as CivilDate;
const months = twelveMonths('2026-06' as Month);
const id = (number: string) => `case-${number}` as CaseId;

function ficha(number: string, more: Partial<Ficha> = {}): [string, Ficha] {
  return [
    id(number),
    {
      ...{ caseId: id(number), number, admittedOn: on('2026-05-04'), validatedOn: on('2026-05-06') },
      ...{
        countedIn: '2026-05' as Month,
        isClosed: false,
        type: 'physical',
        complaint: true,
        isFemicideAttempt: false,
      },
      ...{
        dependedOnFemicideVictim: false,
        missing: 0,
        unanswered: [],
        isIntegral: false,
        isInterdisciplinary: false,
        who: 'Paula I.',
      },
      contacts: [],
      ...more,
    },
  ];
}

function facts(more: Partial<Facts> & { of?: [string, Ficha][] } = {}): Facts {
  const { of = [ficha('1')], ...rest } = more;
  return {
    today: on('2026-06-10'),
    fichas: new Map(of),
    ...{
      valuations: [],
      steps: [],
      attended: [],
      terms: [],
      referrals: [],
      holdings: [],
      acts: [],
      events: [],
      people: [],
    },
    ...rest,
  };
}

const told = (indicator: IndicatorId, of: Facts) =>
  indicatorOf(indicator)
    .count(of, months)
    .map(({ month, kind, number, facts: words }) => [month, kind, number, words]);

describe('severe risk', () => {
  const first = { caseId: id('1'), on: on('2026-04-23'), isSevere: true, dueOn: on('2026-05-08') };
  const again = (day: string) => ({ caseId: id('1'), on: on(day), isSevere: false, dueOn: null });
  const of = (...days: string[]) => told('severe', facts({ valuations: [...days.map(again), first] }));

  it('falls into the month in which the next valuation was due', () => {
    expect(of()).toEqual([['2026-05', 'pending', '1', '33 días']]);
    expect(of('2026-05-08')).toEqual([['2026-05', 'inTime', '1', 'valorada el 08/05']]);
    expect(of('2026-05-31')).toEqual([['2026-05', 'late', '1', 'ya el 31/05']]);
    expect(of('2026-06-02')).toEqual([['2026-05', 'pending', '1', 'ya el 02/06']]);
  });

  it('is nobody’s before it is due, where no term is fixed, and of a ficha that is not read', () => {
    const later = { ...first, dueOn: on('2026-06-10') };
    expect(told('severe', facts({ valuations: [later] }))).toEqual([]);
    expect(told('severe', facts({ valuations: [{ ...first, dueOn: null }] }))).toEqual([]);
    expect(told('severe', facts({ valuations: [{ ...first, caseId: id('other') }] }))).toEqual([]);
    const closed = facts({ of: [ficha('1', { isClosed: true })], valuations: [first] });
    expect(told('severe', closed), 'a closed ficha owes none, and the table says so').toEqual([
      ['2026-05', 'closed', '1', 'cerrada sin valorar de nuevo'],
    ]);
    const { figure, cells } = tallyOf(
      indicatorOf('severe').count(closed, months),
      indicatorOf('severe').measure,
      months,
    );
    expect([figure, cells.map(({ kind }) => kind)]).toEqual([0, ['closed']]);
    const valued = facts({ of: [ficha('1', { isClosed: true })], valuations: [first, again('2026-06-02')] });
    expect(told('severe', valued), 'what was owed then was owed').toEqual([['2026-05', 'pending', '1', 'ya el 02/06']]);
  });
});

describe('what comes back', () => {
  const event = (number: string, day: string, user: string, he = 'he') => ({
    ...{ caseId: id(number), number, admittedOn: on(day), userId: user, aggressorId: he, incidentId: number },
    ...{ isUserMale: false, isAggressorUnknown: false },
  });

  it('falls into the month of the ficha by which it came to two or more', () => {
    const of = [ficha('1'), ficha('2'), ficha('3')];
    const events = [event('1', '2026-01-05', 'she'), event('2', '2026-03-05', 'she'), event('3', '2026-05-05', 'she')];
    expect(told('repeats', facts({ of, events }))).toEqual([
      ['2026-03', 'pair', '2', '2 hechos; antes 1'],
      ['2026-05', 'pair', '3', '3 hechos; antes 1, 2'],
    ]);
  });

  it('tells of a man by the fichas of women who share no event', () => {
    const events = [event('1', '2026-01-05', 'she'), event('2', '2026-03-05', 'another')];
    expect(told('repeats', facts({ of: [ficha('1'), ficha('2')], events }))).toEqual([
      ['2026-03', 'accused', '2', '2 mujeres; antes 1'],
    ]);
    const [row] = indicatorOf('repeats').count(facts({ of: [ficha('1')], events }), months);
    expect([row?.caseId, row?.who], 'a ficha that is not read has no door').toEqual([null, '']);
  });
});

describe('steps and ends of a month', () => {
  it('counts days from the step before, and none where that is not known', () => {
    const steps = [
      { caseId: id('1'), step: 'asked', on: on('2026-05-07') },
      { caseId: id('1'), step: 'granted', on: on('2026-05-12') },
      { caseId: id('2'), step: 'granted', on: on('2026-05-12') },
      { caseId: id('1'), step: 'breached', on: on('2026-05-20') },
    ] as const;
    expect(told('measures', facts({ of: [ficha('1'), ficha('2')], steps }))).toEqual([
      ['2026-05', 'asked', '1', '3 días del ingreso'],
      ['2026-05', 'granted', '1', '5 días del pedido'],
      ['2026-05', 'granted', '2', ''],
    ]);
  });

  it('measures nothing from a step that is dated after it, and tells it as a date to look at', () => {
    const steps = [
      { caseId: id('1'), step: 'asked', on: on('2026-05-12') },
      { caseId: id('1'), step: 'granted', on: on('2026-05-10') },
      { caseId: id('1'), step: 'executed', on: on('2026-05-10') },
      { caseId: id('2'), step: 'asked', on: on('2026-05-02') },
    ] as const;
    const of = facts({ of: [ficha('1'), ficha('2')], steps });
    expect(told('measures', of)).toEqual([
      ['2026-05', 'asked', '1', '8 días del ingreso'],
      ['2026-05', 'granted', '1', '2 días antes del pedido'],
      ['2026-05', 'review', '1', 'Concedidas 2 días antes del pedido'],
      ['2026-05', 'executed', '1', '0 días de la concesión'],
      ['2026-05', 'asked', '2', '2 días antes del ingreso'],
    ]);
    const { measure, count } = indicatorOf('measures');
    const tally = tallyOf(count(of, months), measure, months);
    expect([tally.figure, tally.count], 'the one that has a duration, of two asked for').toEqual([8, 2]);
    expect(tally.cells.find(({ kind }) => kind === 'granted')?.p50).toBeNull();
    expect(figureOfYear('measures-granted', of, 2026)).toBe(1);
  });

  it('looks at contacts and terms as they stood at the end of the month', () => {
    const of = [ficha('1', { validatedOn: on('2026-03-02'), contacts: [on('2026-03-10'), on('2026-05-20')] })];
    const term = { id: 't', caseId: id('1'), task: 'Apelar', dueOn: on('2026-03-20'), settledOn: on('2026-05-02') };
    expect(told('overdue', facts({ of, terms: [term] }))).toEqual([
      ['2026-03', 'term', '1', 'Apelar'],
      ['2026-04', 'contact', '1', '51 días'],
      ['2026-04', 'term', '1', 'Apelar'],
    ]);
    const closed = [ficha('1', { validatedOn: on('2026-03-02'), isClosed: true })];
    expect(told('overdue', facts({ of: closed }))).toEqual([]);
  });

  it('counts a ficha once for each who held it then, and what misses in the month it came', () => {
    const of = [ficha('1', { missing: 2 })];
    const holdings = [
      { caseId: id('1'), person: 'luz', from: on('2026-05-04'), until: null },
      { caseId: id('1'), person: 'luz', from: on('2026-05-05'), until: null },
      { caseId: id('1'), person: 'paula', from: on('2026-05-04'), until: on('2026-05-30') },
      { caseId: id('1'), person: 'rosa', from: on('2026-05-06'), until: null },
      { caseId: id('1'), person: 'sonia', from: on('2026-06-11'), until: null },
    ];
    const people = ['luz', 'paula', 'rosa', 'sonia'].map((code) => ({ code, label: `${code} I.` }));
    const held = facts({ of, holdings, people });
    expect(told('workload', held)).toEqual([
      ['2026-05', 'held', '1', 'desde el 05/05/2026'],
      ['2026-05', 'luz', '1', 'desde el 05/05/2026'],
      ['2026-05', 'rosa', '1', 'desde el 06/05/2026'],
      ['2026-05', 'missing', '1', 'faltan 2 datos'],
      ['2026-06', 'held', '1', 'desde el 05/05/2026'],
      ['2026-06', 'luz', '1', 'desde el 05/05/2026'],
      ['2026-06', 'rosa', '1', 'desde el 06/05/2026'],
    ]);
    const { count, measure } = indicatorOf('workload');
    const members = count(held, months);
    const may = chosen(members, measure, { months: ['2026-05' as Month], kind: null });
    expect(
      may.map(({ number, who }) => [number, who]),
      'one row a ficha, of all who held it',
    ).toEqual([['1', 'luz I., rosa I.']]);
    const hers = chosen(members, measure, { months: ['2026-05' as Month], kind: 'rosa' });
    expect(
      hers.map(({ who }) => who),
      'not whoever the ficha is first of',
    ).toEqual(['rosa I.']);
  });

  it('says of a referral whether it was answered, waits, is late or was closed', () => {
    const sent = { kind: 'health', words: 'Salud', institution: 'Posta Inventada' } as const;
    const one = { caseId: id('1'), ...sent, issuedOn: on('2026-05-10') };
    const open = { isAnswered: false, isAttended: false, isClosed: false };
    const referrals = [
      { ...one, ...open, id: 'a', dueOn: null, isAnswered: true },
      { ...one, ...open, id: 'b', dueOn: on('2026-06-11') },
      { ...one, ...open, id: 'c', dueOn: on('2026-06-10') },
      { ...one, ...open, id: 'd', dueOn: null, isClosed: true },
    ];
    expect(told('referrals', facts({ referrals })).map(([, kind]) => kind)).toEqual([
      ...['answered', 'waiting', 'late', 'closed'],
    ]);
  });
});

describe('figure and list', () => {
  it('are of the same members, by one rule', () => {
    const of = facts({ of: [ficha('1'), ficha('2', { type: 'sexual' }), ficha('3', { countedIn: null })] });
    const { count, measure } = indicatorOf('types');
    const members = count(of, months);
    const tally = tallyOf(members, measure, ['2026-05' as Month]);
    expect(tally.figure).toBe(2);
    expect(chosen(members, measure, { months: ['2026-05' as Month], kind: null })).toHaveLength(2);
    expect(chosen(members, measure, { months: ['2026-05' as Month], kind: 'sexual' })).toHaveLength(1);
    expect(chosen(members, measure, { months: ['2026-04' as Month], kind: null })).toEqual([]);
  });

  it('of several months count what stands in all of them once, as the newest has it', () => {
    const of = [ficha('1', { validatedOn: on('2026-03-02') })];
    const term = { id: 't', caseId: id('1'), task: 'Apelar', dueOn: on('2026-03-20'), settledOn: null };
    const holdings = [{ caseId: id('1'), person: 'luz', from: on('2026-05-04'), until: null }];
    const all = facts({ of, terms: [term], holdings, people: [{ code: 'luz', label: 'Luz I.' }] });
    const whole = (indicator: IndicatorId) => {
      const { count, measure } = indicatorOf(indicator);
      const members = count(all, months);
      const { figure, cells } = tallyOf(members, measure, months);
      const rows = chosen(members, measure, { months, kind: null });
      return [figure, cells.map(({ kind, count: of }) => [kind, of]), rows.map(({ month }) => month)];
    };
    expect(whole('overdue')).toEqual([
      1,
      [
        ['term', 1],
        ['contact', 1],
      ],
      ['2026-06'],
    ]);
    expect(whole('workload')).toEqual([
      1,
      [
        ['held', 1],
        ['luz', 1],
        ['complete', 1],
      ],
      ['2026-06'],
    ]);
  });

  it('go over the end of a year', () => {
    expect(twelveMonths('2026-02' as Month)[0]).toBe('2025-03');
    expect([monthsOf(2026)[0], monthsOf(2026).at(-1)]).toEqual(['2026-01', '2026-12']);
  });
});

describe('the series', () => {
  it('counts a ficha once a year, and each year it has such an act', () => {
    const act = (day: string) => ({ caseId: id('1'), kind: 'accusation' as const, on: on(day) });
    const of = facts({ acts: [act('2025-12-31'), act('2026-01-02'), act('2026-03-02')] });
    expect([2024, 2025, 2026].map((year) => figureOfYear('prosecutions', of, year))).toEqual([0, 1, 1]);
    expect(membersOfYear('prosecutions-physical', of, 2026).map((one) => one.on)).toEqual(['2026-01-02']);
    expect(figureOfYear('prosecutions-sexual', of, 2026)).toBe(0);
  });

  it('says null, never 0, of what the record does not hold', () => {
    const notHeld = seriesIds.filter((line) => seriesOf(line).count === null);
    expect(notHeld).toEqual(['prosecutions-by-offence', 'judgments-favourable', 'femicides', 'school-at-follow-up']);
    for (const line of notHeld)
      expect([figureOfYear(line, facts(), 2026), membersOfYear(line, facts(), 2026)]).toEqual([null, []]);
    expect(figureOfYear('waiting-median', facts(), 2026)).toBeNull();
  });

  it('has the years of its fichas, the newest first, and this one', () => {
    const old = ficha('1', { admittedOn: on('2024-12-30'), countedIn: '2025-01' as Month });
    expect(yearsOf(facts({ of: [old] }))).toEqual([2026, 2025, 2024]);
    expect(yearsOf(facts({ of: [] }))).toEqual([2026]);
  });
});

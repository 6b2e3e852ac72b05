/** One's week and the centre's: what clashes before it is saved, one visit of two services, what a substitute takes along. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { enter, idOf, letIn } from '../access/people.ts';
import { aHearing } from '../proceedings/a-proceeding.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const paula = 'Paula Inventada Psicóloga';

type Booking = InputGivenOf<Contract['bookVisit']>;

async function withCase() {
  const centre = await startCentre();
  const { caseId, number } = await centre.aCase();
  const [psico, social, legal] = [
    await idOf(centre, 'psico'),
    await idOf(centre, 'social'),
    await idOf(centre, 'legal'),
  ];
  const booking: Booking = {
    ...{ caseId, saidName: null, day: '2026-06-11', time: '10:00', service: null, staffId: psico, note: null },
    mustCall: false,
  };
  const book = async (more: Partial<Booking> = {}) => (await centre.as('admision')).bookVisit({ ...booking, ...more });
  return { centre, caseId, number, psico, social, legal, book };
}

async function week(centre: TestCentre, login: Login, whose: 'mine' | 'centre' = 'mine') {
  return (await centre.as(login)).readAgenda({ from: '2026-06-10', whose });
}

const entries = async (centre: TestCentre, login: Login, whose: 'mine' | 'centre' = 'mine') =>
  (await week(centre, login, whose)).entries.map(({ kind, time, number, who }) => [
    kind,
    time,
    number,
    who.join(' y '),
  ]);

describe('the week', () => {
  it('has one visit of two services once, for both, and for nobody else', async () => {
    const { centre, number, social, book } = await withCase();
    await book({ withStaffId: social });
    const joint = ['visit', '10:00', number, `${paula} y Sonia Inventada Social`];
    for (const login of ['psico', 'social'] as const) expect(await entries(centre, login)).toEqual([joint]);
    expect(await entries(centre, 'legal')).toEqual([]);
    expect(await entries(centre, 'legal', 'centre')).toEqual([joint]);
    const { visits } = await (await centre.as('social')).listVisits({ day: '2026-06-11' });
    expect(visits).toMatchObject([{ isMine: true, staffName: paula, withName: 'Sonia Inventada Social' }]);
  });

  it('refuses one person twice', async () => {
    const { psico, book } = await withCase();
    expect(await refusal(() => book({ withStaffId: psico }))).toMatch(/^invalid/);
    expect(await refusal(() => book({ staffId: null, withStaffId: psico }))).toMatch(/^invalid/);
  });

  it('tells the desk hours that are taken, and no name of a case', async () => {
    const { centre, book } = await withCase();
    await book();
    const { entries: seen, loads } = await week(centre, 'admision', 'centre');
    expect(seen).toMatchObject([{ kind: 'visit', time: '10:00', caseId: null, name: null, who: [paula] }]);
    expect(loads).toEqual([{ name: paula, count: 1 }]);
  });
});

describe('what clashes', () => {
  it('is told before it is saved: another visit, a hearing, and the way to her home', async () => {
    const { centre, caseId, psico, legal, social, book } = await withCase();
    await book();
    await (
      await centre.as('legal')
    ).saveHearing({
      caseId,
      hearingId: null,
      version: null,
      hearing: { ...aHearing('2026-06-11', '15:00'), attendsId: legal },
    });
    const desk = await centre.as('admision');
    const clashes = async (time: string, staffIds: (typeof psico)[], travelMinutes = 0) =>
      (await desk.findAgendaClashes({ on: '2026-06-11', time, staffIds, travelMinutes })).clashes;
    expect(await clashes('10:30', [psico])).toEqual([{ kind: 'clash', what: 'visit', time: '10:00', person: paula }]);
    expect(await clashes('11:30', [psico])).toEqual([]);
    expect(await clashes('11:30', [psico], 45)).toMatchObject([{ kind: 'travel' }]);
    expect(await clashes('15:10', [social, legal])).toMatchObject([
      { kind: 'clash', what: 'hearing', person: 'Luz Inventada Legal' },
    ]);
    expect(await clashes('10:00', [social])).toEqual([]);
  });
});

describe('a substitute', () => {
  it('has the visits and the steps of whoever is absent, from the first day to the last', async () => {
    const { centre, caseId, legal, book } = await withCase();
    await (await letIn(centre, 'legaldos', 'lawyer')).lock({ why: 'asked' });
    await book({ staffId: legal, day: '2026-06-12' });
    const step = {
      action: 'informRights',
      words: null,
      service: 'legal',
      staffId: legal,
      dueOn: '2026-06-11',
    } as const;
    await (await centre.as('legal')).putPlanStep({ caseId, step });
    const substituteId = await idOf(centre, 'legaldos');
    const days = { fromOn: '2026-06-11', untilOn: '2026-06-12', reason: { code: 'vacation' as const, words: null } };
    const look = async () => {
      const other = await enter(centre, 'legaldos');
      const { entries: own } = await other.readAgenda({ from: '2026-06-10', whose: 'mine' });
      const { lines } = await other.readMyDay({});
      const tasks = lines.flatMap(({ items }) =>
        items.filter(({ kind }) => kind === 'planStep').map(({ task }) => task),
      );
      await other.lock({ why: 'asked' });
      return { visits: own.length, tasks };
    };
    expect(await look()).toEqual({ visits: 0, tasks: [] });
    await (await centre.as('coordina')).startCover({ form: { absentId: legal, substituteId, ...days } });
    centre.clock.set('2026-06-11T14:00:00.000Z');
    expect(await look()).toEqual({ visits: 1, tasks: ['Informar sobre sus derechos'] });
    centre.clock.set('2026-06-13T14:00:00.000Z');
    expect(await look()).toEqual({ visits: 0, tasks: [] });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankArrivalFacts, type ArrivalFacts } from '../../../src/shared/reception/index.ts';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { databases } from '../../support/postgres/both-databases.ts';
import { closeCentres, startCentre, type Login } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';
import { minute, arrive, lineOf, pass, words } from './at-the-door.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

afterEach(closeCentres);

describe.each(databases)('order of arrival, on $name', ({ use }) => {
  beforeEach(use);

  it('numbers who comes, urgent first, and runs the wait by the clock of the application', async () => {
    const centre = await startCentre();
    const first = await arrive(centre, { saidName: 'Rosa Inventada' });
    await pass(centre, 5, ['admision']);
    const second = await arrive(centre, { signs: ['injury'], channel: 'call' });
    expect([first.label, second.label]).toEqual(['A-01', 'L-02']);
    await pass(centre, 10, ['admision']);
    const board = await (await centre.as('admision')).openBoard({});
    expect(board.arrivals.map(({ label }) => label)).toEqual(['L-02', 'A-01']);
    expect(Date.parse(board.now) - Date.parse(board.arrivals[1]?.sinceAt ?? '')).toBe(15 * minute);
  });

  it('takes the real hour of a paper, never one to come', async () => {
    const centre = await startCentre();
    const paper = { isFromPaper: true, arrivedOn: '2026-06-09', arrivedTime: '16:20' } as Partial<ArrivalFacts>;
    await arrive(centre, paper);
    const { earlier } = await (await centre.as('admision')).openBoard({});
    expect(earlier).toMatchObject([{ label: 'A-01', arrivedAt: '2026-06-09T21:20:00.000Z' }]);
    const tomorrow = { ...paper, arrivedOn: '2026-06-11' } as Partial<ArrivalFacts>;
    expect(await refusal(() => arrive(centre, tomorrow))).toBe('rule-broken/arrived-in-future');
  });

  it('takes up an open door that nobody registered, and registers it once', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { arrivalId } = await desk.openArrival({});
    expect(await desk.openArrival({})).toEqual({ arrivalId });
    expect((await desk.openBoard({})).unregistered).toHaveLength(1);
    await desk.registerArrival({ arrivalId, facts: blankArrivalFacts() });
    expect((await desk.openBoard({})).unregistered).toEqual([]);
    expect(await refusal(() => desk.registerArrival({ arrivalId, facts: blankArrivalFacts() }))).toBe(
      'rule-broken/arrival-registered',
    );
  });

  it('opens the door with whoever is put on the board without one, or takes that which stands open', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const first = await desk.registerArrival({ arrivalId: null, facts: blankArrivalFacts() });
    const { arrivalId } = await desk.openArrival({});
    const second = await desk.registerArrival({ arrivalId: null, facts: blankArrivalFacts() });
    expect([first.label, second.label]).toEqual(['A-01', 'A-02']);
    expect(second.arrivalId).toBe(arrivalId);
    const { arrivals, unregistered } = await desk.openBoard({});
    expect(arrivals.map((one) => one.arrivalId)).toEqual([first.arrivalId, second.arrivalId]);
    expect(unregistered).toEqual([]);
  });

  it('shows a professional the queue, and a name only of her service', async () => {
    const centre = await startCentre();
    const facts = { saidName: 'Zenobia Inventada', companion: 'su hermana', childrenWith: 'la tía', children: 2 };
    const { arrivalId } = await arrive(centre, { ...facts, purpose: 'violence', service: 'psychology' });
    expect(await lineOf(centre, arrivalId, 'psico')).toMatchObject({
      name: 'Zenobia Inventada',
      companion: 'su hermana',
    });
    const other = await (await centre.as('legal')).openBoard({});
    expect(other.arrivals).toMatchObject([
      { label: 'A-01', name: null, companion: null, children: null, purpose: null },
    ]);
    expect(words(other)).not.toMatch(/Zenobia|hermana|tía/);
    expect(await refusal(async () => (await centre.as('legal')).getArrival({ arrivalId }))).toBe('not-found/');
  });

  it('gives the public screen numbers and nothing of a person', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { saidName: 'Zenobia Inventada', service: 'legal' });
    await arrive(centre, { saidName: 'Evarista Inventada', signs: ['injury'] });
    const { version } = await lineOf(centre, arrivalId);
    await (await centre.as('legal')).callArrival({ arrivalId, version });
    const shown = await (await centre.as('admision')).readPublicBoard({});
    expect(shown).toMatchObject({ called: [{ label: 'A-01', service: 'legal' }], waiting: ['A-02'] });
    expect(Object.keys(shown).sort()).toEqual(['called', 'now', 'waiting']);
    expect(words(shown)).not.toMatch(/Inventada|injury/);
  });
});

describe.each(databases)('call, attention, hand-over, end, on $name', ({ use }) => {
  beforeEach(use);

  it('measures each service by itself and counts each end once', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { service: 'psychology', saidName: 'Rosa Inventada' });
    const psychologist = await centre.as('psico');
    await pass(centre, 12, ['psico']);
    await psychologist.callArrival({ arrivalId, version: 1 });
    await pass(centre, 3, ['psico']);
    await psychologist.attendArrival({ arrivalId, version: 2, staffId: null });
    const { staff } = await psychologist.openBoard({});
    expect(staff.filter((one) => one.state === 'attending')).toHaveLength(1);
    await pass(centre, 30, ['psico']);
    expect(await psychologist.handOverArrival({ arrivalId, version: 3, service: 'legal', staffId: null })).toEqual({
      hasGrant: false,
    });
    await pass(centre, 5, ['psico']);
    const lawyer = await centre.as('legal');
    await lawyer.attendArrival({ arrivalId, version: 4, staffId: null });
    await lawyer.closeArrival({ arrivalId, version: 5, outcome: 'orientation', matter: 'alimony' });
    const coordinator = await centre.as('coordina');
    const waiting = await coordinator.getWaiting({ from: '2026-06-10', to: '2026-06-10' });
    expect(waiting).toMatchObject({
      arrivals: 1,
      calls: 0,
      open: 0,
      outcomes: [{ outcome: 'orientation', count: 1 }],
      total: [
        { service: 'psychology', waits: 1, toCall: { p50: 12 }, toAttention: { p50: 15 } },
        { service: 'legal', waits: 1, toCall: { p50: 5 }, toAttention: { p50: 5 } },
      ],
    });
    expect(await refusal(() => lawyer.closeArrival({ arrivalId, outcome: 'left' }))).toBe('rule-broken/arrival-ended');
    expect((await lawyer.openBoard({})).ended).toEqual([{ outcome: 'orientation', count: 1 }]);
  });

  it('refuses what was decided on an old board', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    const desk = await centre.as('admision');
    await desk.callArrival({ arrivalId, version: 1 });
    expect(await refusal(() => desk.handOverArrival({ arrivalId, version: 1, service: 'legal', staffId: null }))).toBe(
      'conflict/',
    );
  });

  it('keeps her on the board when her ficha is opened, and hands both over to one person for seven days', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { saidName: 'Rosa Inventada Quispe' });
    const desk = await centre.as('admision');
    const { caseId } = await desk.openCase({
      arrivalId,
      admission,
      user: aUser(),
      userLink: { kind: 'new' },
      aggressor: anAggressor(),
      aggressorLink: { kind: 'new' },
    });
    const line = await lineOf(centre, arrivalId);
    expect(line).toMatchObject({ hasCase: true, state: 'waiting', openFicha: null });
    const lawyer = await centre.as('legal');
    expect(await refusal(() => lawyer.getCase({ caseId }))).toBe('not-found/');
    const { staff } = await centre.sessionOf('legal');
    const to = { arrivalId, version: line.version, service: null, staffId: staff.id };
    expect(await desk.handOverArrival(to)).toEqual({ hasGrant: true });
    expect(await lawyer.getCase({ caseId })).toMatchObject({ caseId });
    expect((await openAlertsOf(lawyer)).alerts).toMatchObject([{ kind: 'handedOver', caseId }]);
    expect(await refusal(() => desk.closeArrival({ arrivalId, outcome: 'left' }))).toBe('rule-broken/arrival-has-case');
    await desk.closeArrival({ arrivalId, version: line.version + 1, outcome: 'case' });
    centre.clock.advance(7 * 24 * 60 * minute);
    const later = await centre.restart();
    expect(await refusal(async () => (await later.as('legal')).getCase({ caseId }))).toBe('not-found/');
  });

  it('takes her along on the board when the ficha is handed over from its page', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    const desk = await centre.as('admision');
    const links = { userLink: { kind: 'new' }, aggressorLink: { kind: 'new' } } as const;
    const { caseId } = await desk.openCase({ arrivalId, admission, user: aUser(), aggressor: anAggressor(), ...links });
    await desk.handOverCase({ caseId, service: 'social' });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ service: 'social', state: 'waiting' });
  });

  it('ends as a case only with a ficha or a person of the record', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const desk = await centre.as('admision');
    const stranger = await arrive(centre, { saidName: 'Nadie Inventada' });
    expect(await refusal(() => desk.closeArrival({ arrivalId: stranger.arrivalId, outcome: 'case' }))).toBe(
      'rule-broken/case-needs-person',
    );
    const { arrivalId } = await desk.openArrival({});
    const { candidates } = await desk.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'user' });
    const personId = candidates[0]?.personId ?? null;
    await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), personId } });
    await desk.closeArrival({ arrivalId, version: 1, outcome: 'case' });
    expect((await desk.openBoard({})).ended).toEqual([{ outcome: 'case', count: 1 }]);
  });

  it('names only somebody who attends', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    const desk = await centre.as('admision');
    const { staff } = await centre.sessionOf('admision');
    expect(await refusal(() => desk.handOverArrival({ arrivalId, version: 1, service: null, staffId: staff.id }))).toBe(
      'rule-broken/not-a-professional',
    );
  });

  it('leaves every record as its seal says', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { signs: ['injury', 'disoriented'], service: 'legal' });
    const lawyer = await centre.as('legal');
    await lawyer.setMyPresence({ state: 'free' });
    await lawyer.setMyPresence({ state: 'out' });
    await lawyer.callArrival({ arrivalId, version: 1 });
    await lawyer.changeArrival({
      ...{ arrivalId, version: 2 },
      facts: { ...blankArrivalFacts(), service: 'legal', signs: ['injury'] },
    });
    await lawyer.closeArrival({ arrivalId, version: 3, outcome: 'referral', referredTo: 'DEMUNA' });
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
  });
});

// Closing a ficha under a key of its own asks for triggers and columns of SQLite (decision 0098).
describe('another open ficha of hers', () => {
  it('marks who has another ficha open: to whoever may open it, else that somebody must look; never her own, nor once closed to the reader', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    const { main } = await (await centre.as('psico')).listCasePersons({ caseId });
    const personId = main.find(({ role }) => role === 'user')?.personId ?? null;
    const known = await arrive(centre, { personId, service: 'psychology' });
    const other = await arrive(centre, { saidName: 'Zenobia Inventada', service: 'psychology' });
    const mark = async (login: Login) => {
      const { arrivals } = await (await centre.as(login)).openBoard({});
      const of = (id: string) => arrivals.find(({ arrivalId }) => arrivalId === id)?.openFicha;
      return [of(known.arrivalId), of(other.arrivalId)];
    };
    expect(await mark('psico')).toEqual([{ caseId, number }, null]);
    expect(await mark('coordina')).toEqual([{ caseId, number }, null]);
    expect(await mark('admision')).toEqual(['review', null]);
    // Who may not read the arrival is told nothing of it.
    expect(await mark('legal')).toEqual([null, null]);
    await seal(centre, caseId, { members: ['social'], approver: 'legal' });
    expect(await mark('psico')).toEqual([null, null]);
    expect((await lineOf(centre, known.arrivalId, 'psico')).name).not.toMatch(/Rosa/);
  });
});

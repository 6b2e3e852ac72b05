import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { databases } from '../../support/postgres/both-databases.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { arrive, brother, declare, found, lineOf, sealed, words } from './at-the-door.ts';

afterEach(closeCentres);

const booking = { saidName: null, service: null, staffId: null, note: 'Viene con su hija', mustCall: false } as const;

/** The desk of a centre with a second clerk: Coordinación registers, Admisión has declared her brother. */
async function withConflict(): Promise<TestCentre & { caseId: string }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  await declare(centre, 'admision', brother);
  return { ...centre, caseId };
}

describe.each(databases)('a ficha closed to the desk by a conflict of interest, on $name', ({ use }) => {
  beforeEach(use);

  it('hides her booked visit: no name, no note, and nothing to take up', async () => {
    const { caseId, ...centre } = await withConflict();
    const day = '2026-06-10';
    await (await centre.as('coordina')).bookVisit({ ...booking, caseId, day, time: '11:00' });
    const desk = await centre.as('admision');
    const { visits } = await desk.listVisits({ day });
    expect(visits).toMatchObject([{ name: null, note: null, time: '11:00' }]);
    expect(words(await desk.openBoard({}))).not.toMatch(/Rosa|hija/);
    const { visitId, version } = visits[0] ?? { visitId: '', version: 0 };
    expect(await refusal(() => desk.checkInVisit({ visitId, version }))).toBe('not-found/');
    expect(await refusal(() => desk.cancelVisit({ visitId, version }))).toBe('not-found/');
    const others = await (await centre.as('coordina')).listVisits({ day });
    expect(others.visits).toMatchObject([{ name: 'Rosa Quispe', note: 'Viene con su hija' }]);
  });

  it('hides her line and her facts when she comes, by ficha or by person', async () => {
    const { caseId, ...centre } = await withConflict();
    const coordinator = await centre.as('coordina');
    const { visitId } = await coordinator.bookVisit({ ...booking, caseId, day: '2026-06-10', time: '11:00' });
    const byCase = await coordinator.checkInVisit({ visitId, version: 1 });
    expect(await lineOf(centre, byCase.arrivalId)).toMatchObject({ name: null, mayRead: false, purpose: null });
    const { arrivalId, personId } = await found(centre, 'Rosa Quispe Ficticia', 'coordina');
    const facts = { ...blankArrivalFacts(), personId, companion: 'su hija', signs: ['injury' as const] };
    await coordinator.registerArrival({ arrivalId, facts });
    const line = await lineOf(centre, arrivalId);
    expect(line).toMatchObject({ name: 'Requiere revisión', mayRead: false, companion: null });
    expect(line).toMatchObject({ signs: [], isUrgent: true });
    const desk = await centre.as('admision');
    expect(words(await desk.openBoard({}))).not.toMatch(/Rosa|hija/);
    for (const { arrivalId: id } of [byCase, { arrivalId }]) {
      expect(await refusal(() => desk.getArrival({ arrivalId: id }))).toBe('not-found/');
      const change = { arrivalId: id, version: 1, facts: blankArrivalFacts() };
      expect(await refusal(() => desk.changeArrival(change))).toBe('not-found/');
    }
    expect(await lineOf(centre, arrivalId, 'coordina')).toMatchObject({ name: 'Rosa Quispe', companion: 'su hija' });
  });

  it('leaves «Requiere revisión» as it is when somebody of that ficha is registered', async () => {
    const { caseId: _caseId, ...centre } = await withConflict();
    const { arrivalId, personId, candidate } = await found(centre, 'Rosa Quispe Ficticia');
    expect(candidate).toMatchObject({ needsReview: true });
    const desk = await centre.as('admision');
    await desk.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), personId, companion: 'su tía' } });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ name: 'Requiere revisión', mayRead: true });
    const read = await desk.getArrival({ arrivalId });
    // Who registered her mends what she typed; who it is stays open.
    expect(read).toMatchObject({ personName: 'Requiere revisión', facts: { isMaybe: true, companion: 'su tía' } });
    expect(words([await desk.openBoard({}), read])).not.toMatch(/Rosa|Quispe/);
  });
});

describe('a reserved ficha', () => {
  it('is nobody’s name at the door, and her coming asks for a call', async () => {
    const open = await startCentre();
    const { caseId } = await open.aCase();
    const booked = { ...booking, caseId, day: '2026-06-10', time: '11:00' };
    const { visitId } = await (await open.as('admision')).bookVisit(booked);
    const centre = await sealed(open);
    const desk = await centre.as('admision');
    expect((await desk.openBoard({})).visits).toMatchObject([{ name: null, note: null }]);
    expect(await refusal(() => desk.checkInVisit({ visitId, version: 1 }))).toBe('not-found/');
    const { arrivalId, personId } = await found(centre, 'Rosa Quispe Ficticia');
    const facts = { ...blankArrivalFacts(), personId };
    expect((await desk.registerArrival({ arrivalId, facts })).mustCall).toBe(true);
    for (const login of ['admision', 'coordina'] as const) {
      expect(await lineOf(centre, arrivalId, login)).toMatchObject({ name: 'Requiere revisión' });
    }
  });
});

describe.each(databases)('the reach of a professional, on $name', ({ use }) => {
  beforeEach(use);

  it('gives the signs to whom she waits for, and to the others that it is urgent', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { service: 'psychology', signs: ['pregnantInPain'] });
    expect(await lineOf(centre, arrivalId, 'psico')).toMatchObject({ signs: ['pregnantInPain'], isUrgent: true });
    expect(await lineOf(centre, arrivalId, 'legal')).toMatchObject({ signs: [], isUrgent: true, mayRead: false });
  });

  it('is not widened by handing her over to oneself, attending or closing', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { saidName: 'Zenobia Inventada', service: 'psychology' });
    const lawyer = await centre.as('legal');
    const { staff } = await centre.sessionOf('legal');
    const target = { arrivalId, version: 1 };
    const tries = [
      () => lawyer.handOverArrival({ ...target, service: null, staffId: staff.id }),
      () => lawyer.handOverArrival({ ...target, service: 'legal', staffId: null }),
      () => lawyer.attendArrival({ ...target, staffId: null }),
      () => lawyer.closeArrival({ ...target, outcome: 'left' }),
    ];
    for (const attempt of tries) expect(await refusal(attempt)).toBe('not-found/');
    expect(await lineOf(centre, arrivalId)).toMatchObject({ version: 1, service: 'psychology', state: 'waiting' });
    await (await centre.as('psico')).handOverArrival({ ...target, service: 'legal', staffId: null });
    expect(await lineOf(centre, arrivalId, 'legal')).toMatchObject({ name: 'Zenobia Inventada' });
  });

  it('leaves whoever waits for nobody yet to the first who attends', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { saidName: 'Zenobia Inventada' });
    expect(await lineOf(centre, arrivalId, 'social')).toMatchObject({ mayRead: false, name: null });
    await (await centre.as('social')).attendArrival({ arrivalId, version: 1, staffId: null });
    expect(await lineOf(centre, arrivalId, 'social')).toMatchObject({ mayRead: true, name: 'Zenobia Inventada' });
    const lawyer = await centre.as('legal');
    expect(await refusal(() => lawyer.attendArrival({ arrivalId, version: 2, staffId: null }))).toBe('not-found/');
  });

  it('opens an arrival without a name to be worked on', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre, { service: 'legal' });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ name: null, mayRead: true });
    expect(await lineOf(centre, arrivalId, 'social')).toMatchObject({ name: null, mayRead: false });
  });
});

describe.each(databases)('closing, on $name', ({ use }) => {
  beforeEach(use);

  it('is refused on a board that is older than what happened', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    await (await centre.as('psico')).attendArrival({ arrivalId, version: 1, staffId: null });
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.closeArrival({ arrivalId, version: 1, outcome: 'left' }))).toBe('conflict/');
    expect(await refusal(() => desk.closeArrival({ arrivalId, outcome: 'left' }))).toBe('conflict/');
    expect(await lineOf(centre, arrivalId)).toMatchObject({ state: 'attended' });
    await desk.closeArrival({ arrivalId, version: 2, outcome: 'left' });
    const { arrivalId: unregistered } = await desk.openArrival({});
    await desk.closeArrival({ arrivalId: unregistered, outcome: 'mistake' });
    expect((await desk.openBoard({})).unregistered).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { databases } from '../../support/postgres/both-databases.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { anOpening, arrive, declare, found, lineOf } from './at-the-door.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

afterEach(closeCentres);

const today = '2026-06-10' as CivilDate;

describe.each(databases)('an arrival that turns out to be from a paper, on $name', ({ use }) => {
  beforeEach(use);
  const paper = (arrivedOn: string, arrivedTime: string) => ({
    ...blankArrivalFacts(),
    ...{ isFromPaper: true, arrivedOn: arrivedOn as CivilDate, arrivedTime },
  });

  it('takes the hour of the paper for itself and its wait', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    const desk = await centre.as('admision');
    await desk.changeArrival({ arrivalId, version: 1, facts: paper(today, '08:10') });
    const since = { arrivedAt: '2026-06-10T13:10:00.000Z', sinceAt: '2026-06-10T13:10:00.000Z', label: 'A-01' };
    expect(await lineOf(centre, arrivalId)).toMatchObject(since);
    expect((await desk.getArrival({ arrivalId })).facts).toMatchObject({ arrivedOn: today, arrivedTime: '08:10' });
  });

  it('moves to its day with a number of that day, and back to the hour of registration', async () => {
    const centre = await startCentre();
    await arrive(centre, paper('2026-06-09', '10:00'));
    const { arrivalId } = await arrive(centre);
    const registered = await lineOf(centre, arrivalId);
    const desk = await centre.as('admision');
    await desk.changeArrival({ arrivalId, version: 1, facts: paper('2026-06-09', '16:20') });
    expect(await lineOf(centre, arrivalId)).toMatchObject({ label: 'A-02', arrivedAt: '2026-06-09T21:20:00.000Z' });
    expect((await desk.openBoard({})).earlier).toHaveLength(2);
    await desk.changeArrival({ arrivalId, version: 2, facts: blankArrivalFacts() });
    const { arrivedAt, sinceAt } = registered;
    expect(await lineOf(centre, arrivalId)).toMatchObject({ arrivedAt, sinceAt });
  });

  it('cannot have come after she was called', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    const desk = await centre.as('admision');
    await desk.changeArrival({ arrivalId, version: 1, facts: paper(today, '08:10') });
    await desk.callArrival({ arrivalId, version: 2 });
    centre.clock.advance(3 * 60_000);
    const late = { arrivalId, version: 3, facts: paper(today, '09:02') };
    expect(await refusal(() => desk.changeArrival(late))).toBe('rule-broken/arrived-after-call');
    expect((await lineOf(centre, arrivalId)).arrivedAt).toBe('2026-06-10T13:10:00.000Z');
  });
});

describe.each(databases)('waiting times, on $name', ({ use }) => {
  beforeEach(use);

  it('count a wait for one person for her service', async () => {
    const centre = await startCentre();
    const { arrivalId } = await arrive(centre);
    const { staff } = await centre.sessionOf('legal');
    const to = { arrivalId, version: 1, service: null, staffId: staff.id };
    await (await centre.as('admision')).handOverArrival(to);
    expect(await lineOf(centre, arrivalId)).toMatchObject({ service: 'legal', staffName: staff.fullName });
    const { total } = await (await centre.as('coordina')).getWaiting({ from: today, to: today });
    expect(total.map(({ service, waits }) => [service, waits])).toEqual([
      [null, 1],
      ['legal', 1],
    ]);
    expect(await lineOf(centre, arrivalId, 'legal')).toMatchObject({ mayRead: true });
  });

  it('leave out what was typed from a paper', async () => {
    const centre = await startCentre();
    await arrive(centre, { isFromPaper: true, arrivedOn: today, arrivedTime: '07:00', service: 'social' });
    const shown = await (await centre.as('coordina')).getWaiting({ from: today, to: today });
    expect(shown).toMatchObject({ total: [], days: [], arrivals: 1 });
  });
});

describe.each(databases)('the hand-over of a woman whom the record knows, on $name', ({ use }) => {
  beforeEach(use);

  it('gives her open ficha to the person for seven days, and tells that person', async () => {
    const day = 24 * 60 * 60_000;
    const first = await startCentre();
    const { caseId } = await (await first.as('coordina')).openCase(anOpening(null));
    first.clock.advance(3 * day);
    const centre = await first.restart();
    const { arrivalId, personId } = await found(centre, 'Rosa Quispe Ficticia', 'coordina');
    const coordinator = await centre.as('coordina');
    await coordinator.registerArrival({ arrivalId, facts: { ...blankArrivalFacts(), personId } });
    const { staff } = await centre.sessionOf('social');
    const social = await centre.as('social');
    expect(await refusal(() => social.getCase({ caseId }))).toBe('not-found/');
    // A clerk who did not open it hands her over, and is not told that there is a ficha.
    const to = { arrivalId, version: 1, service: null, staffId: staff.id };
    expect(await (await centre.as('admision')).handOverArrival(to)).toEqual({ hasGrant: false });
    expect(await social.getCase({ caseId })).toMatchObject({ caseId });
    const { alerts } = await openAlertsOf(social);
    expect(alerts).toMatchObject([{ kind: 'handedOver', caseId, note: `Para: ${staff.fullName}` }]);
    centre.clock.advance(7 * day);
    const later = await centre.restart();
    expect(await refusal(async () => (await later.as('social')).getCase({ caseId }))).toBe('not-found/');
  });

  it('gives nothing of a person who only may be her, or of a ficha closed to the desk', async () => {
    const centre = await startCentre();
    await centre.aCase();
    const social = await centre.sessionOf('social');
    const count = async () => (await openAlertsOf(await centre.as('psico'))).alerts.length;
    const before = await count();
    const desk = await centre.as('admision');
    const maybe = await found(centre, 'Rosa Quispe Ficticia');
    const facts = { ...blankArrivalFacts(), personId: maybe.personId, isMaybe: true };
    await desk.registerArrival({ arrivalId: maybe.arrivalId, facts });
    const to = { version: 1, service: null, staffId: social.staff.id };
    await desk.handOverArrival({ ...to, arrivalId: maybe.arrivalId });
    await declare(centre, 'admision', { documentKind: 'dni', documentNumber: '00112233' });
    const closed = await found(centre, 'Rosa Quispe Ficticia');
    await desk.registerArrival({ arrivalId: closed.arrivalId, facts: { ...facts, personId: closed.personId } });
    await desk.handOverArrival({ ...to, arrivalId: closed.arrivalId });
    expect(await count()).toBe(before);
  });
});

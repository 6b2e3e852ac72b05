import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../../support/postgres/both-databases.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { brother, declare } from './at-the-door.ts';

afterEach(closeCentres);

const booking = { caseId: null, saidName: 'Rosa Quispe Ficticia', service: null, staffId: null, note: null } as const;
const today = '2026-06-10';

describe.each(databases)('a booked visit to which nobody came, on $name', ({ use }) => {
  beforeEach(use);

  it('says of whoever was expected that she did not come, once', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { visitId } = await desk.bookVisit({ ...booking, mustCall: false, day: today, time: '09:00' });
    await desk.missVisit({ visitId, version: 1 });
    expect((await desk.listVisits({ day: today })).visits).toMatchObject([{ state: 'missed', version: 2 }]);
    expect((await desk.openBoard({})).visits).toEqual([]);
    expect(await refusal(() => desk.checkInVisit({ visitId, version: 2 }))).toBe('rule-broken/visit-decided');
    const [last] = (await desk.listOwnAudit({ before: null })).lines.filter((line) => line.action === 'visit.missed');
    expect(last?.objectKind).toBe('expected_visit');
  });

  it('does not say it of a day that is still to come', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { visitId } = await desk.bookVisit({ ...booking, mustCall: false, day: '2026-06-11', time: '09:00' });
    expect(await refusal(() => desk.missVisit({ visitId, version: 1 }))).toBe('rule-broken/visit-to-come');
  });

  it('does not say it before the hour of the visit', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const { visitId } = await desk.bookVisit({ ...booking, mustCall: false, day: today, time: '17:00' });
    expect(await refusal(() => desk.missVisit({ visitId, version: 1 }))).toBe('rule-broken/visit-hour-to-come');
    expect((await desk.listVisits({ day: today })).visits).toMatchObject([{ state: 'expected', version: 1 }]);
  });

  it('knows nothing of a visit closed to the session', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await declare(centre, 'admision', brother);
    const visit = { ...booking, saidName: null, caseId, mustCall: false, day: today, time: '09:00' };
    const { visitId } = await (await centre.as('coordina')).bookVisit(visit);
    expect(await refusal(async () => (await centre.as('admision')).missVisit({ visitId, version: 1 }))).toBe(
      'not-found/',
    );
  });
});

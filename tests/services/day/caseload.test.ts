/** What a substitute takes along, counted before: of the absent person alone, without what is reserved, and no name. */
import { afterEach, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { idOf } from '../access/people.ts';
import { insideFile } from '../inside-file.ts';
import { aHearing, anEvent } from '../proceedings/a-proceeding.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

/** One that the lawyer has by name. */
async function ofLawyer(centre: TestCentre): Promise<string> {
  const { caseId } = await (
    await centre.as('legal')
  ).openCase({
    ...{ arrivalId: null, admission, userLink: { kind: 'new' } },
    user: aUser({ contact: { ...aUser().contact, phone: '987654321', mayCall: 'yes' } }),
    ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
  });
  return caseId;
}

const none = { count: 0, next: null };

it('counts by kind what is of the absent person, with the next day of each', async () => {
  const centre = await startCentre();
  const lawyer = await centre.as('legal');
  const [legal, social] = [await idOf(centre, 'legal'), await idOf(centre, 'social')];
  const coordinator = await centre.as('coordina');
  const read = async (staffId = legal) => {
    const { cases, lines } = await coordinator.readCaseload({ staffId });
    return { cases, ...Object.fromEntries(lines.map(({ kind, count, next }) => [kind, { count, next }])) };
  };
  expect(await read()).toEqual({ cases: 0, steps: none, visits: none, hearings: none, terms: none, calls: none });
  const caseId = await ofLawyer(centre);
  const booking = { caseId, saidName: null, time: '10:00', service: null, note: null, mustCall: false } as const;
  const desk = await centre.as('admision');
  await desk.bookVisit({ ...booking, day: '2026-06-15', staffId: legal });
  await desk.bookVisit({ ...booking, day: '2026-06-12', staffId: social, withStaffId: legal });
  await desk.bookVisit({ ...booking, day: '2026-06-11', staffId: social });
  const step = { action: 'informRights', words: null, service: 'legal', staffId: legal, dueOn: '2026-06-11' } as const;
  await lawyer.putPlanStep({ caseId, step });
  await lawyer.putPlanStep({ caseId, step: { ...step, action: 'informJustice', staffId: null } });
  const hearing = { ...aHearing('2026-06-18', '15:00'), attendsId: legal };
  await lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing });
  await lawyer.recordEvent({ caseId, event: anEvent('courtReceived', '2026-06-10 08:00') });
  const { callId, version } = await lawyer.startCall({ caseId, lastCallId: null, isWithinHours: true });
  const end = { result: 'noAnswer' as const, said: null, nextOn: '2026-06-13', nextTime: '11:00' };
  await lawyer.endCall({ caseId, callId, version, end: { ...end, withdraws: false, action: null } });
  const full = await read();
  expect(full).toMatchObject({
    cases: 1,
    steps: { count: 1, next: { on: '2026-06-11', time: null } },
    visits: { count: 2, next: { on: '2026-06-12', time: '10:00' } },
    hearings: { count: 1, next: { on: '2026-06-18', time: '15:00' } },
    calls: { count: 1, next: { on: '2026-06-13', time: '11:00' } },
  });
  const { deadlines } = await lawyer.listDeadlines({ scope: 'all' });
  expect((full as Record<string, unknown>)['terms']).toMatchObject({
    count: deadlines.filter((one) => one.caseId === caseId).length,
  });
  expect(await read(social)).toMatchObject({ cases: 0, visits: { count: 2 }, steps: none });
  expect(JSON.stringify(await coordinator.readCaseload({ staffId: legal }))).not.toContain(aUser().givenNames);
});

it('counts nothing of a ficha reservada, and is read by who records the Reemplazo alone', async () => {
  const centre = await startCentre();
  const legal = await idOf(centre, 'legal');
  const caseId = await ofLawyer(centre);
  await (
    await centre.as('admision')
  ).bookVisit({
    ...{ caseId, saidName: null, day: '2026-06-15', time: '10:00', service: null, staffId: legal, note: null },
    mustCall: false,
  });
  for (const login of ['legal', 'admision', 'visita'] as const) {
    const other = await centre.as(login);
    expect(await refusal(() => other.readCaseload({ staffId: legal })), login).toBe('forbidden/');
  }
  const coordinator = await centre.as('coordina');
  const nobody = crypto.randomUUID();
  expect(await refusal(() => coordinator.readCaseload({ staffId: nobody }))).toBe('not-found/');
  await centre.application.close();
  await insideFile(centre.folder, (db) => db.exec('update case_file set is_sealed = 1'));
  const again = await centre.restart();
  const { cases, lines } = await (await again.as('coordina')).readCaseload({ staffId: legal });
  expect([cases, ...lines.map(({ count }) => count)]).toEqual([0, 0, 0, 0, 0, 0]);
});

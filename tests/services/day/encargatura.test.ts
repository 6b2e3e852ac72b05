/** Whoever is in charge by an Encargatura has the work of the whole centre as Coordinación has it, on its days alone. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { again, enter, idOf } from '../access/people.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const acting = { fromOn: '2026-06-11', untilOn: '2026-06-12', memorandum: '045-2026-CEM' };
const inThem = '2026-06-11T14:00:00.000Z';

/** A case that Social has by name: a visit, a step, a next try of a call, and given to Psicología. */
async function withWork(): Promise<{ centre: TestCentre; caseId: string; number: string }> {
  const centre = await startCentre();
  const social = await centre.as('social');
  const { caseId, number } = await social.openCase({
    ...{ arrivalId: null, admission, userLink: { kind: 'new' } },
    user: aUser({ contact: { ...aUser().contact, phone: '987654321', mayCall: 'yes' } }),
    ...{ aggressor: anAggressor(), aggressorLink: { kind: 'new' } },
  });
  const staffId = await idOf(centre, 'social');
  await (
    await centre.as('admision')
  ).bookVisit({
    ...{ caseId, saidName: null, day: '2026-06-12', time: '10:00', service: null, staffId, note: null },
    mustCall: false,
  });
  const step = { action: 'insertInFamily', words: null, service: 'social', staffId, dueOn: '2026-06-12' } as const;
  await social.putPlanStep({ caseId, step });
  const { callId, version } = await social.startCall({ caseId, lastCallId: null, isWithinHours: true });
  const end = { result: 'noAnswer' as const, said: null, nextOn: '2026-06-12', nextTime: '11:00' };
  await social.endCall({ caseId, callId, version, end: { ...end, withdraws: false, action: null } });
  await social.handOverCase({ caseId, service: 'psychology' });
  return { centre, caseId, number };
}

type Client = Awaited<ReturnType<typeof enter>>;

/** What somebody who leads the centre has of the case. */
async function workOf(client: Client, caseId: string) {
  const { entries } = await client.readAgenda({ from: '2026-06-10', whose: 'centre' });
  const next = async () =>
    (await client.readCaseNext({ caseId })).items.map(({ kind, task, who }) => [kind, task, who]);
  return {
    week: entries.map(({ kind, number, name }) => [kind, number, name]),
    next: (await refusal(() => client.readCaseNext({ caseId }))) === 'none' ? await next() : [],
    centre: (await client.readMyDay({})).centre,
  };
}

async function put(centre: TestCentre): Promise<void> {
  const coordinator = await centre.as('coordina');
  const form = { staffId: await idOf(centre, 'legal'), ...acting };
  const { proposalId } = await coordinator.proposeActing({ form });
  await (await centre.as('psico')).approveActing({ proposalId }, again);
}

async function on(centre: TestCentre, instant: string, caseId: string) {
  centre.clock.set(instant);
  const lawyer = await enter(centre, 'legal');
  const [work, handed] = [await workOf(lawyer, caseId), await refusal(() => lawyer.getCase({ caseId }))];
  const { entries } = await lawyer.readAgenda({ from: '2026-06-10', whose: 'mine' });
  await lawyer.lock({ why: 'asked' });
  return { work, handed, own: entries.length };
}

describe('whoever is in charge of Coordinación', () => {
  it('has the visits, the calls, the tasks and what was handed over that Coordinación has, and as her own none of them', async () => {
    const { centre, caseId, number } = await withWork();
    await put(centre);
    const before = await on(centre, '2026-06-10T18:00:00.000Z', caseId);
    expect(before).toMatchObject({ handed: 'not-found/', own: 0, work: { next: [], centre: null } });
    expect(before.work.week.flatMap(([, known]) => known ?? [])).toEqual([]);
    const during = await on(centre, inThem, caseId);
    expect(during).toMatchObject({ handed: 'none', own: 0 });
    const coordinator = await enter(centre, 'coordina');
    expect(during.work).toEqual(await workOf(coordinator, caseId));
    expect(during.work.week.map(([kind, known]) => [kind, known])).toEqual([
      ['visit', number],
      ['call', number],
    ]);
    expect(during.work.next.map(([kind]) => kind)).toEqual(expect.arrayContaining(['planStep', 'call', 'remind']));
    expect(during.work.centre).not.toBeNull();
    const after = await on(centre, '2026-06-13T14:00:00.000Z', caseId);
    expect(after).toMatchObject({ handed: 'not-found/', work: { next: [], centre: null } });
  });

  it('hands a ficha over, and it stays handed over when the Encargatura has ended', async () => {
    const { centre, caseId } = await withWork();
    await put(centre);
    centre.clock.set(inThem);
    const lawyer = await enter(centre, 'legal');
    await lawyer.handOverCase({ caseId, service: 'legal' });
    centre.clock.set('2026-06-13T14:00:00.000Z');
    const later = await enter(centre, 'legal');
    expect(await refusal(() => later.getCase({ caseId }))).toBe('none');
    const { items } = await later.readCaseNext({ caseId });
    expect(items.filter(({ kind }) => kind === 'handOver').map(({ turn }) => turn)).toContainEqual(['legal']);
    expect(await refusal(() => later.listStandIns({}))).toBe('forbidden/');
  });
});

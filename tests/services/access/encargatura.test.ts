/** Encargatura of Coordinación (D3, D4): a function by the day, prepared beforehand or opened with the recovery key. */
import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { actionsOf, again, enter, idOf, memberOf, noticesOf, withKey } from './people.ts';

afterEach(closeCentres);

const days = { fromOn: '2026-06-10', untilOn: '2026-06-12', memorandum: '045-2026-CEM' };

type Asked = { by?: string; who?: string } & Partial<typeof days>;

async function propose(centre: TestCentre, { by = 'coordina', who = 'legal', ...change }: Asked = {}) {
  const proposer = await centre.as(by as 'coordina');
  return proposer.proposeActing({ form: { staffId: await idOf(centre, who), ...days, ...change } });
}

/** What only Coordinación may do. */
const rights = async (person: Awaited<ReturnType<typeof enter>>) => refusal(() => person.listStandIns({}));

describe('Encargatura', () => {
  it('adds the function of Coordinación on its days alone, and stores it nowhere', async () => {
    const centre = await startCentre();
    const { proposalId } = await propose(centre, { fromOn: '2026-06-11' });
    await (await centre.as('psico')).approveActing({ proposalId }, again);
    const look = async (instant: string) => {
      centre.clock.set(instant);
      const lawyer = await enter(centre, 'legal');
      const answer = await rights(lawyer);
      await lawyer.lock({ why: 'asked' });
      return answer;
    };
    expect(await look('2026-06-11T04:59:00.000Z'), 'the day before, in Lima').toBe('forbidden/');
    expect(await look('2026-06-11T05:00:00.000Z')).toBe('none');
    expect(await look('2026-06-13T04:59:00.000Z')).toBe('none');
    expect(await look('2026-06-13T05:00:00.000Z'), 'ended by itself').toBe('forbidden/');
    await centre.application.close();
    const stored = await insideFile(centre.folder, (db) =>
      db.prepare("select count(*) as many from staff_role where role = 'coordinator'").get(),
    );
    expect(stored, 'only the coordinator herself').toEqual({ many: 1 });
  });

  it('is told to everybody, listed and audited, and acts on an open session at the next call', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    expect(await rights(lawyer)).toBe('forbidden/');
    const { proposalId } = await propose(centre);
    const { actingId } = await (await centre.as('psico')).approveActing({ proposalId }, again);
    expect(await rights(lawyer)).toBe('none');
    const words =
      'Luz Inventada Legal está a cargo de Coordinación del 10/06/2026 al 12/06/2026, memorando 045-2026-CEM.';
    expect(await noticesOf(await centre.as('admision'))).toEqual([words]);
    const { acting } = await (await centre.as('visita')).listStandIns({});
    expect(acting).toMatchObject([
      { id: actingId, name: 'Luz Inventada Legal', state: 'running', withRecoveryKey: false, mayEnd: false },
    ]);
    expect(acting[0]).toMatchObject({
      proposedBy: 'Carmen Inventada Coordina',
      approvedBy: 'Paula Inventada Psicóloga',
    });
    const coordinator = await centre.as('coordina');
    await coordinator.endActing({ actingId, version: 1 });
    expect(await rights(lawyer)).toBe('forbidden/');
    expect(await refusal(() => coordinator.endActing({ actingId, version: 1 }))).toBe('rule-broken/acting-ended');
    expect(await actionsOf(await centre.as('visita'))).toEqual(
      expect.arrayContaining(['acting.proposed', 'acting.approved', 'acting.ended']),
    );
  });

  it('shows the person in charge what Coordinación may use, as soon as she signs in', async () => {
    const centre = await startCentre();
    const { proposalId } = await propose(centre);
    await (await centre.as('psico')).approveActing({ proposalId }, again);
    const { actions, staff } = await centre.sessionOf('legal');
    expect(actions).toContain('caseload.cover');
    expect(staff.roles).toEqual(['lawyer', 'coordinator']);
  });

  it('is approved by neither who proposes nor who is put in charge', async () => {
    const centre = await startCentre();
    const { proposalId } = await propose(centre);
    const by = async (login: 'coordina' | 'legal' | 'admision' | 'social') => {
      const person = await centre.as(login);
      return refusal(() => person.approveActing({ proposalId }, again));
    };
    expect(await by('coordina')).toBe('rule-broken/own-proposal');
    expect(await by('legal')).toBe('rule-broken/party-to-act');
    expect(await by('admision')).toBe('forbidden/');
    expect(await by('social')).toBe('none');
    expect(await by('social'), 'pressed again').toBe('rule-broken/proposal-decided');
  });

  it('cannot be prolonged by the person in charge, nor turned into a function of her own', async () => {
    const centre = await startCentre();
    const { proposalId } = await propose(centre);
    await (await centre.as('psico')).approveActing({ proposalId }, again);
    const later = { by: 'legal', fromOn: '2026-06-13', untilOn: '2026-06-20' };
    expect(await refusal(() => propose(centre, later))).toBe('rule-broken/acting-own');
    const lawyer = await centre.as('legal');
    const own = await memberOf(await centre.as('coordina'), 'legal');
    const roles = { change: 'roles' as const, staffId: own.id, version: own.version };
    const promotion = () => lawyer.proposeStaffChange({ staffChange: { ...roles, roles: ['lawyer', 'coordinator'] } });
    expect(await refusal(promotion)).toBe('rule-broken/acting-own');
    expect(await refusal(() => propose(centre, { ...later, who: 'psico' })), 'a colleague she may propose').toBe(
      'none',
    );
    expect(await refusal(() => propose(centre, { ...later, by: 'coordina' })), 'Coordinación may').toBe('none');
  });

  it('is refused with the reason at its field', async () => {
    const centre = await startCentre();
    const refused = (change: Asked) => refusal(() => propose(centre, change));
    expect(await refused({ who: 'coordina' })).toBe('rule-broken/acting-coordinator-already');
    expect(await refused({ who: 'admision' })).toBe('rule-broken/acting-not-professional');
    expect(await refused({ fromOn: '2026-06-09' })).toBe('rule-broken/period-past');
    expect(await refused({ untilOn: '2026-06-09' })).toBe('rule-broken/period-order');
    expect(await refused({ untilOn: '2026-09-08' })).toBe('rule-broken/acting-too-long');
    expect(await refused({ memorandum: '  ' })).toBe('invalid/');
    const { proposalId } = await propose(centre);
    await (await centre.as('psico')).approveActing({ proposalId }, again);
    expect(await refused({ who: 'social', fromOn: '2026-06-12', untilOn: '2026-06-15' })).toBe(
      'rule-broken/acting-overlaps',
    );
    const coordinator = await centre.as('coordina');
    const { id: staffId, version } = await memberOf(coordinator, 'social');
    await coordinator.disableStaff({ staffId, version });
    expect(await refused({ who: 'social' })).toBe('rule-broken/acting-disabled');
  });

  it('is decided by one of two proposals when two wait for the same days', async () => {
    const centre = await startCentre();
    const [one, other] = [await propose(centre), await propose(centre, { who: 'social' })];
    const approver = await centre.as('psico');
    const approve = ({ proposalId }: typeof one) => refusal(() => approver.approveActing({ proposalId }, again));
    expect([await approve(one), await approve(other)]).toEqual(['none', 'rule-broken/acting-overlaps']);
    // Refused as a whole: the proposal still waits, to be declined.
    const waiting = (await approver.listProposals({})).proposals.filter(({ state }) => state === 'pending');
    expect(waiting.map(({ id }) => id)).toEqual([other.proposalId]);
  });
});

describe('Encargatura while Coordinación is away', () => {
  it('opens with the recovery key and a second person, and says so to everybody', async () => {
    const centre = await startCentre();
    const { proposalId } = await propose(centre, { by: 'legal' });
    const second = await centre.as('psico');
    const approve = () => refusal(() => second.approveActing({ proposalId }, again));
    expect(await approve()).toBe('rule-broken/recovery-key-needed');
    const [listed] = (await second.listProposals({})).proposals;
    expect(listed).toMatchObject({ canDecide: true, needsRecoveryKey: true });
    const lawyer = await centre.as('legal');
    expect(await refusal(() => withKey(lawyer, { act: 'approval', proposalId }))).toBe(
      'rule-broken/recovery-key-not-needed',
    );
    await withKey(second, { act: 'approval', proposalId });
    expect(await approve()).toBe('none');
    expect(await rights(lawyer)).toBe('none');
    const { acting, keyUses } = await lawyer.listStandIns({});
    expect(acting).toMatchObject([{ withRecoveryKey: true }]);
    expect(keyUses).toMatchObject([{ usedBy: 'Paula Inventada Psicóloga', act: 'approval' }]);
    const told = await noticesOf(await centre.as('coordina'));
    expect(told.join('\n')).toMatch(/Se abrió con la clave de recuperación\./);
    expect(told.join('\n')).toMatch(/usó la clave de recuperación en lugar de la segunda persona/);
  });

  it('needs no second person where there is none: the key stands in for her too', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    for (const login of ['psico', 'social']) {
      const { id: staffId, version } = await memberOf(coordinator, login);
      await coordinator.disableStaff({ staffId, version });
    }
    const { proposalId } = await propose(centre, { by: 'legal' });
    const lawyer = await centre.as('legal');
    const approve = () => refusal(() => lawyer.approveActing({ proposalId }, again));
    expect(await approve()).toBe('rule-broken/recovery-key-needed');
    await withKey(lawyer, { act: 'approval', proposalId });
    expect(await approve()).toBe('none');
    expect(await rights(lawyer)).toBe('none');
  });

  it('is prepared by a coordinator alone with her key, when the only colleague is the one put in charge', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    for (const login of ['psico', 'social']) {
      const { id: staffId, version } = await memberOf(coordinator, login);
      await coordinator.disableStaff({ staffId, version });
    }
    const { proposalId } = await propose(centre);
    await withKey(coordinator, { act: 'approval', proposalId });
    expect(await refusal(() => coordinator.approveActing({ proposalId }, again))).toBe('none');
  });
});

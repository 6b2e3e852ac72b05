/** Somebody leaves, and comes back (security design §5.2): at once, without her key, never so that nobody is left. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, recoveryKeyOnPaper, startCentre, type TestCentre } from '../../support/start-application.ts';
import { failureOf, refusal } from '../refusal.ts';
import { again, enter, leaveAlone, memberOf, withKey } from './people.ts';

afterEach(closeCentres);

const disable = async (centre: TestCentre, login: string, by: 'coordina' | 'soporte' = 'coordina') => {
  const { id: staffId, version } = await memberOf(await centre.as('coordina'), login);
  return (await centre.as(by)).disableStaff({ staffId, version });
};

const loginsInArchive = ({ folder }: TestCentre) =>
  (JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')) as { slots: { login: string | null }[] }).slots
    .map(({ login }) => login)
    .filter((login) => login !== null);

describe('taking an access away', () => {
  it('takes the slot out of the archive of keys at once, and ends the open session', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    expect(loginsInArchive(centre)).toContain('legal');
    await disable(centre, 'legal');
    expect(loginsInArchive(centre)).not.toContain('legal');
    expect(await refusal(() => lawyer.listMyCases({}))).toBe('locked/');
    expect(await refusal(() => enter(centre, 'legal'))).toBe('wrong-secret/');
  });

  it('leaves the archive as it was when a rule refuses', async () => {
    const centre = await startCentre();
    const before = loginsInArchive(centre);
    expect(await refusal(() => disable(centre, 'coordina'))).toBe('rule-broken/disable-self');
    expect(await refusal(() => disable(centre, 'coordina', 'soporte'))).toBe('rule-broken/last-coordinator');
    expect(loginsInArchive(centre)).toEqual(before);
    expect(await refusal(() => enter(centre, 'legal'))).toBe('none');
  });

  it('keeps two professionals who can second each other; beyond that it asks for the recovery key', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    for (const login of ['legal', 'social']) await disable(centre, login);
    expect(await refusal(() => disable(centre, 'psico'))).toBe('rule-broken/last-approver');
    expect(await refusal(() => disable(centre, 'admision')), 'who approves nothing may always leave').toBe('none');
    const { id: staffId } = await memberOf(coordinator, 'psico');
    await withKey(coordinator, { act: 'staff-disable', staffId });
    expect(await refusal(() => disable(centre, 'psico', 'soporte')), 'of who typed it alone').toBe(
      'rule-broken/last-approver',
    );
    expect(await refusal(() => disable(centre, 'psico'))).toBe('none');
    const { keyUses } = await coordinator.listStandIns({});
    expect(keyUses).toMatchObject([
      { act: 'staff-disable', summary: 'Retiro de acceso: Paula Inventada Psicóloga, usuario psico' },
    ]);
  });

  it('asks for no key where none is needed', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const key = async (login: string) => {
      const { id: staffId } = await memberOf(coordinator, login);
      return refusal(() => withKey(coordinator, { act: 'staff-disable', staffId }));
    };
    expect(await key('legal')).toBe('rule-broken/recovery-key-not-needed');
    expect(await key('coordina')).toBe('rule-broken/disable-self');
  });

  it('happens once when two do it at once', async () => {
    const centre = await startCentre();
    const { id: staffId, version } = await memberOf(await centre.as('coordina'), 'legal');
    const both = await Promise.all(
      (['coordina', 'soporte'] as const).map(async (login) => {
        const person = await centre.as(login);
        return refusal(() => person.disableStaff({ staffId, version }));
      }),
    );
    expect(both.filter((end) => end === 'none')).toHaveLength(1);
    expect(loginsInArchive(centre)).toHaveLength(7);
    for (const login of ['psico', 'social']) expect(await refusal(() => enter(centre, login)), login).toBe('none');
  });
});

describe('giving an access back', () => {
  it('takes two people, keeps the login hers, and starts with a password of one use', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    await disable(centre, 'legal');
    const { id: staffId, version } = await memberOf(coordinator, 'legal');
    const details = { login: 'legal', fullName: 'Otra Inventada Persona', roles: ['lawyer' as const] };
    const other = { ...details, profession: null, college: null, collegeNumber: null };
    const taken = () => coordinator.proposeStaffChange({ staffChange: { change: 'create', details: other } });
    expect(await refusal(taken), 'nobody else gets her login').toBe('duplicate/login-taken');
    const staffChange = { change: 'reactivate' as const, staffId, version };
    const { proposalId } = await coordinator.proposeStaffChange({ staffChange });
    const approver = await centre.as('psico');
    const [waiting] = (await approver.listProposals({})).proposals;
    expect(waiting?.summary).toBe('Devolver el acceso: Luz Inventada Legal, usuario legal, Servicio legal');
    const { oneTimePassphrase: code } = await approver.approveStaffChange({ proposalId }, again);
    expect(await refusal(() => enter(centre, 'legal')), 'the old password opens nothing').toBe('wrong-secret/');
    centre.clock.advance(2_000);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const lawyer = await enter(centre, 'legal', code ?? '');
    expect(await refusal(() => lawyer.listMyCases({}))).toBe('rule-broken/password-must-change');
    await lawyer.changeOwnPassphrase({ newPassphrase: 'lumera-tocino-bavelo-rugita' }, { password: code ?? '' });
    expect(await refusal(() => lawyer.listMyCases({}))).toBe('none');
    expect(await memberOf(coordinator, 'legal')).toMatchObject({ id: staffId, state: 'active', roles: ['lawyer'] });
  });

  it('is refused for somebody who has it, and after the record changed', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const { id: staffId, version } = await memberOf(coordinator, 'legal');
    const propose = (of: number) =>
      coordinator.proposeStaffChange({ staffChange: { change: 'reactivate', staffId, version: of } });
    expect(await refusal(() => propose(version))).toBe('rule-broken/not-disabled');
    await disable(centre, 'legal');
    expect(await refusal(() => propose(version))).toBe('conflict/');
    const { proposalId } = await propose(version + 1);
    expect(await refusal(() => coordinator.approveStaffChange({ proposalId }, again))).toBe('rule-broken/own-proposal');
  });
});

describe('a centre with a single professional', () => {
  it('decides every kind of proposal with the recovery key, and lists each use', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-07-03T14:00:00.000Z') });
    const coordinator = await leaveAlone(centre);
    await coordinator.proposeMonthClosing({ month: '2026-06' }, again);
    const [month] = (await coordinator.listProposals({})).proposals;
    expect(month).toMatchObject({ kind: 'month-closing', canDecide: true, needsRecoveryKey: true });
    const proposalId = month?.id ?? '';
    const approve = () => coordinator.approveMonthClosing({ proposalId }, again);
    expect(await refusal(approve)).toBe('rule-broken/recovery-key-needed');
    await withKey(coordinator, { act: 'approval', proposalId });
    expect(await refusal(approve)).toBe('none');
    const { keyUses } = await coordinator.listStandIns({});
    expect(keyUses.map(({ summary }) => summary)).toEqual([
      'Cierre de junio de 2026',
      'Retiro de acceso: Paula Inventada Psicóloga, usuario psico',
    ]);
    expect((await coordinator.verifyRecord({})).isSound).toBe(true);
  });

  it('refuses a key that is mistyped, of another centre, for another act, or typed too long ago', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-07-03T14:00:00.000Z') });
    const coordinator = await leaveAlone(centre);
    const { id: proposalId } = await coordinator.proposeMonthClosing({ month: '2026-06' }, again);
    const typed = (text: string) => refusal(() => withKey(coordinator, { act: 'approval', proposalId }, text));
    const other = '0400-20G3-0G2G-C1R8-1450-P30D-1R7H-048J-2CA1-A5GQ-30CH-M6RW-3MF1-ZV0X';
    expect(await typed(other), 'valid, of another register').toBe('wrong-secret/recovery-key-other');
    expect(await typed(other.replace('2CA1', '2CA2'))).toBe('wrong-secret/recovery-key-mistyped');
    expect(await typed(other.slice(0, -5))).toBe('wrong-secret/recovery-key-mistyped');
    const approve = () => refusal(() => coordinator.approveMonthClosing({ proposalId }, again));
    expect(await approve(), 'nothing of it counted').toBe('rule-broken/recovery-key-needed');
    const failure = await failureOf(() => withKey(coordinator, { act: 'approval', proposalId }, other));
    expect(JSON.stringify(failure)).not.toMatch(/0400|20G3/);
    await withKey(coordinator, { act: 'approval', proposalId });
    for (const minutes of [4, 4, 2]) {
      centre.clock.advance(minutes * 60_000);
      await coordinator.keepSession({});
    }
    expect(await approve(), 'ten minutes are over').toBe('rule-broken/recovery-key-needed');
  });

  it('reads the key in lower case, without hyphens, with O and I for digits', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-07-03T14:00:00.000Z') });
    const coordinator = await leaveAlone(centre);
    await coordinator.proposeMonthClosing({ month: '2026-06' }, again);
    const proposalId = (await coordinator.listProposals({})).proposals[0]?.id ?? '';
    const paper = await recoveryKeyOnPaper();
    const sloppy = paper.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(await refusal(() => withKey(coordinator, { act: 'approval', proposalId }, sloppy))).toBe('none');
  });
});

describe('an answer that was lost', () => {
  it('is given again under its key, so that the one-time password is not lost with it', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    await disable(centre, 'legal');
    const { id: staffId, version } = await memberOf(coordinator, 'legal');
    const change = { staffChange: { change: 'reactivate' as const, staffId, version } };
    const key = crypto.randomUUID();
    const { proposalId } = await coordinator.proposeStaffChange(change, { key });
    expect(await coordinator.proposeStaffChange(change, { key })).toEqual({ proposalId });
    const approver = await centre.as('psico');
    const options = { ...again, key: crypto.randomUUID() };
    const first = await approver.approveStaffChange({ proposalId }, options);
    expect(await approver.approveStaffChange({ proposalId }, options)).toEqual(first);
    const other = await centre.as('social');
    expect(await refusal(() => other.approveStaffChange({ proposalId }, options)), 'of somebody else').toBe(
      'conflict/key-used-otherwise',
    );
    expect(await refusal(() => approver.approveStaffChange({ proposalId }, again)), 'under a new key').toBe(
      'rule-broken/proposal-decided',
    );
    expect(await refusal(() => enter(centre, 'legal', first.oneTimePassphrase ?? ''))).toBe('none');
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HostEvent } from '../../../src/shared/platform/contract.ts';
import { clientOf, closeCentres, openCentre, passphrase, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

/** A centre on a computer that has been on for as long as `pass` says: the wait trusts no date that a person can set. */
async function onALongDay() {
  const centre = await startCentre();
  await centre.sessionOf('coordina');
  await centre.close();
  const real = performance.now.bind(performance);
  let later = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => real() + later);
  const again = await openCentre(centre.folder, centre.clock);
  const nobody = clientOf(again.application, () => null);
  const tries = (login: string, password: string) => refusal(() => nobody.signIn({ login, password }));
  const pass = (ms: number) => void (later += ms);
  return { again, tries, pass };
}

describe('sessions', () => {
  it('let two people work at once, each with the own rights', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const desk = await centre.as('admision');
    const [overview, denied] = await Promise.allSettled([lawyer.getCase({ caseId }), desk.getSectionB({ caseId })]);
    expect(overview.status).toBe('fulfilled');
    expect(denied).toMatchObject({ status: 'rejected', reason: { failure: { code: 'forbidden' } } });
  });

  it('refuse a second session of the same person', async () => {
    const centre = await startCentre();
    await centre.sessionOf('psico');
    const nobody = clientOf(centre.application, () => null);
    await expect(nobody.signIn({ login: 'psico', password: passphrase })).rejects.toMatchObject({
      failure: { code: 'rule-broken', reason: 'already-signed-in' },
    });
  });

  it('end with F12 or idle for that person only, and the last one closes the file', async () => {
    const centre = await startCentre();
    const events: HostEvent[] = [];
    centre.application.subscribe((event) => event.kind === 'locked' && events.push(event));
    const psychologist = await centre.as('psico');
    const lawyer = await centre.as('legal');
    await psychologist.lock({ why: 'asked' });
    await expect(psychologist.listMyCases({})).rejects.toMatchObject({ failure: { code: 'locked' } });
    await lawyer.listMyCases({});
    centre.clock.advance(5 * 60_000);
    await expect(lawyer.listMyCases({})).rejects.toMatchObject({ failure: { code: 'locked' } });
    expect(events).toMatchObject([{ why: 'asked' }, { why: 'idle' }]);
    const status = await clientOf(centre.application, () => null).getStatus({});
    expect(status).toMatchObject({ phase: 'ready', isPractice: true, blocked: null });
  });

  it('answer wrong password and unknown login with the same words, then make both wait', async () => {
    const centre = await startCentre();
    const nobody = clientOf(centre.application, () => null);
    for (const login of ['legal', 'nadie.aqui']) {
      const attempt = () => nobody.signIn({ login, password: 'otra frase cualquiera' });
      await expect(attempt()).rejects.toMatchObject({ failure: { code: 'wrong-secret', reason: null } });
      await expect(attempt()).rejects.toMatchObject({ failure: { reason: 'wait-before-retry' } });
    }
  });

  it('are closed to a login for the rest of the hour after ten wrong passwords, never to Coordinación', async () => {
    const { tries, pass } = await onALongDay();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      for (const login of ['legal', 'coordina'])
        expect(await tries(login, 'otra frase cualquiera'), `${login} ${attempt}`).toBe('wrong-secret/');
      pass(61_000);
    }
    expect(await tries('legal', passphrase)).toBe('wrong-secret/attempts-exhausted');
    expect(await tries('coordina', passphrase)).toBe('none');
    expect(await tries('psico', passphrase)).toBe('none');
    pass(50 * 60_000);
    expect(await tries('legal', passphrase)).toBe('none');
  });

  it('are closed after a hundred wrong passwords in a row until two people reset the access, and say so', async () => {
    const { again, tries, pass } = await onALongDay();
    for (let attempt = 0; attempt < 100; attempt += 1) {
      expect(await tries('legal', 'otra frase cualquiera'), `${attempt}`).toBe('wrong-secret/');
      pass(10 * 60_000);
    }
    pass(48 * 60 * 60_000);
    expect(await tries('legal', passphrase)).toBe('wrong-secret/access-stopped');
    const coordinator = await again.as('coordina');
    const { staff } = await coordinator.listStaff({});
    const staffId = staff.find((one) => one.login === 'legal')?.id ?? '';
    const { proposalId } = await coordinator.proposeAccessReset({ staffId });
    const second = await again.as('psico');
    const { oneTimeCode } = await second.approveAccessReset({ proposalId }, { password: passphrase });
    expect(await tries('legal', oneTimeCode)).toBe('none');
  });

  it('act on a disabled member at the next call', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const coordinator = await centre.as('coordina');
    const { staff } = await coordinator.listStaff({});
    const member = staff.find((one) => one.login === 'legal');
    await coordinator.disableStaff({ staffId: member?.id ?? '', version: member?.version ?? 0 });
    await expect(lawyer.listMyCases({})).rejects.toMatchObject({ failure: { code: 'locked' } });
    await expect(
      clientOf(centre.application, () => null).signIn({ login: 'legal', password: passphrase }),
    ).rejects.toMatchObject({
      failure: { code: 'wrong-secret' },
    });
  });

  it('ask for the password again where the procedure says so', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const month = { month: '2026-05' };
    await expect(coordinator.proposeMonthClosing(month)).rejects.toMatchObject({
      failure: { reason: 'password-again' },
    });
    await expect(coordinator.proposeMonthClosing(month, { password: 'no es esta frase' })).rejects.toMatchObject({
      failure: { reason: 'password-wrong' },
    });
  });

  it('are refused while another process holds the folder', async () => {
    const centre = await startCentre();
    await centre.as('coordina');
    const other = await openCentre(centre.folder, centre.clock);
    const status = await clientOf(other.application, () => null).getStatus({});
    expect(status.blocked).toBe('already-open');
    await expect(
      clientOf(other.application, () => null).signIn({ login: 'legal', password: passphrase }),
    ).rejects.toMatchObject({
      failure: { code: 'storage', reason: 'already-open' },
    });
  });
});

describe('staff changes', () => {
  it('wait for another professional, never for the proposer', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const details = {
      login: 'nueva',
      fullName: 'Nina Inventada Nueva',
      roles: ['psychologist' as const],
      profession: null,
      college: null,
      collegeNumber: null,
    };
    const { proposalId } = await coordinator.proposeStaffChange({ staffChange: { change: 'create', details } });
    await expect(coordinator.approveStaffChange({ proposalId }, { password: passphrase })).rejects.toMatchObject({
      failure: { reason: 'own-proposal' },
    });
    const lawyer = await centre.as('legal');
    const { proposals } = await lawyer.listProposals({});
    expect(proposals.find(({ id }) => id === proposalId)?.summary).toBe(
      'Nuevo personal: Nina Inventada Nueva, usuario nueva, Psicología',
    );
    const approved = await lawyer.approveStaffChange({ proposalId }, { password: passphrase });
    const session = await clientOf(centre.application, () => null).signIn({
      login: 'nueva',
      password: approved.oneTimePassphrase ?? '',
    });
    expect(session.mustChangePassword).toBe(true);
    const newcomer = clientOf(centre.application, () => session.token);
    await expect(newcomer.listMyCases({})).rejects.toMatchObject({ failure: { reason: 'password-must-change' } });
    await newcomer.changeOwnPassphrase(
      { newPassphrase: 'lumera-tocino-bavelo-rugita' },
      { password: approved.oneTimePassphrase ?? '' },
    );
    await expect(newcomer.listMyCases({})).resolves.toMatchObject({ cases: [] });
  });
});

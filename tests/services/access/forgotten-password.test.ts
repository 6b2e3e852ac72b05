/** A forgotten password (security design §2.3, D4): a one-time code of one day (bad input 114). */
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { bitsPerWord, phraseWords } from '../../../src/main/platform/crypto/passphrase.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { textOf } from '../../support/paper-text.ts';
import { refusal } from '../refusal.ts';
import { actionsOf, again, enter, idOf, memberOf, noticesOf, withKey } from './people.ts';

afterEach(closeCentres);

const own = 'lumera-tocino-bavelo-rugita';
/** The next try has to wait a second, by a clock no test can move. */
const aMoment = () => setTimeout(1_100);
const hours = (count: number) => count * 3_600_000;

async function reset(centre: TestCentre, login = 'legal') {
  const coordinator = await centre.as('coordina');
  const { proposalId } = await coordinator.proposeAccessReset({ staffId: await idOf(centre, login) });
  const approver = await centre.as('psico');
  return { approver, proposalId, ...(await approver.approveAccessReset({ proposalId }, again)) };
}

describe('a forgotten password', () => {
  it('is replaced by two people with a code that its owner turns into a password of her own', async () => {
    const centre = await startCentre();
    const open = await centre.as('legal');
    const { oneTimeCode: code, validUntil } = await reset(centre);
    expect(validUntil).toBe('2026-06-11T14:00:00.000Z');
    expect(phraseWords.oneTimeCode * bitsPerWord).toBeGreaterThanOrEqual(112);
    expect(code.split('-')).toHaveLength(phraseWords.oneTimeCode);
    expect(await refusal(() => open.listMyCases({})), 'what was open ends').toBe('locked/');
    expect(await refusal(() => enter(centre, 'legal')), 'the old password opens nothing').toBe('wrong-secret/');
    await aMoment();
    const lawyer = await enter(centre, 'legal', code);
    expect(await refusal(() => lawyer.listMyCases({}))).toBe('rule-broken/password-must-change');
    await lawyer.changeOwnPassphrase({ newPassphrase: own }, { password: code });
    expect(await refusal(() => lawyer.listMyCases({}))).toBe('none');
    expect(await noticesOf(lawyer)).toEqual([
      'Su contraseña se restableció con un código de un solo uso: Carmen Inventada Coordina y Paula Inventada Psicóloga.',
    ]);
    expect(await actionsOf(await centre.as('visita'))).toEqual(
      expect.arrayContaining(['staff.resetProposed', 'staff.accessReset', 'staff.passphraseChanged']),
    );
    // Long after the code ended the password still opens.
    centre.clock.advance(hours(48));
    expect(await refusal(() => enter(centre, 'legal', own))).toBe('none');
  });

  it('refuses the code used twice, after 24 hours, and for another person', async () => {
    const centre = await startCentre();
    const { oneTimeCode: code } = await reset(centre);
    expect(await refusal(() => enter(centre, 'social', code)), 'another person').toBe('wrong-secret/');
    const lawyer = await enter(centre, 'legal', code);
    await lawyer.changeOwnPassphrase({ newPassphrase: own }, { password: code });
    await lawyer.lock({ why: 'asked' });
    expect(await refusal(() => enter(centre, 'legal', code)), 'used twice').toBe('wrong-secret/');

    const late = await startCentre();
    const { oneTimeCode: old } = await reset(late);
    late.clock.advance(hours(24));
    expect(await refusal(() => enter(late, 'legal', old)), 'at the last moment').toBe('none');

    const later = await startCentre();
    const { oneTimeCode: oldest } = await reset(later);
    later.clock.advance(hours(24) + 1);
    expect(await refusal(() => enter(later, 'legal', oldest))).toBe('wrong-secret/code-expired');
  });

  it('stops a first code when a second one is given', async () => {
    const centre = await startCentre();
    const first = await reset(centre);
    const second = await reset(centre);
    expect(await refusal(() => enter(centre, 'legal', first.oneTimeCode))).toBe('wrong-secret/');
    await aMoment();
    expect(await refusal(() => enter(centre, 'legal', second.oneTimeCode))).toBe('none');
  });

  it('lets in again whoever was stopped after too many tries', async () => {
    const centre = await startCentre();
    await refusal(() => enter(centre, 'legal', 'no es esta frase'));
    await aMoment();
    await refusal(() => enter(centre, 'legal', 'no es esta frase'));
    const { oneTimeCode: code } = await reset(centre);
    expect(await refusal(() => enter(centre, 'legal', code)), 'without waiting').toBe('none');
  });

  it('prints the code on one page, for the person it is for', async () => {
    const centre = await startCentre();
    const { approver, sheet, oneTimeCode: code } = await reset(centre);
    expect(await refusal(() => approver.readFile({ id: sheet.id, offset: 0 })), 'only registered').toBe('not-found/');
    await approver.saveFile({ id: sheet.id });
    const { base64 } = await approver.readFile({ id: sheet.id, offset: 0 });
    const page = textOf(Buffer.from(base64, 'base64'));
    expect(page).toContain('Luz Inventada Legal');
    expect(page).toContain(code);
    expect(page).toContain('Página 1 de 1');
    expect(page).toContain('11 de junio de 2026 a las 09:00');
  });

  it('is refused for oneself, for somebody without access, and while one waits', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const ask = async (login: string) => {
      const staffId = await idOf(centre, login);
      return refusal(() => coordinator.proposeAccessReset({ staffId }));
    };
    expect(await ask('coordina')).toBe('rule-broken/reset-self');
    expect(await ask('legal')).toBe('none');
    expect(await ask('legal')).toBe('rule-broken/reset-pending');
    const { id: staffId, version } = await memberOf(coordinator, 'legal');
    await coordinator.disableStaff({ staffId, version });
    expect(await ask('legal')).toBe('rule-broken/reset-disabled');
    const waiting = (await coordinator.listProposals({})).proposals[0]?.id ?? '';
    const approver = await centre.as('psico');
    expect(await refusal(() => approver.approveAccessReset({ proposalId: waiting }, again))).toBe(
      'rule-broken/reset-disabled',
    );
    const lawyer = await centre.as('social');
    expect(await refusal(() => lawyer.proposeAccessReset({ staffId }))).toBe('forbidden/');
  });

  it('is decided neither by who proposes nor by the person herself', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const { proposalId } = await coordinator.proposeAccessReset({ staffId: await idOf(centre, 'legal') });
    const by = async (login: 'coordina' | 'legal') => {
      const person = await centre.as(login);
      return refusal(() => person.approveAccessReset({ proposalId }, again));
    };
    expect(await by('coordina')).toBe('rule-broken/own-proposal');
    expect(await by('legal')).toBe('rule-broken/party-to-act');
  });
});

describe('the password of the only coordinator', () => {
  it('is given anew by any other professional with the recovery key', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const staffId = await idOf(centre, 'coordina');
    const { proposalId } = await lawyer.proposeCoordinatorReset({ staffId });
    const approve = () => lawyer.approveAccessReset({ proposalId }, again);
    expect(await refusal(approve)).toBe('rule-broken/recovery-key-needed');
    const other = await centre.as('psico');
    expect(await refusal(() => other.approveAccessReset({ proposalId }, again)), 'two without the key').toBe(
      'rule-broken/recovery-key-needed',
    );
    await withKey(lawyer, { act: 'approval', proposalId });
    const { oneTimeCode: code } = await approve();
    const coordinator = await enter(centre, 'coordina', code);
    await coordinator.changeOwnPassphrase({ newPassphrase: own }, { password: code });
    expect((await noticesOf(coordinator)).sort()).toEqual([
      'Luz Inventada Legal usó la clave de recuperación en lugar de la segunda persona. Contraseña olvidada de Carmen Inventada Coordina, usuario coordina.',
      'Su contraseña se restableció con un código de un solo uso: Luz Inventada Legal.',
    ]);
    const { keyUses } = await coordinator.listStandIns({});
    expect(keyUses).toMatchObject([{ usedBy: 'Luz Inventada Legal', act: 'approval' }]);
    expect(await actionsOf(await centre.as('visita'))).toContain('approval.recoveryKeyStoodIn');
  });

  it('is for her alone: others are helped by Coordinación, and so is she when there is another one', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const social = await idOf(centre, 'social');
    expect(await refusal(() => lawyer.proposeCoordinatorReset({ staffId: social }))).toBe(
      'rule-broken/reset-not-coordinator',
    );
    const coordinator = await centre.as('coordina');
    const { id: staffId, version } = await memberOf(coordinator, 'psico');
    const roles = { change: 'roles' as const, staffId, version, roles: ['coordinator' as const] };
    const { proposalId } = await coordinator.proposeStaffChange({ staffChange: roles });
    await lawyer.approveStaffChange({ proposalId }, again);
    const first = await idOf(centre, 'coordina');
    expect(await refusal(() => lawyer.proposeCoordinatorReset({ staffId: first }))).toBe(
      'rule-broken/coordinator-can-reset',
    );
    expect(await refusal(() => coordinator.proposeCoordinatorReset({ staffId })), 'Coordinación has its own').toBe(
      'forbidden/',
    );
  });

  it('stands between two people in the smallest centre: the key is the second one', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    for (const login of ['psico', 'social']) {
      const { id: staffId, version } = await memberOf(coordinator, login);
      await coordinator.disableStaff({ staffId, version });
    }
    const { proposalId } = await coordinator.proposeAccessReset({ staffId: await idOf(centre, 'legal') });
    const approve = () => refusal(() => coordinator.approveAccessReset({ proposalId }, again));
    expect(await approve()).toBe('rule-broken/recovery-key-needed');
    await withKey(coordinator, { act: 'approval', proposalId });
    expect(await approve()).toBe('none');
  });
});

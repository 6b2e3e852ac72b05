import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const later = 'Relato corregido, inventado para la prueba.';

async function saveAccount(
  centre: TestCentre,
  caseId: string,
  account: string | null | undefined,
  login: 'psico' | 'social' = 'psico',
) {
  const client = await centre.as(login);
  const { version, form } = await client.getSectionB({ caseId });
  const { account: _, ...rest } = form;
  return client.saveSectionB({ caseId, version, form: account === undefined ? rest : { ...rest, account } });
}

async function issueFiling(centre: TestCentre, caseId: string) {
  const lawyer = await centre.as('legal');
  const { options } = await lawyer.startFiling({ caseId, kind: 3 });
  const decided = {
    addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
    measures: [{ code: 'removal-from-home' as const, reason: 'Él volvió a la vivienda.', detail: null }],
    articles: ['l-22' as const],
  };
  return lawyer.issueFiling({ caseId, kind: 3, options: { ...options, ...decided }, missingReason: 'urgency' });
}

describe('the account', () => {
  it('may be corrected for 24 hours, keeps the earlier words, and says when it locks', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    await saveAccount(centre, caseId, later);
    const read = await (await centre.as('social')).getAccount({ caseId });
    expect(read.account).toMatchObject({ body: later, lock: { kind: 'open', locksAt: '2026-06-11T14:00:00.000Z' } });
    expect(read.earlier).toMatchObject([{ version: 1, by: 'Paula Inventada Psicóloga' }]);
  });

  it('is locked 24 hours after it was first written, refused at its field, and takes supplements', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    centre.clock.set('2026-06-11T14:00:00.000Z');
    const again = await centre.restart();
    await expect(saveAccount(again, caseId, later)).rejects.toMatchObject({
      failure: { code: 'rule-broken', reason: 'account-locked', issues: [{ path: 'form.account' }] },
    });
    // Other answers of the section are still saved, with the account as it stands.
    const stored = (await (await again.as('psico')).getSectionB({ caseId })).form.account;
    await saveAccount(again, caseId, stored);
    await (await again.as('social')).addAccountSupplement({ caseId, body: 'Recordó que hubo una testigo.' });
    const read = await (await again.as('psico')).getAccount({ caseId });
    expect(read.account?.lock).toEqual({ kind: 'time', since: '2026-06-11T14:00:00.000Z' });
    expect(read.supplements).toMatchObject([{ body: 'Recordó que hubo una testigo.', by: 'Sonia Inventada Social' }]);
  });

  it('is locked at once by a filing that quotes it, which also quotes the supplements', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('psico')).addAccountSupplement({ caseId, body: 'Recordó que hubo una testigo.' });
    const { document } = await issueFiling(centre, caseId);
    const lawyer = await centre.as('legal');
    const { file } = await lawyer.viewDocument({ caseId, documentId: document.id });
    const text = textOf(await bytesOf(lawyer, file)).replace(/\s+/g, ' ');
    expect(text).toContain('discutieron por la noche');
    expect(text).toContain('Ampliación del 10/06/2026: Recordó que hubo una testigo.');
    const read = await lawyer.getAccount({ caseId });
    expect(read.account?.lock).toMatchObject({ kind: 'quoted', by: document.number });
    await expect(saveAccount(centre, caseId, later)).rejects.toMatchObject({ failure: { reason: 'account-locked' } });
  });

  it('takes no supplement while nothing is written, and none too long', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ b: { account: null }, isValidated: false });
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.addAccountSupplement({ caseId, body: 'x' }))).toBe(
      'rule-broken/no-account',
    );
    const tooLong = 'a'.repeat(20_001);
    expect(await refusal(() => psychologist.addAccountSupplement({ caseId, body: tooLong }))).toBe('invalid/');
  });

  it('is not read by the desk, which did not write it, and by nobody without the case', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    expect(await refusal(async () => (await centre.as('admision')).getAccount({ caseId }))).toBe('not-found/');
    expect(await refusal(async () => (await centre.as('soporte')).getAccount({ caseId }))).toBe('forbidden/');
  });

  it('does not travel with Section B to coordination that is not on the team, whose save leaves it as it is', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const coordinator = await centre.as('coordina');
    const { version, form } = await coordinator.getSectionB({ caseId });
    expect(form).not.toHaveProperty('account');
    await coordinator.saveSectionB({ caseId, version, form });
    const write = () => coordinator.saveSectionB({ caseId, version: version + 1, form: { ...form, account: later } });
    expect(await refusal(write)).toBe('not-found/');
    const read = await (await centre.as('psico')).getAccount({ caseId });
    expect(read.account?.body).toContain('discutieron por la noche');
    expect(read.earlier).toEqual([]);
  });

  it('is not emptied without a word', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    await expect(saveAccount(centre, caseId, null)).rejects.toMatchObject({
      failure: { code: 'rule-broken', reason: 'account-emptied', issues: [{ path: 'form.account' }] },
    });
  });

  it('counts what she told before coming', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version, toldBefore } = await psychologist.getAccount({ caseId });
    expect(toldBefore).toBeNull();
    await psychologist.recordToldBefore({ caseId, version, times: 2 });
    expect((await psychologist.getAccount({ caseId })).toldBefore).toBe(2);
    expect(await refusal(() => psychologist.recordToldBefore({ caseId, version, times: 3 }))).toBe('conflict/');
  });
});

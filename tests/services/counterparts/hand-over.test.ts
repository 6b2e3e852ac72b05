import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { again, enter } from '../access/people.ts';
import { close } from '../closing/closing.ts';
import { anEvent, measure } from '../proceedings/a-proceeding.ts';
import { failureOf } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';
import {
  consentFor,
  counterpart,
  counterpartLogins,
  establishments,
  handOver,
  switchOn,
} from '../../support/counterparts.ts';

afterEach(closeCentres);

const broken = (reason: string) => ({ failure: { code: 'rule-broken', reason } });
const absent = { failure: { code: 'not-found' } };

async function handed(kind: 'police' | 'health' | 'emergency-kit' = 'police') {
  const centre = await startCentre();
  const side = kind === 'police' ? 'police' : 'health';
  const account = await counterpart(centre, side);
  const { caseId } = await centre.aCase();
  const { handOverId } = await handOver(centre, caseId, kind);
  return { centre, account, caseId, target: { caseId, handOverId } };
}

const sheetsOf = async (account: Awaited<ReturnType<typeof counterpart>>) => (await account.listSheets({})).sheets;

/** Lets an account of the police in under that name. */
async function aName(centre: TestCentre, fullName: string): Promise<void> {
  const coordinator = await centre.as('coordina');
  const login = `c${fullName.toLowerCase().replace(/[^a-z]/g, '')}`.slice(0, 12);
  const rest = { roles: ['policeCounterpart' as const], profession: null, college: null, collegeNumber: null };
  const { proposalId } = await coordinator.proposeStaffChange({
    staffChange: { change: 'create', details: { login, fullName, ...rest } },
  });
  await (await centre.as('psico')).approveStaffChange({ proposalId }, again);
}

describe('a hand-over to the counterpart of the centre', () => {
  it('is one act: consent, letter and sheet, which its account alone reads', async () => {
    const { centre, account, caseId, target } = await handed();
    const [sheet, ...others] = await sheetsOf(account);
    expect(others).toEqual([]);
    expect(sheet).toMatchObject({ id: target.handOverId, caseId, isAnswered: false });
    const { blocks, couldNotAsk } = await account.readSheet(target);
    const text = JSON.stringify(blocks);
    expect(text).toContain('Recibir su denuncia');
    expect(text).toContain('En reserva');
    expect(couldNotAsk).toBe(false);
    const psychologist = await centre.as('psico');
    expect((await psychologist.listReferrals({ caseId })).referrals).toMatchObject([
      { kind: 'police', state: 'handedOver' },
    ]);
    const { consents } = await psychologist.listConsents({ caseId });
    expect(consents).toMatchObject([{ purposes: ['police'], receivers: [establishments.police] }]);
    await expect(psychologist.readSheet(target)).rejects.toMatchObject({ failure: { code: 'forbidden' } });
  });

  it('is not offered while the centre has it switched off, and goes dark when it is switched off', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await expect(handOver(centre, caseId, 'police')).rejects.toMatchObject(broken('counterpart-off'));
    const account = await counterpart(centre, 'police');
    const { handOverId } = await handOver(centre, caseId, 'police');
    await switchOn(centre, 'police', false);
    expect(await account.listSheets({})).toMatchObject({ side: null, sheets: [] });
    await expect(account.readSheet({ caseId, handOverId })).rejects.toMatchObject(absent);
  });

  it('needs her consent to that institution by its name', async () => {
    const centre = await startCentre();
    await switchOn(centre, 'police');
    const { caseId } = await centre.aCase();
    const other = consentFor('police', { receivers: ['Otra Comisaría'] });
    await expect(handOver(centre, caseId, 'police', { consent: other })).rejects.toMatchObject(
      broken('counterpart-without-consent'),
    );
    await expect(handOver(centre, caseId, 'police', { consent: null })).rejects.toMatchObject(
      broken('referral-without-consent'),
    );
    const psychologist = await centre.as('psico');
    expect((await psychologist.listReferrals({ caseId })).referrals).toEqual([]);
  });

  it('closes at once when she takes her consent back, or says no later', async () => {
    const { centre, account, caseId, target } = await handed();
    const psychologist = await centre.as('psico');
    const [consent] = (await psychologist.listConsents({ caseId })).consents;
    await psychologist.withdrawConsent({ caseId, consentId: consent?.id ?? '' });
    expect(await sheetsOf(account)).toEqual([]);
    await expect(account.readSheet(target)).rejects.toMatchObject(absent);
    await expect(
      account.noteAsCounterpart({
        ...target,
        note: { kind: 'complaint', number: '1', on: '2026-06-10', time: '09:00', office: 'Comisaría' },
      }),
    ).rejects.toMatchObject(absent);
  });

  it('says where she could not be asked', async () => {
    const centre = await startCentre();
    const account = await counterpart(centre, 'police');
    const { caseId } = await centre.aCase();
    const consent = consentFor('police', { form: 'couldNotAsk', reason: 'dangerToLife', receivers: [] });
    const { handOverId } = await handOver(centre, caseId, 'police', { consent });
    expect((await account.readSheet({ caseId, handOverId })).couldNotAsk).toBe(true);
  });

  it('is seen no more once it is closed, by its button or with its referral', async () => {
    const { centre, account, caseId, target } = await handed();
    const psychologist = await centre.as('psico');
    await psychologist.closeHandOver({ ...target, version: 1 });
    expect(await sheetsOf(account)).toEqual([]);
    await expect(account.readSheet(target)).rejects.toMatchObject(absent);
    await expect(psychologist.closeHandOver({ ...target, version: 2 })).rejects.toMatchObject(
      broken('hand-over-closed'),
    );
    const again = await handOver(centre, caseId, 'police');
    const [referral] = (await psychologist.listReferrals({ caseId })).referrals;
    if (referral === undefined) throw new Error('none');
    expect(await sheetsOf(account)).toHaveLength(1);
    const step = { caseId, referralId: referral.id, version: referral.version };
    await psychologist.moveReferral({ ...step, to: 'closed', how: null });
    await expect(account.readSheet({ caseId, handOverId: again.handOverId })).rejects.toMatchObject(absent);
  });

  it('is refused of a ficha that is reserved, and of one that is reserved later nothing is seen', async () => {
    const { centre, account, caseId, target } = await handed();
    await seal(centre, caseId, { members: ['psico', 'legal'] });
    expect(await sheetsOf(account)).toEqual([]);
    await expect(account.readSheet(target)).rejects.toMatchObject(absent);
    await expect(handOver(centre, caseId, 'police')).rejects.toMatchObject(broken('counterpart-sealed'));
    const [kept] = (await (await centre.as('psico')).listHandOvers({ caseId })).handOvers;
    expect(kept).toMatchObject({ isOpen: false, closedAt: null });
  });

  it('is refused, and its sheet closes, where an account of the institution bears the name of somebody of hers', async () => {
    const { centre, account, caseId, target } = await handed();
    const other = await centre.aCase({
      user: { document: { kind: 'dni', state: 'known', number: '00112299' } },
      aggressor: { givenNames: 'Otro Inventado', firstSurname: 'Mamani' },
    });
    await aName(centre, 'Luis Ajeno Huamán');
    expect(await sheetsOf(account)).toHaveLength(1);
    await aName(centre, 'PEDRO Imajinario Condory');
    expect(await sheetsOf(account)).toEqual([]);
    await expect(account.readSheet(target)).rejects.toMatchObject(absent);
    await expect(handOver(centre, caseId, 'police')).rejects.toMatchObject(broken('counterpart-near'));
    await handOver(centre, other.caseId, 'police');
    expect(await sheetsOf(account)).toHaveLength(1);
  });

  it('is refused too where the account bears the name of the accused of another ficha of hers', async () => {
    const { centre, account, target } = await handed();
    const asked = { query: 'Quispe Ficticia Rosa', arrivalId: null, role: 'user' as const };
    const userId = (await (await centre.as('coordina')).findPersons(asked)).candidates[0]?.personId ?? '';
    const aggressor = { givenNames: 'Otro Inventado', firstSurname: 'Mamani' };
    await centre.aCase({ userId, aggressor, isValidated: false });
    expect(await sheetsOf(account)).toHaveLength(1);
    await aName(centre, 'Otro Mamani');
    expect(await sheetsOf(account)).toEqual([]);
    await expect(account.readSheet(target)).rejects.toMatchObject(absent);
  });

  it('is of the institution that she was told of: under another name it is not seen', async () => {
    const { centre, account, target } = await handed();
    const coordinator = await centre.as('coordina');
    const rename = async (establishment: string) => {
      const { posts } = await coordinator.readCounterpartPosts({});
      const version = posts.find(({ side }) => side === 'police')?.version ?? 0;
      await coordinator.changeCounterpartPost({ side: 'police', isOn: true, establishment, version });
    };
    await rename('Comisaría de Otro Lugar');
    expect(await sheetsOf(account)).toEqual([]);
    await expect(account.readSheet(target)).rejects.toMatchObject(absent);
    await rename(establishments.police);
    expect(await sheetsOf(account)).toHaveLength(1);
  });

  it('ends with the closing of the ficha, which lets it be closed for good', async () => {
    const { centre, account, caseId, target } = await handed();
    await close(centre, caseId);
    expect(await sheetsOf(account)).toEqual([]);
    await expect(account.readSheet(target)).rejects.toMatchObject(absent);
    const psychologist = await centre.as('psico');
    expect((await psychologist.listHandOvers({ caseId })).handOvers).toMatchObject([{ isOpen: false }]);
    await psychologist.closeHandOver({ ...target, version: 1 });
    expect((await psychologist.listHandOvers({ caseId })).handOvers[0]?.closedAt).not.toBeNull();
  });

  it('stops at a text with something under reserve, and says in which field', async () => {
    const { centre, caseId } = await handed();
    const reason = 'Pedro Imaginario Condori la golpeó.';
    expect(await failureOf(() => handOver(centre, caseId, 'police', { options: { reason } }))).toMatchObject({
      ...{ code: 'rule-broken', reason: 'reserved-place-in-text' },
      issues: [{ path: 'options.reason' }],
    });
  });

  it('belongs to one institution', async () => {
    const { centre, target } = await handed();
    const health = await counterpart(centre, 'health');
    expect(await sheetsOf(health)).toEqual([]);
    await expect(health.readSheet(target)).rejects.toMatchObject(absent);
  });
});

describe('what the police notes', () => {
  const complaint = {
    kind: 'complaint',
    ...{ number: '204-2026', on: '2026-06-10', time: '08:30', office: 'Comisaría Inventada' },
  } as const;

  it('is an act of the proceeding, told by the counterpart, and the answer of the referral', async () => {
    const { centre, account, caseId, target } = await handed();
    expect(await account.noteAsCounterpart({ ...target, note: complaint })).toEqual({ outcome: 'kept' });
    const { events } = await (await centre.as('legal')).getProceedings({ caseId });
    expect(JSON.stringify(events)).toContain('204-2026');
    expect(JSON.stringify(events)).toContain('Lo anotó la contraparte');
    const [referral] = (await (await centre.as('psico')).listReferrals({ caseId })).referrals;
    expect(referral).toMatchObject({ state: 'attended', slip: { on: '2026-06-10', time: '08:30' } });
    expect(await account.noteAsCounterpart({ ...target, note: complaint })).toEqual({ outcome: 'same' });
  });

  it('never overwrites: another number is told, and settled by who attends her', async () => {
    const { centre, account, caseId, target } = await handed();
    await account.noteAsCounterpart({ ...target, note: complaint });
    expect(await account.noteAsCounterpart({ ...target, note: { ...complaint, number: '9' } })).toEqual({
      outcome: 'differs',
    });
    const psychologist = await centre.as('psico');
    const notes = async () => (await psychologist.listHandOvers({ caseId })).handOvers[0]?.notes ?? [];
    expect(await notes()).toMatchObject([
      { outcome: 'kept', said: null },
      { outcome: 'differs', said: 'Denuncia 9 del 10/06/2026, 08:30, Comisaría Inventada', isSettled: false },
    ]);
    await psychologist.settleCounterpartNote({ caseId, noteId: (await notes())[1]?.id ?? '' });
    expect((await notes())[1]).toMatchObject({ isSettled: true });
    const { events } = await (await centre.as('legal')).getProceedings({ caseId });
    expect(events.filter(({ event }) => event.kind === 'complaintFiled')).toHaveLength(1);
  });

  it('is only told where it is older than the fact of the ficha', async () => {
    const { centre, account, caseId, target } = await handed();
    const old = { ...complaint, on: '1990-01-01' };
    expect(await account.noteAsCounterpart({ ...target, note: old })).toEqual({ outcome: 'differs' });
    const { events } = await (await centre.as('legal')).getProceedings({ caseId });
    expect(events).toEqual([]);
    const psychologist = await centre.as('psico');
    expect((await psychologist.listReferrals({ caseId })).referrals).toMatchObject([{ state: 'handedOver' }]);
    expect((await psychologist.listHandOvers({ caseId })).handOvers[0]?.notes).toMatchObject([
      { outcome: 'differs', said: 'Denuncia 204-2026 del 01/01/1990, 08:30, Comisaría Inventada' },
    ]);
    expect(await account.noteAsCounterpart({ ...target, note: complaint })).toEqual({ outcome: 'kept' });
  });

  it('of the measures is not before their decision, and of those decided by then alone', async () => {
    const { centre, account, caseId, target } = await handed();
    const lawyer = await centre.as('legal');
    const decided = (on: string, kind: 'no-approach' | 'no-contact') =>
      lawyer.recordEvent({ caseId, event: anEvent('measuresDecided', on, { measures: [measure(kind, 'granted')] }) });
    await decided('2026-06-09', 'no-approach');
    await decided('2026-06-10', 'no-contact');
    const note = { kind: 'measures', step: 'notified', on: '2026-06-08', time: null } as const;
    for (const step of ['notified', 'carriedOut'] as const)
      await expect(account.noteAsCounterpart({ ...target, note: { ...note, step } })).rejects.toMatchObject({
        failure: { reason: 'note-before-decision', issues: [{ path: 'note.on' }] },
      });
    await account.noteAsCounterpart({ ...target, note: { ...note, on: '2026-06-09' } });
    const { measures } = await lawyer.getProceedings({ caseId });
    expect(measures.map(({ kind, state }) => [kind, state])).toEqual([
      ['no-approach', 'accusedNotified'],
      ['no-contact', 'granted'],
    ]);
  });

  it('is taken a dozen times a day from one sheet, no more', async () => {
    const { centre, account, target } = await handed();
    const note = (number: number) =>
      account.noteAsCounterpart({ ...target, note: { ...complaint, number: String(number) } });
    for (let number = 0; number < 12; number += 1) await note(number);
    await expect(note(12)).rejects.toMatchObject(broken('counterpart-many-notes'));
    centre.clock.advance(25 * 3_600_000);
    const next = await enter(centre, counterpartLogins.police);
    const late = { ...target, note: { ...complaint, number: '13' } };
    expect(await next.noteAsCounterpart(late)).toEqual({ outcome: 'differs' });
  });

  it('is refused where it is to come, or of the other side', async () => {
    const { account, target } = await handed();
    await expect(
      account.noteAsCounterpart({ ...target, note: { ...complaint, on: '2026-06-12' } }),
    ).rejects.toMatchObject({ failure: { reason: 'event-in-future', issues: [{ path: 'note.on' }] } });
    await expect(account.noteAsCounterpart({ ...target, note: attendedNote })).rejects.toMatchObject(
      broken('counterpart-other-side'),
    );
  });
});

const attendedNote = {
  kind: 'attended',
  attended: 'yes',
  ...{ on: '2026-06-10', time: '08:40' },
  ...{ kit: null, kitItems: null, certificateNumber: '77', certificateOn: '2026-06-10' },
} as const;

describe('what health notes', () => {
  it('is the slip of the referral, with certificate and kit', async () => {
    const { centre, account, caseId, target } = await handed('emergency-kit');
    const note = { ...attendedNote, kit: 'partial', kitItems: ['hiv-test'] } as const;
    expect(await account.noteAsCounterpart({ ...target, note: { ...note, kitItems: [...note.kitItems] } })).toEqual({
      outcome: 'kept',
    });
    const [referral] = (await (await centre.as('psico')).listReferrals({ caseId })).referrals;
    expect(referral).toMatchObject({
      state: 'attended',
      slip: { kit: 'partial', kitItems: ['hiv-test'], result: { certificateNumber: '77' } },
    });
  });

  it('is told as another answer where the centre wrote its slip already', async () => {
    const { centre, account, caseId, target } = await handed('health');
    const psychologist = await centre.as('psico');
    const [referral] = (await psychologist.listReferrals({ caseId })).referrals;
    if (referral === undefined) throw new Error('none');
    await psychologist.recordSlip({
      ...{ caseId, referralId: referral.id, version: referral.version },
      slip: {
        ...{ attended: false, notAttendedReason: 'didNotCome', on: null, time: null, services: [], kit: null },
        ...{ kitItems: [], nextOn: null, nextTime: null, nextPlace: null, recommendations: null },
        ...{ professional: null, college: null, result: {} },
      },
    });
    expect(await account.noteAsCounterpart({ ...target, note: attendedNote })).toEqual({ outcome: 'differs' });
    const [after] = (await psychologist.listReferrals({ caseId })).referrals;
    expect(after).toMatchObject({ state: 'notAttended' });
  });
});

/** Reserving a ficha, who keeps access, and opening it again (security design §5.7). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { brother, declare } from '../reception/at-the-door.ts';
import { idOf, opening, proposal, seal } from './sealing.ts';

const again = { password: passphrase };
let centre: TestCentre;
let caseId = '';
let number = '';

beforeEach(async () => {
  centre = await startCentre();
  ({ caseId, number } = await centre.aCase());
});
afterEach(closeCentres);

const reads = async (login: Login) => refusal(async () => (await centre.as(login)).getCase({ caseId }));
const listed = async (login: Login) => (await (await centre.as(login)).listMyCases({})).cases.map((one) => one.number);
const kinds = async (login: Login) => (await (await centre.as(login)).listMyAlerts({})).alerts.map(({ kind }) => kind);
const queue = async (login: Login) =>
  (await (await centre.as(login)).listProposals({})).proposals.map(({ summary }) => summary);

/** A wrong password slows the next try down: waited for, it is answered. */
async function patient(work: () => Promise<unknown>): Promise<string> {
  const answer = await refusal(work);
  if (answer !== 'wrong-secret/wait-before-retry') return answer;
  centre.clock.advance(500);
  await new Promise((resolve) => setTimeout(resolve, 250));
  return patient(work);
}

describe('reserving a ficha', () => {
  it('takes two people, closes it to all but the members, and tells these', async () => {
    const proposalId = await proposal(centre, caseId, { members: ['psico'], by: 'legal' });
    expect(await queue('social')).toEqual([
      `Reservar la ficha ${number}. La seguirán viendo: Paula Inventada Psicóloga. ` +
        'Motivo: Una de las personas es conocida en el centro o en la zona',
    ]);
    const own = async () => (await centre.as('legal')).approveCaseSeal({ proposalId }, again);
    expect(await refusal(own)).toBe('rule-broken/own-proposal');
    expect(await reads('social')).toBe('none');
    await (await centre.as('social')).approveCaseSeal({ proposalId }, again);

    for (const login of ['coordina', 'social', 'legal', 'admision'] as const) {
      expect(await reads(login), login).toBe('not-found/');
      expect(await listed(login), login).toEqual([]);
      if (login === 'admision') continue;
      expect(await kinds(login), login).not.toContain('caseSealed');
      expect(await queue(login), login).toEqual([]);
    }
    expect(await reads('psico')).toBe('none');
    expect(await listed('psico')).toEqual([number]);
    expect(await kinds('psico')).toContain('caseSealed');
    // The member goes on working, and finds the person.
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionB({ caseId });
    expect(version).toBeGreaterThan(0);
    expect(form).toBeDefined();
    const found = await psychologist.findPersons({ query: 'Quispe', arrivalId: null, role: 'any' });
    expect(found.candidates.flatMap((one) => one.cases.map((line) => line.number))).toContain(number);
    const hidden = await (await centre.as('legal')).findPersons({ query: 'Quispe', arrivalId: null, role: 'any' });
    expect(hidden.candidates).toEqual([]);
  });

  it('asks for somebody who attends the case, and only for people who have access', async () => {
    const client = await centre.as('coordina');
    const ask = (members: string[]) =>
      refusal(() => client.proposeCaseSeal({ caseId, members, reason: 'threat', words: null }));
    expect(await ask([await idOf(centre, 'coordina')])).toBe('rule-broken/seal-needs-professional');
    expect(await ask([await idOf(centre, 'admision')])).toBe('rule-broken/seal-member');
    expect(await ask([await idOf(centre, 'psico'), await idOf(centre, 'promocion')])).toBe('rule-broken/seal-member');
    expect(await ask([])).toBe('invalid/');
    const psychologist = await idOf(centre, 'psico');
    expect(await ask([psychologist, psychologist])).toBe('invalid/');
    const because = (words: string | null) =>
      refusal(() => client.proposeCaseSeal({ caseId, members: [psychologist], reason: 'other', words }));
    expect(await because(null)).toBe('invalid/');
    expect(await because('   ')).toBe('invalid/');
    expect(await because('x'.repeat(1_000_000))).toMatch(/^invalid\//);
    // Whom a conflict keeps away is not offered and cannot be chosen.
    await declare(centre, 'legal', brother);
    const offered = (await client.getCaseSeal({ caseId })).candidates.map(({ name }) => name);
    expect(offered).toEqual(['Carmen Inventada Coordina', 'Paula Inventada Psicóloga', 'Sonia Inventada Social']);
    expect(await ask([psychologist, await idOf(centre, 'legal')])).toBe('rule-broken/seal-member');
  });

  it('is proposed once, decided once, and not by whom a conflict keeps away', async () => {
    const proposalId = await proposal(centre, caseId);
    expect(await refusal(() => proposal(centre, caseId, { by: 'legal' }))).toBe('duplicate/seal-proposed');
    await declare(centre, 'legal', brother);
    const approve = (login: Login) =>
      refusal(async () => (await centre.as(login)).approveCaseSeal({ proposalId }, again));
    expect(await approve('legal')).toBe('not-found/');
    await centre.sessionOf('social');
    const both = await Promise.all([approve('social'), approve('psico')]);
    expect(both.filter((one) => one === 'none')).toHaveLength(1);
    expect(await approve('social')).toBe('rule-broken/proposal-decided');
    expect(await refusal(() => proposal(centre, caseId, { by: 'coordina' }))).toBe('rule-broken/seal-standing');
  });

  it('is approved once when the answer was lost and the key comes again', async () => {
    const proposalId = await proposal(centre, caseId);
    const social = await centre.as('social');
    const key = crypto.randomUUID();
    const first = await social.approveCaseSeal({ proposalId }, { ...again, key });
    // The gate decides again before it looks for the answer: the proposal is no longer pending.
    expect(await refusal(() => social.approveCaseSeal({ proposalId }, { ...again, key }))).toMatch(
      /^(none|rule-broken)/,
    );
    expect(first).toEqual({ number });
    expect((await (await centre.as('psico')).getCaseSeal({ caseId })).seal?.members).toHaveLength(1);
  });

  it('looks again at the members when it is approved', async () => {
    const proposalId = await proposal(centre, caseId, { members: ['psico', 'legal'] });
    await declare(centre, 'legal', brother);
    const approve = async () => (await centre.as('social')).approveCaseSeal({ proposalId }, again);
    expect(await refusal(approve)).toBe('rule-broken/seal-member');
  });

  it('hides the drafts that others had begun on it, and keeps the record sound', async () => {
    const social = await centre.as('social');
    const { draftId } = await social.openDraft({ form: 'section-c', caseId });
    await social.saveDraft({ draftId, body: '{}' });
    expect((await social.listMyDrafts({})).drafts).toHaveLength(1);
    await seal(centre, caseId);
    expect((await social.listMyDrafts({})).drafts).toEqual([]);
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
  });
});

describe('who keeps access', () => {
  it('is changed by two, Coordinación without being a member; whoever is added does not decide', async () => {
    await seal(centre, caseId);
    const coordinator = await centre.as('coordina');
    expect((await coordinator.listClosedSeals({})).cases).toEqual([{ caseId, number }]);
    const state = await coordinator.getCaseSeal({ caseId });
    expect(state).toMatchObject({ number, canOpen: false, proposed: null });
    expect(state.seal?.members.map(({ name }) => name)).toEqual(['Paula Inventada Psicóloga']);
    const [psychologist, lawyer] = [await idOf(centre, 'psico'), await idOf(centre, 'legal')];
    const change = (members: string[]) => coordinator.proposeSealMembers({ caseId, members });
    expect(await refusal(() => change([psychologist]))).toBe('rule-broken/seal-same-members');
    const herself = await idOf(centre, 'coordina');
    expect(await refusal(() => change([herself]))).toBe('rule-broken/seal-needs-professional');
    // One who is no member and not of Coordinación knows nothing of it.
    expect(await refusal(async () => (await centre.as('legal')).getCaseSeal({ caseId }))).toBe('not-found/');
    const { proposalId } = await change([psychologist, lawyer]);
    expect(await refusal(() => change([lawyer]))).toBe('duplicate/seal-proposed');
    expect(await queue('legal')).toEqual([]);
    expect((await queue('psico')).filter((one) => one.startsWith('Ficha reservada'))).toHaveLength(1);
    const approve = (login: Login) =>
      refusal(async () => (await centre.as(login)).approveSealMembers({ proposalId }, again));
    expect(await approve('legal')).toBe('not-found/');
    expect(await approve('social')).toBe('not-found/');
    expect(await approve('psico')).toBe('none');
    expect(await reads('legal')).toBe('none');
    expect(await reads('coordina')).toBe('not-found/');
    expect(await kinds('legal')).toContain('sealMembersChanged');

    // A member proposes Coordinación in: she cannot second that herself.
    const asLawyer = await centre.as('legal');
    const more = [psychologist, lawyer, herself];
    const second = await asLawyer.proposeSealMembers({ caseId, members: more });
    expect(await refusal(() => coordinator.approveSealMembers({ proposalId: second.proposalId }, again))).toBe(
      'rule-broken/second-person',
    );
    await (await centre.as('psico')).approveSealMembers({ proposalId: second.proposalId }, again);
    expect(await reads('coordina')).toBe('none');
    expect((await coordinator.listClosedSeals({})).cases).toEqual([]);
  });
});

describe('opening a seal', () => {
  it('takes Coordinación with the own password and a second person at the same computer', async () => {
    await seal(centre, caseId);
    const coordinator = await centre.as('coordina');
    const open = (over: Parameters<typeof opening>[1] = {}, options: { password?: string } = again) =>
      patient(() => coordinator.openCaseSeal(opening(caseId, over), options));
    const second = (login: string, password: string = passphrase) => open({ second: { login, password } });
    expect(await open({}, {})).toBe('wrong-secret/password-again');
    expect(await open({}, { password: 'no es la mía' })).toBe('wrong-secret/password-wrong');
    expect(await second('coordina')).toBe('rule-broken/second-person');
    expect(await second('admision')).toBe('rule-broken/second-person');
    expect(await second('soporte')).toBe('rule-broken/second-person');
    expect(await second('social', 'no es la suya')).toBe('wrong-secret/second-wrong');
    expect(await second('nadie')).toBe('wrong-secret/second-wrong');
    expect(await open({ reason: 'other' })).toBe('invalid/');
    expect(await reads('legal')).toBe('not-found/');
    await declare(centre, 'legal', brother);
    expect(await second('legal')).toBe('rule-broken/second-person');
    // A lawyer may propose a seal and never open one.
    const asLawyer = async () => (await centre.as('legal')).openCaseSeal(opening(caseId), again);
    expect(await refusal(asLawyer)).toBe('forbidden/');

    expect(await open()).toBe('none');
    expect(await reads('social')).toBe('none');
    expect(await kinds('social')).toContain('sealOpened');
    expect(await open()).toBe('rule-broken/seal-none');
    const { lines } = await (await centre.as('visita')).listAudit({ before: null });
    const acts = lines.map(({ action, outcome, objectNumber }) => `${action} ${outcome} ${objectNumber ?? '-'}`);
    expect(acts).toEqual(
      expect.arrayContaining([
        `seal.opened ok ${number}`,
        `seal.opened denied ${number}`,
        `seal.created ok ${number}`,
        `seal.proposed ok ${number}`,
      ]),
    );
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
  });

  it('takes with it what was proposed of its members, and a new seal starts anew', async () => {
    await seal(centre, caseId);
    const coordinator = await centre.as('coordina');
    const members = [await idOf(centre, 'psico'), await idOf(centre, 'legal')];
    const { proposalId } = await coordinator.proposeSealMembers({ caseId, members });
    await coordinator.openCaseSeal(opening(caseId), again);
    await seal(centre, caseId);
    expect(await refusal(async () => (await centre.as('psico')).approveSealMembers({ proposalId }, again))).toBe(
      'rule-broken/proposal-decided',
    );
    expect((await coordinator.getCaseSeal({ caseId })).seal?.members).toHaveLength(1);
  });
});

/** «Quizá sea la misma» of a woman whose ficha is reservada: asked of whoever may open it, and told to nobody else. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import { blankConditionAnswers } from '../../../src/shared/intake/index.ts';
import { blankUser } from '../../../src/shared/people/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { admission, anAggressor, aUser, sectionAForm, sectionBForm } from '../../support/case-builder.ts';
import type { ProposalId } from '../../../src/shared/platform/ids.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { opening, seal } from '../reserve/sealing.ts';
import { openAlertsOf } from '../../support/open-alerts.ts';

afterEach(closeCentres);

const address = {
  ...blankUser().address,
  streetKind: 'street' as const,
  text: 'Los Reservados 77',
  districtCode: '150132',
};
const secrets = ['Ficticia', '00112233', '1992', address.text];
const door = { givenNames: 'Rosita', secondSurname: null, document: blankUser().document, birth: null };

async function reserved(kind: 'maybe' | 'known' = 'maybe', members: readonly Login[] = ['psico']) {
  const centre = await startCentre();
  const user = { address };
  const known = await centre.aCase({ user, a: { user: aUser(user) } });
  await seal(centre, known.caseId, { members });
  const client = await centre.as('admision');
  const { arrivalId } = await client.openArrival({});
  const { candidates } = await client.findPersons({ query: 'Rosa Quispe', arrivalId, role: 'any' });
  const personId = candidates[0]?.personId ?? ('' as never);
  const { caseId } = await client.openCase({
    ...{ arrivalId, admission, user: aUser(door), userLink: { kind, personId } },
    ...{ aggressor: anAggressor({ givenNames: 'Otro' }), aggressorLink: { kind: 'new' } },
  });
  return { centre, known, client, caseId, personId };
}

async function expectNothing(centre: TestCentre, caseId: string, logins: readonly Login[]): Promise<void> {
  for (const login of logins) {
    const client = await centre.as(login);
    const answers = [await client.getCase({ caseId }), (await client.getSectionA({ caseId })).form.user];
    for (const one of secrets) expect(JSON.stringify(answers)).not.toContain(one);
    expect(JSON.stringify(answers)).toContain('Rosita');
  }
}

async function approvedBy(centre: TestCentre, proposalId: ProposalId): Promise<void> {
  await (await centre.as('legal')).approveCaseAnnulment({ proposalId }, { password: passphrase });
}

const settle = async (client: Client<Contract>, caseId: string, isSame: boolean) => {
  const { version } = await client.getCase({ caseId });
  return client.settlePerson({ caseId, version, role: 'user', isSame });
};

describe('the person of a ficha reservada', () => {
  it('is «Requiere revisión» to Coordinación outside it, who may say neither yes nor no', async () => {
    const { centre, caseId } = await reserved();
    const coordinator = await centre.as('coordina');
    const { unsettled } = await coordinator.getCase({ caseId });
    expect(unsettled).toMatchObject([{ name: 'Requiere revisión', needsReview: true, reviewers: ['Psicología'] }]);
    for (const isSame of [true, false])
      expect(await refusal(() => settle(coordinator, caseId, isSame))).toBe('rule-broken/settle-needs-coordination');
    await expectNothing(centre, caseId, ['coordina', 'admision']);
  });

  it('is asked about of whoever may open her ficha, and of nobody else', async () => {
    const { centre, known } = await reserved();
    const asked = async (login: Login) =>
      (await openAlertsOf(await centre.as(login))).alerts.filter(
        (one) => one.kind === 'identityToReview' && one.caseId === known.caseId,
      );
    expect(await asked('psico')).toHaveLength(1);
    expect(await asked('coordina')).toEqual([]);
  });

  it('is told to whoever may open her ficha in the new one as well, which is open to her until she answers', async () => {
    const { centre, caseId } = await reserved();
    const inside = await centre.as('psico');
    const told = (await inside.listCaseAlerts({ caseId })).alerts;
    // On her Mi día the line of her own ficha names the other one.
    const { lines } = await inside.readMyDay({});
    const { number } = await inside.getCase({ caseId });
    expect(lines.flatMap(({ items }) => items.map(({ why }) => why))).toContain(`Ficha ${number}`);
    expect(told).toMatchObject([{ kind: 'identityToReview', note: null }]);
    expect(told[0]?.userName).toContain('Rosita');
    expect(await refusal(async () => (await centre.as('legal')).getCase({ caseId }))).toContain('not-found');
    await settle(inside, caseId, false);
    expect(await refusal(() => inside.getCase({ caseId }))).toContain('not-found');
  });

  it('is reached through «Ninguna es ella», too, until it is answered', async () => {
    const centre = await startCentre();
    const known = await centre.aCase({});
    await seal(centre, known.caseId);
    const social = await centre.as('social');
    const { caseId } = await social.openCase({
      ...{ arrivalId: null, admission, user: aUser(), userLink: { kind: 'new' } },
      ...{ aggressor: anAggressor({ givenNames: 'Otro' }), aggressorLink: { kind: 'new' } },
    });
    const { likely } = await social.proposeCondition({ caseId, answers: blankConditionAnswers });
    expect(likely).toMatchObject([{ role: 'user', personId: null, reviewers: ['Psicología'] }]);
    const inside = await centre.as('psico');
    expect(await refusal(() => inside.getCase({ caseId }))).toContain('not-found');
    const { version } = await social.getCase({ caseId });
    await social.ruleOutPersons({ caseId, version, role: 'user', personIds: [] });
    const [her] = (await inside.proposeCondition({ caseId, answers: blankConditionAnswers })).likely;
    expect(her).toMatchObject({ answer: 'reviewAsked' });
    const now = await inside.getCase({ caseId });
    await inside.ruleOutPersons({ caseId, version: now.version, role: 'user', personIds: [her?.personId ?? ''] });
    expect(await refusal(() => inside.getCase({ caseId }))).toContain('not-found');
  });

  it('is no known person of the one who may not open it: the ficha keeps what its door was told', async () => {
    const { centre, caseId } = await reserved('known');
    expect((await (await centre.as('coordina')).getCase({ caseId })).unsettled).toMatchObject([{ needsReview: true }]);
    await expectNothing(centre, caseId, ['coordina', 'admision']);
  });

  it('shows nothing of herself after somebody inside the reserve said that it is she', async () => {
    const { centre, client, caseId, known } = await reserved();
    await client.handOverCase({ caseId, service: 'psychology' });
    const inside = await centre.as('psico');
    expect((await inside.getCase({ caseId })).unsettled).toMatchObject([{ needsReview: false }]);
    await settle(inside, caseId, true);
    expect((await inside.getCase({ caseId })).unsettled).toEqual([]);
    expect((await inside.getSectionA({ caseId: known.caseId })).form.user).toMatchObject({
      givenNames: 'Rosa Inventada',
    });
    await expectNothing(centre, caseId, ['coordina', 'admision']);
  });

  it('is said to whoever may read both, who can undo it; to nobody else', async () => {
    const { centre, client, caseId, known } = await reserved();
    await client.handOverCase({ caseId, service: 'psychology' });
    const inside = await centre.as('psico');
    await settle(inside, caseId, true);
    const links = async (login: Login) =>
      (await (await centre.as(login)).proposeCondition({ caseId, answers: blankConditionAnswers })).links;
    expect(await links('coordina')).toEqual([]);
    const [link] = await links('psico');
    expect(link).toMatchObject({ role: 'user', isJoined: false, canUndo: true });
    expect(link?.known).toContain('Rosa Quispe');
    expect(link?.known).toContain(known.number);
    expect(link?.typed).toContain('Rosita');
    const undo = async (login: Login) => {
      const on = await centre.as(login);
      return on.unlinkPerson({ caseId, version: (await on.getCase({ caseId })).version, role: 'user' });
    };
    expect(await refusal(() => undo('coordina'))).toBe('rule-broken/nothing-to-unlink');
    await undo('psico');
    expect(await links('psico')).toEqual([]);
    expect((await inside.getCase({ caseId })).unsettled).toMatchObject([{ needsReview: false }]);
    await expectNothing(centre, caseId, ['coordina', 'admision']);
  });

  it('counts for the condition of the new ficha, without naming the reserved one to others', async () => {
    const { centre, client, caseId, known } = await reserved();
    await client.handOverCase({ caseId, service: 'psychology' });
    const inside = await centre.as('psico');
    await settle(inside, caseId, true);
    const { version, form } = await inside.getSectionA({ caseId });
    const a = sectionAForm({ user: form.user, aggressor: form.aggressor });
    await inside.saveSectionA({ caseId, version, form: a });
    const b = await inside.getSectionB({ caseId });
    await inside.saveSectionB({ caseId, version: b.version, form: sectionBForm() });
    const told = async (login: Login) =>
      JSON.stringify(
        await (
          await centre.as(login)
        ).proposeCondition({
          caseId,
          answers: blankConditionAnswers,
        }),
      );
    expect(await told('psico')).toContain(known.number);
    expect(await told('coordina')).not.toContain(known.number);
  });

  it('is joined once her ficha is reserved no more and somebody says so again', async () => {
    const { centre, client, caseId, known } = await reserved();
    await client.handOverCase({ caseId, service: 'psychology' });
    const inside = await centre.as('psico');
    await settle(inside, caseId, true);
    await (await centre.as('coordina')).openCaseSeal(opening(known.caseId), { password: passphrase });
    expect((await inside.getCase({ caseId })).unsettled).toMatchObject([{ role: 'user', needsReview: false }]);
    await settle(inside, caseId, true);
    expect((await inside.getCase({ caseId })).userName).toContain('Rosa');
  });

  /** A repeat whose earlier ficha is the reserved one: linked by who is inside, validated, then the earlier one annulled. */
  async function annulled() {
    const all = await reserved('maybe', ['psico', 'legal']);
    const { centre, client, caseId, known } = all;
    await client.handOverCase({ caseId, service: 'psychology' });
    const inside = await centre.as('psico');
    await settle(inside, caseId, true);
    const { version, form } = await inside.getSectionA({ caseId });
    const answers = { knownAsUser: 1 } as const;
    const a = sectionAForm({ user: form.user, aggressor: form.aggressor, answers });
    await inside.saveSectionA({ caseId, version, form: a });
    const b = await inside.getSectionB({ caseId });
    await inside.saveSectionB({ caseId, version: b.version, form: sectionBForm() });
    await inside.validateCase({
      ...{ caseId, version: (await inside.getCase({ caseId })).version, condition: 3 },
      answers: { ...blankConditionAnswers, newEvent: true },
      overrideReason: { code: 'centralRegister', text: null },
    });
    const why = { reason: 'duplicate', words: null } as const;
    const before = await inside.getCase({ caseId: known.caseId });
    const annulment = { ...why, caseId: known.caseId, version: before.version };
    const { proposalId } = await inside.proposeCaseAnnulment(annulment);
    return { ...all, inside, approve: () => approvedBy(centre, proposalId) };
  }

  it('opens the condition that rested on it when her ficha is annulled, and names it to nobody', async () => {
    const { centre, caseId, known, inside, approve } = await annulled();
    expect((await inside.getCase({ caseId })).reopened).toEqual([]);
    await approve();
    const words = 'Se anuló una ficha en la que se apoya. Este caso cuenta en el mes 06/2026.';
    for (const login of ['psico', 'coordina'] as const) {
      const client = await centre.as(login);
      expect((await client.getCase({ caseId })).reopened).toEqual([words]);
      const { alerts } = await client.listCaseAlerts({ caseId });
      expect(JSON.stringify(alerts)).not.toContain(known.number);
    }
  });

  it('leaves no question about her once her only ficha is annulled, and tells her name to nobody', async () => {
    const { centre, caseId, approve } = await annulled();
    await approve();
    for (const login of ['psico', 'coordina'] as const)
      expect((await (await centre.as(login)).getCase({ caseId })).unsettled).toEqual([]);
    await expectNothing(centre, caseId, ['coordina', 'admision']);
  });
});

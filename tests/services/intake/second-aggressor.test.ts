/** One event, one woman, two presumed aggressors: two fichas of one event (U22). */
import { afterEach, describe, expect, it } from 'vitest';
import { ruleOutAll } from '../../../src/main/commands/case-work.ts';
import { blankConditionAnswers, blankSectionA, type CaseOverview } from '../../../src/shared/intake/index.ts';
import { blankUser, type AggressorPerson } from '../../../src/shared/people/index.ts';
import { admission, anAggressor, sectionAForm, sectionBForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

type CaseId = CaseOverview['caseId'];
type Link = { kind: 'new' } | { kind: 'known' | 'maybe'; personId: string };

const wilber = anAggressor({ givenNames: 'Wilber Supuesto', firstSurname: 'Ccorahua', secondSurname: 'Ñaupari' });

async function against(
  centre: TestCentre,
  caseId: string,
  more: { aggressor?: AggressorPerson; link?: Link; login?: 'psico' | 'admision' } = {},
) {
  const { aggressor = wilber, link: aggressorLink = { kind: 'new' }, login = 'psico' } = more;
  const client = await centre.as(login);
  return client.openCaseAgainstAnother({ caseId, admission, aggressor, aggressorLink });
}

async function personsOf(centre: TestCentre, caseId: string) {
  const { main } = await (await centre.as('psico')).listCasePersons({ caseId });
  const idOf = (role: string) => main.find((one) => one.role === role)?.personId ?? '';
  return { userId: idOf('user'), aggressorId: idOf('aggressor') };
}

const contact = { ...blankUser().contact, phone: '987654321', whose: 'ella', mayCall: 'yes' } as const;

describe('a ficha against a second aggressor', () => {
  it('is of the same woman and event, with her answers, and nothing of him or of their bond', async () => {
    const centre = await startCentre();
    const answers = {
      aggressorAge: 41,
      knownAsAggressor: 1,
      knownAsAggressorCentre: 'Otro',
      educationLevel: 3,
    } as const;
    const user = { contact };
    const { caseId, number } = await centre.aCase({ user, a: { answers } });
    const psychologist = await centre.as('psico');
    const other = await against(centre, caseId);
    const { form, formerContact } = await psychologist.getSectionA({ caseId: other.caseId });
    expect(form.user.firstSurname).toBe('Quispe');
    expect(form.aggressor).toMatchObject({ givenNames: 'Wilber Supuesto', firstSurname: 'Ccorahua' });
    expect(form.informant).toBeNull();
    expect((await personsOf(centre, other.caseId)).userId).toBe((await personsOf(centre, caseId)).userId);
    expect(form.answers).toMatchObject({ userAge: 34, educationLevel: 3, incidentDistrict: '150132' });
    expect(form.answers).toMatchObject({ informantIsUser: 1, intakeChannel: 1, complaintFiled: 1 });
    // Everything of him and of the two of them is asked again.
    const blank = blankSectionA() as Record<string, unknown>;
    const again = Object.entries(form.answers).filter(([name]) =>
      /^(aggressor(?!Centre)|knownAsAggressor|bond|partnerBond|otherPartnerBond|familyBond|otherFamilyBond|otherBond|userRemembersAggressorDni|nextServiceB)/.test(
        name,
      ),
    );
    expect(again.length).toBeGreaterThan(25);
    for (const [name, value] of again) expect(value, name).toEqual(blank[name]);
    // Whether it is safe to call is asked anew in each ficha.
    expect(form.user.contact.phone).toBeNull();
    expect(formerContact).toMatchObject({ number, phone: '987654321' });
    const b = await psychologist.getSectionB({ caseId: other.caseId });
    expect(b.form.account).toContain('discutieron por la noche');
    expect(b.form.answers.valuationLevel).toBeNull();
    expect((await psychologist.getAccount({ caseId: other.caseId })).quotedFrom).toEqual({ number });
  });

  it('is told on both sides with whom it is against, and of him nothing to the desk', async () => {
    const centre = await startCentre();
    const { caseId, number } = await centre.aCase();
    const other = await against(centre, caseId, { login: 'admision' });
    const desk = await centre.as('admision');
    expect((await desk.listLinkedCases({ caseId: other.caseId })).cases).toMatchObject([
      { number, userName: 'Rosa Quispe', aggressorName: null },
    ]);
    const coordinator = await centre.as('coordina');
    expect((await coordinator.listLinkedCases({ caseId })).cases).toMatchObject([
      { number: other.number, aggressorName: 'Wilber Ccorahua', isFirst: false },
    ]);
  });

  it('is refused against whom she accuses in a ficha of this event that stands', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const first = (await personsOf(centre, caseId)).aggressorId;
    const isRefused = (id: string, link: Link) => refusal(() => against(centre, id, { link }));
    expect(await isRefused(caseId, { kind: 'known', personId: first })).toBe('rule-broken/same-aggressor');
    expect(await isRefused(caseId, { kind: 'maybe', personId: first })).toBe('rule-broken/same-aggressor');
    const other = await against(centre, caseId);
    const second = (await personsOf(centre, other.caseId)).aggressorId;
    expect(await isRefused(caseId, { kind: 'known', personId: second })).toBe('rule-broken/same-aggressor');
    expect(await isRefused(other.caseId, { kind: 'known', personId: first })).toBe('rule-broken/same-aggressor');
    const psychologist = await centre.as('psico');
    // Known from elsewhere he may be; once that ficha is annulled nothing stands against it.
    const elsewhere = await centre.aCase({ aggressor: wilber, isValidated: false });
    const known = { kind: 'known', personId: (await personsOf(centre, elsewhere.caseId)).aggressorId } as const;
    const third = await against(centre, caseId, { link: known });
    expect(await isRefused(caseId, known)).toBe('rule-broken/same-aggressor');
    const { version } = await psychologist.getCase({ caseId: third.caseId });
    await psychologist.annulCase({ caseId: third.caseId, version, reason: 'openedByMistake', words: null });
    expect(await isRefused(caseId, known)).toBe('none');
  });

  it('is refused against herself, and under the document of either of them', async () => {
    const centre = await startCentre();
    const document = { kind: 'dni', state: 'known', number: '00998877' } as const;
    const { caseId } = await centre.aCase({ aggressor: { document } });
    const { userId } = await personsOf(centre, caseId);
    const link = { kind: 'known', personId: userId } as const;
    expect(await refusal(() => against(centre, caseId, { link }))).toBe('rule-broken/same-person');
    const under = (number: string) =>
      refusal(() => against(centre, caseId, { aggressor: { ...wilber, document: { ...document, number } } }));
    expect(await under('00112233')).toBe('rule-broken/same-person');
    expect(await under('00998877')).toBe('rule-broken/same-aggressor');
    expect(await under('00998878')).toBe('none');
  });

  it('leaves open whether he is somebody of the record, and is closed to the desk after its 24 hours', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const elsewhere = await centre.aCase({ aggressor: wilber, isValidated: false });
    const { aggressorId: personId } = await personsOf(centre, elsewhere.caseId);
    const other = await against(centre, caseId, { link: { kind: 'maybe', personId } });
    const { unsettled } = await (await centre.as('psico')).getCase({ caseId: other.caseId });
    expect(unsettled).toMatchObject([{ role: 'aggressor', personId }]);
    centre.clock.set('2026-06-11T15:00:00.000Z');
    const again = await centre.restart();
    expect(await refusal(() => against(again, caseId, { login: 'admision' }))).toBe('not-found/');
  });

  it('takes nothing that is hers alone out of a ficha reservada', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ a: { answers: { educationLevel: 3 } } });
    await seal(centre, caseId);
    const other = await against(centre, caseId);
    const { form } = await (await centre.as('psico')).getSectionA({ caseId: other.caseId });
    expect(form.answers).toMatchObject({ incidentDistrict: '150132', informantIsUser: 1 });
    expect(form.answers).toMatchObject({ educationLevel: null, userAge: null, homeDistrict: null });
  });

  it('is no history of the other: both keep the condition of a new case, and show one event', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const other = await against(centre, caseId);
    const a = await psychologist.getSectionA({ caseId: other.caseId });
    await psychologist.saveSectionA({ caseId: other.caseId, version: a.version, form: sectionAForm(a.form) });
    const b = await psychologist.getSectionB({ caseId: other.caseId });
    await psychologist.saveSectionB({ caseId: other.caseId, version: b.version, form: sectionBForm() });
    await ruleOutAll(psychologist, other.caseId, 'user');
    const propose = (id: CaseId) => psychologist.proposeCondition({ caseId: id, answers: blankConditionAnswers });
    const { proposed, warnings, missing } = await propose(other.caseId);
    expect({ proposed, missing }).toEqual({ proposed: 1, missing: [] });
    expect(warnings.join(' ')).toContain('esa ficha no cuenta como anterior');
    const { version } = await psychologist.getCase({ caseId: other.caseId });
    const decided = { answers: blankConditionAnswers, condition: 1, overrideReason: null };
    await psychologist.validateCase({ caseId: other.caseId, version, ...decided });
    expect((await propose(caseId)).proposed).toBe(1);
    const conditions = [caseId, other.caseId].map(
      async (id) => (await psychologist.getCase({ caseId: id })).confirmedCondition,
    );
    expect(await Promise.all(conditions)).toEqual([1, 1]);
    const { fichas } = await psychologist.readPairHistory({ caseId: other.caseId });
    expect(new Set(fichas.map(({ event }) => event)).size).toBe(1);
    expect(fichas.find(({ isThis }) => !isThis)).toMatchObject({ isSameEvent: true, aggressor: 'other' });
  });
});

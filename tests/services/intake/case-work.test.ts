import { afterEach, describe, expect, it } from 'vitest';
import { blankAppraisal, blankSectionB, sectionB } from '../../../src/shared/intake/index.ts';
import { anAggressor, admission, aUser, sectionAForm, sectionBForm } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { failureOf } from '../refusal.ts';

afterEach(closeCentres);

const conditionAnswers = {
  newEvent: true,
  sameAggressor: null,
  transferredSameEvent: null,
  servicesNeeded: 2,
  lastAttentionElsewhereOn: null,
};

describe('openCase', () => {
  it('numbers cases of a year in order and starts both sections untouched', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const open = () =>
      desk.openCase({
        arrivalId: null,
        admission,
        user: aUser(),
        userLink: { kind: 'new' },
        aggressor: anAggressor(),
        aggressorLink: { kind: 'new' },
      });
    expect([(await open()).number, (await open()).number]).toEqual(['2026-0001', '2026-0002']);
  });

  it('gives the same case again for the same idempotency key', async () => {
    const centre = await startCentre();
    const desk = await centre.as('admision');
    const key = crypto.randomUUID();
    const input = {
      arrivalId: null,
      admission,
      user: aUser(),
      userLink: { kind: 'new' as const },
      aggressor: anAggressor(),
      aggressorLink: { kind: 'new' as const },
    };
    const first = await desk.openCase(input, { key });
    expect(await desk.openCase(input, { key })).toEqual(first);
    expect((await desk.listMyCases({})).cases).toHaveLength(1);
  });

  it('refuses the same person on both sides and a future admission, at their fields', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const { caseId } = await centre.aCase();
    const { candidates } = await coordinator.findPersons({ query: 'Quispe Ficticia', arrivalId: null, role: 'user' });
    const personId = candidates[0]?.personId ?? '';
    const input = { arrivalId: null, admission, user: aUser(), aggressor: anAggressor() };
    await expect(
      coordinator.openCase({
        ...input,
        userLink: { kind: 'known', personId },
        aggressorLink: { kind: 'known', personId },
      }),
    ).rejects.toMatchObject({ failure: { reason: 'same-person', issues: [{ path: 'aggressor' }] } });
    await expect(
      coordinator.openCase({
        ...input,
        admission: { ...admission, admittedOn: '2026-06-11' },
        userLink: { kind: 'new' },
        aggressorLink: { kind: 'new' },
      }),
    ).rejects.toMatchObject({ failure: { issues: [{ path: 'admission.admittedOn' }] } });
    expect(caseId).toBeTypeOf('string');
  });
});

describe('sections', () => {
  it('come back exactly as saved, code 0 and empty answers included', async () => {
    const centre = await startCentre();
    const a = sectionAForm();
    const b = sectionBForm({ answers: { sexualActs: [] } });
    const { caseId } = await centre.aCase({ a, b, isValidated: false });
    const psychologist = await centre.as('psico');
    expect((await psychologist.getSectionA({ caseId })).form).toEqual({
      ...a,
      admission: { ...a.admission, paperNumber: null },
    });
    const read = await psychologist.getSectionB({ caseId });
    expect(read.form).toEqual({ ...b, appraisal: blankAppraisal });
    expect(read.form.answers.sexualActs).toEqual([]);
    expect(read.form.answers.economicActs).toBeNull();
  });

  it('refuse a stale save and keep what is stored', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const social = await centre.as('social');
    const mine = await psychologist.getSectionB({ caseId });
    await social.saveSectionB({
      caseId,
      version: mine.version,
      form: { ...(await social.getSectionB({ caseId })).form, account: 'Relato de otra persona.' },
    });
    await expect(psychologist.saveSectionB({ caseId, version: mine.version, form: mine.form })).rejects.toMatchObject({
      failure: { code: 'conflict' },
    });
    expect((await psychologist.getSectionB({ caseId })).form.account).toBe('Relato de otra persona.');
  });

  it('refuse answers that Section A hides, naming the field', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({
      a: { answers: { userSex: 1, isPregnant: null } },
      isValidated: false,
    });
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionB({ caseId });
    const answers = { ...form.answers, violenceModality: 0 as const };
    await expect(psychologist.saveSectionB({ caseId, version, form: { ...form, answers } })).rejects.toMatchObject({
      failure: { code: 'invalid', issues: [{ path: 'form.answers.violenceModality' }] },
    });
  });

  it('refuse what cannot be true, at its fields, and keep what is stored', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const a = await psychologist.getSectionA({ caseId });
    const tomorrow = { ...a.form, admission: { ...a.form.admission, admittedOn: '2026-06-11' as const } };
    const saveA = await failureOf(() => psychologist.saveSectionA({ caseId, version: a.version, form: tomorrow }));
    expect(saveA).toMatchObject({
      ...{ code: 'rule-broken', reason: 'section-rules' },
      issues: [{ path: 'form.admission.admittedOn' }],
    });
    const b = await psychologist.getSectionB({ caseId });
    const later = { ...b.form.incident, occurredOn: { year: 2026, month: 6, day: 12 } };
    const saveB = await failureOf(() =>
      psychologist.saveSectionB({ caseId, version: b.version, form: { ...b.form, incident: later } }),
    );
    expect(saveB).toMatchObject({ reason: 'section-rules', issues: [{ path: 'form.incident.occurredOn' }] });
    expect(await psychologist.getSectionA({ caseId })).toEqual(a);
    expect(await psychologist.getSectionB({ caseId })).toEqual(b);
  });

  it('save half filled and say what is missing', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionB({ caseId });
    const saved = await psychologist.saveSectionB({ caseId, version, form: { ...form, answers: blankSectionB() } });
    expect(saved.missing).toContain('violenceType');
    expect(saved.missing.every((name) => name in sectionB.questions)).toBe(true);
  });

  it('let the desk write Section A for 24 hours after handing over, and no longer', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const desk = await centre.as('admision');
    await desk.getSectionA({ caseId });
    centre.clock.set('2026-06-11T15:00:00.000Z');
    const again = await centre.restart();
    await expect((await again.as('admision')).getSectionA({ caseId })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});

describe('validateCase', () => {
  it('sets the month of admission and refuses a second validation', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const overview = await psychologist.getCase({ caseId });
    expect(overview).toMatchObject({ state: 'validated', reportingMonth: '2026-06', confirmedCondition: 1 });
    await expect(
      psychologist.validateCase({
        caseId,
        version: overview.version,
        answers: conditionAnswers,
        condition: 1,
        overrideReason: null,
      }),
    ).rejects.toMatchObject({ failure: { reason: 'case-not-draft' } });
  });

  it('refuses a case without type, sex or age, naming each', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const b = await psychologist.getSectionB({ caseId });
    const answers = { ...b.form.answers, violenceType: null };
    await psychologist.saveSectionB({ caseId, version: b.version, form: { ...b.form, answers } });
    const { version } = await psychologist.getCase({ caseId });
    await expect(
      psychologist.validateCase({ caseId, version, answers: conditionAnswers, condition: 1, overrideReason: null }),
    ).rejects.toMatchObject({ failure: { reason: 'section-incomplete', issues: [{ path: 'b.violenceType' }] } });
  });

  it('shows before the attempt what it would refuse, each with its field', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const b = await psychologist.getSectionB({ caseId });
    const blank = Object.fromEntries(
      (['economicActs', 'psychologicalActs', 'physicalActs', 'sexualActs'] as const).map((acts) => [acts, null]),
    );
    const form = { ...b.form, answers: { ...b.form.answers, ...blank, violenceType: 2 as const } };
    await psychologist.saveSectionB({ caseId, version: b.version, form });
    const { missing } = await psychologist.proposeCondition({ caseId, answers: conditionAnswers });
    expect(missing).toEqual([
      {
        ...{ page: 'b', question: 'physicalActs' },
        label: 'Marque al menos un acto del tipo de violencia principal.',
      },
    ]);
    const { version } = await psychologist.getCase({ caseId });
    const input = { caseId, version, answers: conditionAnswers, condition: 1 as const, overrideReason: null };
    await expect(psychologist.validateCase(input)).rejects.toMatchObject({
      failure: {
        reason: 'section-incomplete',
        issues: [{ path: 'b.physicalActs' }],
      },
    });
  });

  it('asks for a reason when the condition is not the proposed one', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getCase({ caseId });
    const input = { caseId, version, answers: conditionAnswers, condition: 3, overrideReason: null };
    await expect(psychologist.validateCase(input)).rejects.toMatchObject({
      failure: { reason: 'condition-needs-reason' },
    });
    await expect(
      psychologist.validateCase({ ...input, overrideReason: { code: 'centralRegister', text: null } }),
    ).resolves.toMatchObject({
      reportingMonth: '2026-06',
    });
  });

  it('proposes Reincidente for a known pair with a new event and sponsorship, naming the earlier ficha', async () => {
    const centre = await startCentre();
    const first = await centre.aCase();
    const coordinator = await centre.as('coordina');
    const find = async (query: string, role: 'user' | 'aggressor') =>
      (await coordinator.findPersons({ query, arrivalId: null, role })).candidates[0]?.personId ?? '';
    const userId = await find('Quispe Ficticia Rosa', 'user');
    const aggressorId = await find('Condori Pedro', 'aggressor');
    const psychologist = await centre.as('psico');
    const second = await psychologist.openCase({
      arrivalId: null,
      admission,
      user: aUser(),
      userLink: { kind: 'known', personId: userId },
      aggressor: anAggressor(),
      aggressorLink: { kind: 'known', personId: aggressorId },
    });
    const b = await psychologist.getSectionB({ caseId: second.caseId });
    const a = await psychologist.getSectionA({ caseId: second.caseId });
    await psychologist.saveSectionA({ caseId: second.caseId, version: a.version, form: sectionAForm() });
    await psychologist.saveSectionB({ caseId: second.caseId, version: b.version, form: sectionBForm() });
    const proposal = await psychologist.proposeCondition({ caseId: second.caseId, answers: conditionAnswers });
    expect(proposal.proposed).toBe(3);
    expect(proposal.reasons.join(' ')).toContain(first.number);
  });
});

describe('drafts', () => {
  it('are kept for their author only and come back after a crash', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const draft = await psychologist.openDraft({ form: 'section-b', caseId });
    await psychologist.saveDraft({ draftId: draft.draftId, body: '{"account":"a medio escribir"}' });
    const lawyer = await centre.as('legal');
    await expect(lawyer.saveDraft({ draftId: draft.draftId, body: 'x' })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    const again = await centre.restart();
    const back = await (await again.as('psico')).openDraft({ form: 'section-b', caseId });
    expect(back.body).toBe('{"account":"a medio escribir"}');
    const { drafts } = await (await again.as('psico')).listMyDrafts({});
    expect(drafts).toMatchObject([{ title: expect.stringMatching(/^Ficha 2026-\d{4} · Sección B$/) as string }]);
  });

  it('go away once the section itself is saved', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const draft = await psychologist.openDraft({ form: 'section-b', caseId });
    await psychologist.saveDraft({ draftId: draft.draftId, body: '{}' });
    const { version, form } = await psychologist.getSectionB({ caseId });
    await psychologist.saveSectionB({ caseId, version, form });
    expect((await psychologist.openDraft({ form: 'section-b', caseId })).body).toBeNull();
  });
});

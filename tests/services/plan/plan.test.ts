/** The Plan de Atención Integral on a real record: proposed, put, agreed with her, closed by the work. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Step = InputGivenOf<Contract['putPlanStep']>['step'];

const inform: Step = {
  ...{ action: 'informRights', words: null, service: 'legal', staffId: null, dueOn: '2026-06-12' },
};
const locks: Step = {
  ...{
    action: 'other',
    words: 'Acompañarla a cambiar la chapa',
    service: 'social',
    staffId: null,
    dueOn: '2026-06-10',
  },
};

async function withCase(): Promise<{ centre: TestCentre; caseId: CaseId }> {
  const centre = await startCentre();
  return { centre, caseId: (await centre.aCase()).caseId };
}

async function planOf(centre: TestCentre, caseId: CaseId) {
  return (await centre.as('psico')).getPlan({ caseId });
}

async function firstStep(centre: TestCentre, caseId: CaseId) {
  const [step] = (await planOf(centre, caseId)).steps;
  if (step === undefined) throw new Error('no step');
  return step;
}

describe('the plan of a case', () => {
  it('proposes by rule, takes what is put, and ticks Section E with it', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    const before = await planOf(centre, caseId);
    expect(before.steps).toEqual([]);
    expect(before.proposals.map(({ action }) => action)).toContain('informRights');
    await social.putPlanStep({ caseId, step: inform });
    await social.putPlanStep({ caseId, step: locks });
    const after = await planOf(centre, caseId);
    expect(after.steps.map(({ label, who, dueOn, state, isAgreed }) => [label, who, dueOn, state, isAgreed])).toEqual([
      ['Acompañarla a cambiar la chapa', 'Social', '2026-06-10', 'planned', false],
      ['Informar sobre sus derechos', 'Legal', '2026-06-12', 'planned', false],
    ]);
    expect(after.proposals.map(({ action }) => action)).not.toContain('informRights');
    const { form } = await social.getFormSection({ caseId, section: 'e' });
    expect(form.answers).toMatchObject({
      planActions: ['informRights', 'other'],
      otherPlanAction: 'Acompañarla a cambiar la chapa',
    });
  });

  it('shows what Section E says alone, and takes nothing typed away', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    const { version, form } = await social.getFormSection({ caseId, section: 'e' });
    const answers = { ...form.answers, planActions: ['safetyPlan'] };
    await social.saveFormSection({ caseId, version, form: { ...form, answers } as never, reason: null });
    expect((await planOf(centre, caseId)).typed).toEqual(['safetyPlan']);
    await social.putPlanStep({ caseId, step: inform });
    const saved = await social.getFormSection({ caseId, section: 'e' });
    expect(saved.form.answers).toMatchObject({ planActions: ['informRights', 'safetyPlan'] });
  });

  it('writes its others into Section E as far as the answer there reaches, and keeps them whole', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    const long = 'Acompañarla '.repeat(10).trim();
    const answers = async () => (await social.getFormSection({ caseId, section: 'e' })).form.answers;
    await social.putPlanStep({ caseId, step: locks });
    await social.putPlanStep({ caseId, step: { ...locks, words: long } });
    expect(JSON.stringify(await answers())).toMatch(/"otherPlanAction":".{79}"/);
    const { steps } = await planOf(centre, caseId);
    const [first, second] = [
      steps.find(({ label }) => label === locks.words),
      steps.find(({ label }) => label === long),
    ];
    if (first === undefined || second === undefined) throw new Error('not put');
    const gone = { staffId: null, dueOn: null, doneOn: null, note: 'No', state: 'notApplicable' } as const;
    await social.changePlanStep({ ...gone, caseId, stepId: second.id, version: second.version });
    expect(await answers()).toMatchObject({ planActions: ['other'], otherPlanAction: locks.words });
    await social.changePlanStep({ ...gone, caseId, stepId: first.id, version: first.version });
    expect(await answers()).toMatchObject({ planActions: null, otherPlanAction: null });
  });

  it('takes away what it ticked itself once it does not apply, and nothing that was ticked before', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    const { version, form } = await social.getFormSection({ caseId, section: 'e' });
    const typed = { ...form.answers, planActions: ['safetyPlan', 'other'], otherPlanAction: 'Mudarse' };
    await social.saveFormSection({ caseId, version, form: { ...form, answers: typed } as never, reason: null });
    for (const step of [inform, locks, { ...inform, action: 'safetyPlan' as const }])
      await social.putPlanStep({ caseId, step });
    const gone = { staffId: null, dueOn: null, doneOn: null, note: 'No', state: 'notApplicable' } as const;
    for (const { id: stepId, version: at } of (await planOf(centre, caseId)).steps)
      await social.changePlanStep({ ...gone, caseId, stepId, version: at });
    const after = await social.getFormSection({ caseId, section: 'e' });
    expect(after.form.answers).toMatchObject({ planActions: ['safetyPlan', 'other'], otherPlanAction: 'Mudarse' });
  });

  it('is closed by the work, with the fact that shows it', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    await lawyer.putPlanStep({ caseId, step: inform });
    const counsel = { action: 'legal-counsel', time: null, outcome: 'done', note: null } as const;
    await lawyer.recordAttention({ caseId, attention: { ...counsel, on: '2026-06-10', withWhom: 'institution' } });
    await lawyer.recordAttention({ caseId, attention: { ...counsel, on: '2026-06-09', withWhom: 'user' } });
    expect(await firstStep(centre, caseId)).toMatchObject({ state: 'planned', evidence: null });
    await lawyer.recordAttention({ caseId, attention: { ...counsel, on: '2026-06-10', withWhom: 'user' } });
    const step = await firstStep(centre, caseId);
    expect(step).toMatchObject({
      ...{ state: 'done', doneOn: '2026-06-10', evidence: { on: '2026-06-10', words: 'Atención', page: 'attentions' } },
    });
    // What was done before it was put is offered as done; nothing is marked a second time by hand.
    const offered = (await planOf(centre, caseId)).proposals.find(({ action }) => action === 'informJustice');
    expect(offered).toMatchObject({ dueOn: null, evidence: { on: '2026-06-10', page: 'attentions' } });
    const { id: stepId, version } = step;
    const done = { caseId, stepId, version, staffId: null, dueOn: null, doneOn: '2026-06-10', note: null } as const;
    expect(await refusal(() => lawyer.changePlanStep({ ...done, state: 'done' }))).toBe('rule-broken/plan-step-done');
  });

  it('marks by hand what nothing shows, with its day, and lets it be opened again', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    await social.putPlanStep({ caseId, step: locks });
    const { id: stepId, version } = await firstStep(centre, caseId);
    const at = { caseId, stepId, staffId: null, dueOn: '2026-06-10', note: null } as const;
    expect(await refusal(() => social.changePlanStep({ ...at, version, state: 'done', doneOn: null }))).toBe(
      'invalid/',
    );
    expect(await refusal(() => social.changePlanStep({ ...at, version, state: 'done', doneOn: '2026-06-11' }))).toBe(
      'rule-broken/plan-done-future',
    );
    expect(await refusal(() => social.changePlanStep({ ...at, version, state: 'done', doneOn: '2001-01-01' }))).toBe(
      'rule-broken/plan-before-admission',
    );
    await social.changePlanStep({ ...at, version, state: 'done', doneOn: '2026-06-10' });
    expect(await firstStep(centre, caseId)).toMatchObject({ state: 'done', isByHand: true, evidence: null });
    expect(await refusal(() => social.changePlanStep({ ...at, version, state: 'planned', doneOn: null }))).toBe(
      'conflict/',
    );
    await social.changePlanStep({ ...at, version: version + 1, state: 'planned', doneOn: null });
    expect((await firstStep(centre, caseId)).state).toBe('planned');
  });

  it('says what does not apply, with its reason, and proposes it no more', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    await lawyer.declinePlanAction({ caseId, action: 'informJustice', note: 'Ya conoce el proceso.' });
    const { steps, proposals } = await planOf(centre, caseId);
    expect(steps).toMatchObject([{ action: 'informJustice', state: 'notApplicable', note: 'Ya conoce el proceso.' }]);
    expect(proposals.map(({ action }) => action)).not.toContain('informJustice');
    const { id: stepId, version } = await firstStep(centre, caseId);
    const back = { caseId, stepId, version, staffId: null, dueOn: null, doneOn: null, note: null } as const;
    expect(await refusal(() => lawyer.changePlanStep({ ...back, state: 'notApplicable' }))).toBe('invalid/');
    const { form } = await lawyer.getFormSection({ caseId, section: 'e' });
    expect(form.answers).toMatchObject({ planActions: null });
    await lawyer.changePlanStep({ ...back, state: 'planned' });
    const again = await lawyer.getFormSection({ caseId, section: 'e' });
    expect(again.form.answers).toMatchObject({ planActions: ['informJustice'] });
  });

  it('is agreed with her once for what is new, and says what she did not want', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.agreePlan({ caseId, on: '2026-06-10', refused: null }))).toBe(
      'rule-broken/plan-nothing-new',
    );
    await psychologist.putPlanStep({ caseId, step: inform });
    expect(await psychologist.agreePlan({ caseId, on: '2026-06-10', refused: 'Hogar de Refugio Temporal' })).toEqual({
      steps: 1,
    });
    const { agreement, steps } = await planOf(centre, caseId);
    expect(agreement).toMatchObject({ on: '2026-06-10', refused: 'Hogar de Refugio Temporal' });
    expect(steps.map(({ isAgreed }) => isAgreed)).toEqual([true]);
    expect(await refusal(() => psychologist.agreePlan({ caseId, on: '2026-06-10', refused: null }))).toBe(
      'rule-broken/plan-nothing-new',
    );
    await psychologist.putPlanStep({ caseId, step: locks });
    expect(await psychologist.agreePlan({ caseId, on: '2026-06-10', refused: null })).toEqual({ steps: 1 });
    expect((await (await centre.as('visita')).verifyRecord({})).problems).toEqual([]);
  });

  it('is agreed on a day since her admission, and again once who or until when is another', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    await lawyer.putPlanStep({ caseId, step: inform });
    const agree = (on: string) => refusal(() => lawyer.agreePlan({ caseId, on, refused: null }));
    expect(await agree('2026-06-11')).toBe('rule-broken/plan-agreed-future');
    expect(await agree('2026-06-09')).toBe('rule-broken/plan-before-admission');
    await lawyer.agreePlan({ caseId, on: '2026-06-10', refused: null });
    const change = async (more: { dueOn?: string; staffId?: string; state?: 'planned' | 'notApplicable' }) => {
      const { id: stepId, version, dueOn, staffId } = await firstStep(centre, caseId);
      const same = { dueOn, staffId, state: 'planned', doneOn: null, note: 'Nota' } as const;
      await lawyer.changePlanStep({ ...same, ...more, caseId, stepId, version });
      return (await firstStep(centre, caseId)).isAgreed;
    };
    expect(await change({})).toBe(true);
    expect(await change({ dueOn: '2026-06-20' })).toBe(false);
    await lawyer.agreePlan({ caseId, on: '2026-06-10', refused: null });
    expect(await change({ staffId: (await centre.sessionOf('legal')).staff.id })).toBe(false);
    await lawyer.agreePlan({ caseId, on: '2026-06-10', refused: null });
    expect(await change({ state: 'notApplicable' })).toBe(true);
    expect(await change({})).toBe(false);
  });

  it('is of nobody outside the service, and of the service again once its person is gone', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    const idOf = async (login: 'admision' | 'legal' | 'social') => (await centre.sessionOf(login)).staff.id;
    for (const login of ['admision', 'legal'] as const)
      expect(
        await refusal(async () => social.putPlanStep({ caseId, step: { ...locks, staffId: await idOf(login) } })),
      ).toBe('rule-broken/plan-staff-unknown');
    const staffId = await idOf('social');
    await social.putPlanStep({ caseId, step: { ...locks, staffId } });
    const { id: stepId, version } = await firstStep(centre, caseId);
    const given = { caseId, stepId, version, dueOn: null, state: 'planned', doneOn: null, note: null } as const;
    expect(await refusal(async () => social.changePlanStep({ ...given, staffId: await idOf('admision') }))).toBe(
      'rule-broken/plan-staff-unknown',
    );
    const chief = await centre.as('coordina');
    const known = (await chief.listStaff({})).staff.find(({ id }) => id === staffId);
    await chief.disableStaff({ staffId, version: known?.version ?? 0 });
    expect(await firstStep(centre, caseId)).toMatchObject({ who: 'Social', staffId: null });
    const { items } = await (await centre.as('psico')).readCaseNext({ caseId });
    expect(items.find(({ kind }) => kind === 'planStep')).toMatchObject({ who: 'Social', turn: ['social'] });
  });

  it('takes all that is proposed in one act, or nothing of it', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    const { proposals } = await planOf(centre, caseId);
    const steps: Step[] = proposals.map(({ action, service, dueOn }) => ({ ...inform, action, service, dueOn }));
    const twice = [...steps, ...steps.slice(0, 1)];
    expect(await refusal(() => social.putPlanSteps({ caseId, steps: twice }))).toBe('duplicate/plan-step-twice');
    expect((await planOf(centre, caseId)).steps).toEqual([]);
    await social.putPlanSteps({ caseId, steps });
    const after = await planOf(centre, caseId);
    expect(after.steps).toHaveLength(steps.length);
    expect(after.proposals).toEqual([]);
    const { form } = await social.getFormSection({ caseId, section: 'e' });
    expect(new Set((form.answers as { planActions: string[] }).planActions)).toEqual(
      new Set(steps.map(({ action }) => action)),
    );
  });

  it('says to whoever leads, outside the team, that she only reads it', async () => {
    const { centre, caseId } = await withCase();
    const chief = await centre.as('coordina');
    expect((await chief.getPlan({ caseId })).mayWrite).toBe(false);
    expect(await refusal(() => chief.putPlanStep({ caseId, step: inform }))).toMatch(/^not-found/);
    expect((await planOf(centre, caseId)).mayWrite).toBe(true);
  });

  it('refuses an action twice, a day that is over, a person who is not there, and words where none belong', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    await social.putPlanStep({ caseId, step: inform });
    const put = (step: Partial<Step>) => refusal(() => social.putPlanStep({ caseId, step: { ...inform, ...step } }));
    expect(await put({})).toBe('duplicate/plan-step-twice');
    expect(await refusal(() => social.declinePlanAction({ caseId, action: 'informRights', note: 'No' }))).toBe(
      'duplicate/plan-step-twice',
    );
    expect(await put({ action: 'appear', dueOn: '2026-06-09' })).toBe('rule-broken/plan-due-past');
    const staffId = '00000000-0000-4000-8000-000000000001';
    expect(await put({ action: 'appear', staffId })).toBe('rule-broken/plan-staff-unknown');
    expect(await put({ action: 'appear', words: 'Algo' })).toBe('invalid/');
    expect(await put({ action: 'other', words: null })).toBe('invalid/');
  });

  it('is read and written by whoever attends her', async () => {
    const { centre, caseId } = await withCase();
    for (const login of ['admision', 'soporte', 'visita', 'promocion'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.getPlan({ caseId }))).toMatch(/^forbidden/);
      expect(await refusal(() => other.putPlanStep({ caseId, step: inform }))).toMatch(/^forbidden/);
    }
  });

  it('stands in «Lo que sigue» of its service until it is done', async () => {
    const { centre, caseId } = await withCase();
    const social = await centre.as('social');
    await social.putPlanStep({ caseId, step: locks });
    const tasks = async () => (await social.readCaseNext({ caseId })).items.map(({ task }) => task);
    expect(await tasks()).toContain('Acompañarla a cambiar la chapa');
    const { id: stepId, version } = await firstStep(centre, caseId);
    const done = { caseId, stepId, version, staffId: null, dueOn: null, note: null } as const;
    await social.changePlanStep({ ...done, state: 'done', doneOn: '2026-06-10' });
    expect(await tasks()).not.toContain('Acompañarla a cambiar la chapa');
  });
});

/** What is answered to a fact that cannot wait stands in the plan, in Section E, in the safety plan and on Mi día (D14). */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import type { SameDayFact } from '../../../src/shared/risk/index.ts';
import { blankLines } from '../../../src/shared/safety/index.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

type Answer = InputGivenOf<Contract['answerSameDay']>['answer'];

const done = (kind: 'measureAsked' | 'policeTold' | 'referral' | 'safetyStep', words = 'Se hizo.'): Answer => ({
  ...{ kind, words, who: 'S2 PNP Inventado', on: civilDateSchema.parse('2026-06-10'), time: '08:30', documentId: null },
});
const hindered: Answer = { kind: 'couldNotAsk', words: 'Su hijo estaba presente.' };

async function threatened() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({
    b: {
      answers: {
        ...{ psychologicalActs: ['deathThreat'], physicalActs: ['weaponWounds'], userRiskFactors: ['suicidalIdeas'] },
        valuationLevel: 3,
      },
    },
  });
  const [psychologist, lawyer] = [await centre.as('psico'), await centre.as('legal')];
  const answer = (facts: SameDayFact[], given: Answer) => psychologist.answerSameDay({ caseId, facts, answer: given });
  const steps = async () =>
    (await psychologist.getPlan({ caseId })).steps.map(({ action, state, dueOn, who, evidence }) => [
      ...[action, state, dueOn, who, evidence?.words ?? null],
    ]);
  const next = async () => (await lawyer.readCaseNext({ caseId })).items;
  return { centre, caseId, psychologist, answer, steps, next };
}

describe('an answer of the same day', () => {
  it('that does an action is a step done, ticked in Section E', async () => {
    const { caseId, psychologist, answer, steps } = await threatened();
    expect(await steps()).toEqual([]);
    await answer(['weapon'], done('policeTold'));
    expect(await steps()).toEqual([['policeIntervention', 'done', '2026-06-10', 'Legal', 'Respuesta del mismo día']]);
    const { form } = await psychologist.getFormSection({ caseId, section: 'e' });
    expect(form.answers).toMatchObject({ planActions: ['policeIntervention'] });
  });

  it('leaves in the plan what the fact asks for, whatever was done first', async () => {
    const { answer, steps } = await threatened();
    await answer(['suicidalIdeas'], done('safetyStep'));
    expect((await steps()).map(([action, state]) => [action, state])).toEqual([
      ['safetyPlan', 'planned'],
      ['insertInHealth', 'planned'],
    ]);
  });

  it('that only begins one leaves the step open until its own work ends it', async () => {
    const { answer, steps } = await threatened();
    await answer(['suicidalIdeas'], done('referral'));
    expect(await steps()).toEqual([['insertInHealth', 'planned', '2026-06-10', 'Social', null]]);
  });

  it('«no se pudo» is a step until today, said once on Mi día with what was said of it', async () => {
    const { answer, steps, next } = await threatened();
    await answer(['weapon'], hindered);
    expect(await steps()).toEqual([['policeIntervention', 'planned', '2026-06-10', 'Legal', null]]);
    const items = await next();
    expect(items.filter(({ kind }) => kind === 'planStep')).toEqual([]);
    expect(items.filter(({ kind }) => kind === 'sameDay').map(({ task, why }) => [task, why])).toEqual([
      ['Responder: arma o acceso a un arma', 'No se pudo preguntar'],
      ['Responder: amenaza de muerte', null],
      ['Responder: ideas o intento de suicidio', null],
    ]);
    await answer(['weapon'], done('policeTold'));
    expect(await steps()).toEqual([['policeIntervention', 'done', '2026-06-10', 'Legal', 'Respuesta del mismo día']]);
    expect((await next()).map(({ task }) => task)).not.toContain('Responder: arma o acceso a un arma');
  });

  it('that it was not so puts nothing, and a step that stands is put once', async () => {
    const { centre, caseId, answer, steps } = await threatened();
    const step = {
      ...{ action: 'policeIntervention' as const, words: null, service: 'social' as const, staffId: null, dueOn: null },
    };
    await (await centre.as('legal')).putPlanStep({ caseId, step });
    await answer(['weapon'], hindered);
    expect(await steps()).toEqual([['policeIntervention', 'planned', null, 'Social', null]]);
  });

  it('takes up what had been set aside', async () => {
    const { centre, caseId, psychologist, answer, steps } = await threatened();
    const note = 'No hay comisaría.';
    await (await centre.as('legal')).declinePlanAction({ caseId, action: 'policeIntervention', note });
    await answer(['weapon'], hindered);
    expect(await steps()).toEqual([['policeIntervention', 'planned', '2026-06-10', 'Legal', null]]);
    const { form } = await psychologist.getFormSection({ caseId, section: 'e' });
    expect(form.answers).toMatchObject({ planActions: ['policeIntervention'] });
  });
});

describe('the safety plan', () => {
  const plan = {
    ...{ lines: { ...blankLines(), week: { words: 'Va con su vecina.', card: null } }, phones: [], carriesCard: false },
    ...{ rereadOn: civilDateSchema.parse('2026-06-25'), present: 'alone' as const },
  };

  it('has what is open and what was done at the part that it speaks of, until a version holds it', async () => {
    const { caseId, psychologist, answer } = await threatened();
    const told = async () => (await psychologist.getSafetyPlan({ caseId })).told;
    await answer(['deathThreat'], done('safetyStep', 'Cambió la ruta al mercado.'));
    expect(await told()).toEqual([
      { topic: 'places', fact: 'Amenaza de muerte', words: 'Cambió la ruta al mercado.' },
      { topic: 'arrival', fact: 'Arma o acceso a un arma', words: null },
      { topic: 'people', fact: 'Ideas o intento de suicidio', words: null },
    ]);
    await psychologist.keepSafetyPlan({ caseId, plan, over: null });
    expect((await told()).map(({ words }) => words)).toEqual([null, null]);
  });

  it('is read again after a measure that was taken since, and the team is told', async () => {
    const { centre, caseId, psychologist, answer } = await threatened();
    await psychologist.keepSafetyPlan({ caseId, plan, over: null });
    await answer(['deathThreat'], done('safetyStep', 'Cambió la ruta al mercado.'));
    expect((await psychologist.getSafetyPlan({ caseId })).reread).toBeNull();
    centre.clock.set('2026-06-11T14:00:00.000Z');
    const later = await (await centre.restart()).as('psico');
    const next = async () => (await later.readCaseNext({ caseId })).items;
    const taken = done('safetyStep', 'Se llevó el machete donde su tío.');
    await later.answerSameDay({ caseId, facts: ['weapon'], answer: taken });
    const { reread, versions } = await later.getSafetyPlan({ caseId });
    expect(reread).toBe('answered');
    const { lines } = await later.getClosing({ caseId });
    expect(lines.find(({ line }) => line === 'safety')?.found).toEqual([
      'Se tomó una medida de seguridad después del plan',
    ]);
    expect((await next()).find(({ kind }) => kind === 'safety')?.why).toBe(
      'Se tomó una medida de seguridad después del plan',
    );
    await later.rereadSafetyPlan({ caseId, planId: versions[0]?.id ?? '' });
    expect((await later.getSafetyPlan({ caseId })).reread).toBeNull();
    expect((await next()).map(({ kind }) => kind)).not.toContain('safety');
  });
});

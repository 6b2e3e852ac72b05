/** What the plan proposes, and how the work marks what was done. */
import { describe, expect, it } from 'vitest';
import type { PlanAction } from '../../../src/shared/intake/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import {
  conditionsOf,
  evidenceOf,
  isMarkedByWork,
  planActionCodes,
  planProposalTable,
  proposalsOf,
  sameDayAsks,
  stepOfAnswer,
  type PlanWork,
  type ProposalWhen,
} from '../../../src/shared/plan/index.ts';

const day = (text: string) => civilDateSchema.parse(text);
const today = day('2026-06-10');
const idle: PlanWork = {
  admittedOn: day('2026-06-01'),
  ...{ attentions: [], interviewedOn: null, safetyPlanOn: null, placedOn: null, accompaniedOn: null },
  ...{ filings: [], acts: [], referrals: [], sameDay: [] },
};

const proposed = (holds: readonly ProposalWhen[], known: readonly PlanAction[] = [], work = idle) =>
  proposalsOf({ rows: planProposalTable.shipped, today, holds: new Set(holds), known: new Set(known), work });

describe('proposals', () => {
  it('are of what holds, each once, with the earliest of its days, by day and then in the order of the form', () => {
    const found = proposed(['always', 'attemptOrStrangulation', 'suicidalIdeas']);
    expect(found.map(({ action, service, dueOn, why }) => [action, service, dueOn, why])).toEqual([
      ['informViolence', 'psychology', '2026-06-10', ['always']],
      ['safetyPlan', 'psychology', '2026-06-10', ['always']],
      ['insertInHealth', 'social', '2026-06-10', ['attemptOrStrangulation', 'suicidalIdeas']],
      ['informRights', 'legal', '2026-06-13', ['always']],
      ['informJustice', 'legal', '2026-06-13', ['always']],
      ['identifyImpact', 'psychology', '2026-06-17', ['always']],
    ]);
  });

  it('leave out what the plan has, whatever became of it', () => {
    const known = ['informViolence', 'informRights', 'identifyImpact', 'informJustice'] as const;
    expect(proposed(['always'], known).map(({ action }) => action)).toEqual(['safetyPlan']);
    expect(proposed([])).toEqual([]);
  });

  it('hold what the work did already, without a day, whether or not a rule asks for it', () => {
    const work = { ...idle, filings: [{ kind: 3, on: today }], safetyPlanOn: today };
    const done = proposed(['always'], [], work).filter(({ evidence }) => evidence !== null);
    expect(done.map(({ action, service, dueOn }) => [action, service, dueOn])).toEqual([
      ['safetyPlan', 'psychology', null],
      ['requestMeasures', 'legal', null],
    ]);
    expect(proposed([], ['safetyPlan', 'requestMeasures'], work)).toEqual([]);
  });

  it('leave out a row that the centre stopped using', () => {
    const rows = planProposalTable.shipped.map((row) => ({ ...row, value: { ...row.value, isUsed: false } }));
    expect(proposalsOf({ rows, today, holds: new Set(['always']), known: new Set(), work: idle })).toEqual([]);
  });
});

/** An action, what marks it, and the words that say how one knows. */
const marks: readonly (readonly [PlanAction, Partial<PlanWork>, string])[] = [
  ['informViolence', { interviewedOn: today }, 'Primera entrevista'],
  ['informViolence', { attentions: [{ service: 'psychology', number: null, on: today, isWithHer: true }] }, 'Atención'],
  ['informRights', { attentions: [{ service: 'legal', number: null, on: today, isWithHer: true }] }, 'Atención'],
  ['informJustice', { attentions: [{ service: 'legal', number: null, on: today, isWithHer: true }] }, 'Atención'],
  ['identifyImpact', { interviewedOn: today }, 'Primera entrevista'],
  ['safetyPlan', { safetyPlanOn: today }, 'Plan de seguridad'],
  ['insertInFamily', { attentions: [{ service: 'social', number: 36, on: today, isWithHer: false }] }, 'Atención'],
  ['insertInHealth', { referrals: [{ kind: 'health', on: today, isAnswered: true }] }, 'Respuesta de la derivación'],
  ['emergencyKit', { referrals: [{ kind: 'emergency-kit', on: today, isAnswered: false }] }, 'Derivación'],
  ['otherServices', { referrals: [{ kind: 'shelter', on: today, isAnswered: true }] }, 'Respuesta de la derivación'],
  ['reportUnprotected', { referrals: [{ kind: 'upe', on: today, isAnswered: false }] }, 'Derivación'],
  ['promoteComplaint', { acts: [{ kind: 'complaintFiled', on: today }] }, 'Proceso'],
  ['accompanyComplaint', { filings: [{ kind: 1, on: today }] }, 'Escrito presentado'],
  ['appear', { filings: [{ kind: 4, on: today }] }, 'Escrito presentado'],
  ['requestMeasures', { filings: [{ kind: 3, on: today }] }, 'Escrito presentado'],
  ['requestMeasures', { acts: [{ kind: 'measuresRequested', on: today }] }, 'Proceso'],
  ['checkComplaint', { acts: [{ kind: 'courtReceived', on: today }] }, 'Proceso'],
  ['reportViolence', { filings: [{ kind: 2, on: today }] }, 'Escrito presentado'],
  ['flagrancy', { acts: [{ kind: 'arrest', on: today }] }, 'Proceso'],
  ['singleInterview', { filings: [{ kind: 11, on: today }] }, 'Escrito presentado'],
  ['promoteMeasures', { filings: [{ kind: 6, on: today }] }, 'Escrito presentado'],
];

describe('conditions', () => {
  const known = {
    a: { complaintFiled: 1, userAge: 34 },
    b: { valuationLevel: 1, violenceType: 0 },
    ...{ sameDay: [], work: idle },
  } as const;
  const holds = (more: object) => [...conditionsOf({ ...known, ...more })].toSorted();

  it('are those that the sections and the facts of the day say', () => {
    expect(holds({})).toEqual(['always', 'complaint', 'noMeasures']);
    expect(holds({ a: { complaintFiled: 0, userAge: 17 } })).toEqual(['always', 'minor', 'noComplaint']);
    expect(holds({ a: { complaintFiled: null, userAge: null }, b: { valuationLevel: 3, violenceType: 0 } })).toEqual([
      ...['always', 'moderate', 'noMeasures', 'severe'],
    ]);
    expect(holds({ sameDay: ['rapeWithinKit', 'weapon', 'measureBreached'] })).toEqual([
      ...['always', 'breach', 'complaint', 'noMeasures', 'rapeWithinKit'],
    ]);
  });

  it('say no more that measures were not asked for, once they were', () => {
    expect(holds({ work: { ...idle, filings: [{ kind: 3, on: today }] } })).toEqual(['always', 'complaint']);
    expect(holds({ work: { ...idle, acts: [{ kind: 'breach', on: today }] } })).toContain('breach');
  });
});

describe('an action is marked by the work', () => {
  for (const [action, work, words] of marks) {
    it(`${action}: ${words}`, () => {
      expect(evidenceOf(action, { ...idle, ...work })).toMatchObject({ on: today, words });
      expect(evidenceOf(action, idle)).toBeNull();
    });
  }

  it('by the first of what shows it', () => {
    const filings = [
      { kind: 3, on: day('2026-06-09') },
      { kind: 5, on: day('2026-06-02') },
    ];
    expect(evidenceOf('requestMeasures', { ...idle, filings })?.on).toBe('2026-06-02');
  });

  it('by nothing else: a referral without its answer inserts nobody, another number is another action', () => {
    const referrals = [{ kind: 'health' as const, on: today, isAnswered: false }];
    expect(evidenceOf('insertInHealth', { ...idle, referrals })).toBeNull();
    const attentions = [{ service: 'social' as const, number: 27, on: today, isWithHer: true }];
    expect(evidenceOf('insertInFamily', { ...idle, attentions })).toBeNull();
  });

  it('not by an attention without her, nor by what is of before her admission', () => {
    const attention = { service: 'legal' as const, number: null, on: today, isWithHer: false };
    expect(evidenceOf('informRights', { ...idle, attentions: [attention] })).toBeNull();
    const before = { ...attention, on: day('2026-05-31'), isWithHer: true };
    expect(evidenceOf('informRights', { ...idle, attentions: [before] })).toBeNull();
    expect(evidenceOf('requestMeasures', { ...idle, filings: [{ kind: 3, on: day('2026-05-31') }] })).toBeNull();
  });

  it('and three alone by hand', () => {
    expect(planActionCodes.filter((action) => !isMarkedByWork(action))).toEqual([
      ...['policeIntervention', 'policeRecord', 'other'],
    ]);
  });
});

describe('what was answered to a fact that cannot wait', () => {
  it('is done by the answer where the answer does it, and begun where its own work ends it', () => {
    expect(stepOfAnswer('deathThreat', 'measureAsked')).toEqual({ action: 'requestMeasures', isDone: true });
    expect(stepOfAnswer('weapon', 'policeTold')).toEqual({ action: 'policeIntervention', isDone: true });
    expect(stepOfAnswer('measureBreached', 'policeTold')).toEqual({ action: 'promoteMeasures', isDone: true });
    expect(stepOfAnswer('childUnprotected', 'policeTold')).toEqual({ action: 'reportUnprotected', isDone: true });
    expect(stepOfAnswer('rapeWithinKit', 'referral')).toEqual({ action: 'emergencyKit', isDone: true });
    expect(stepOfAnswer('suicidalIdeas', 'referral')).toEqual({ action: 'insertInHealth', isDone: false });
    expect(stepOfAnswer('weapon', 'referral')).toEqual({ action: 'otherServices', isDone: false });
    expect(stepOfAnswer('justLeft', 'safetyStep')).toEqual({ action: 'safetyPlan', isDone: false });
  });

  it('is what the fact asks for where it could not be done or asked, and nothing where it was not so', () => {
    for (const [fact, action] of Object.entries(sameDayAsks) as [keyof typeof sameDayAsks, PlanAction][]) {
      expect(stepOfAnswer(fact, 'couldNotDo')).toEqual({ action, isDone: false });
      expect(stepOfAnswer(fact, 'couldNotAsk')).toEqual({ action, isDone: false });
      expect(stepOfAnswer(fact, 'notSo')).toBeNull();
    }
  });

  it('shows the action done from its day, and not before the ficha', () => {
    const answered = (on: string) => ({ ...idle, sameDay: [{ action: 'policeIntervention' as const, on: day(on) }] });
    expect(evidenceOf('policeIntervention', answered('2026-06-10'))).toEqual({
      ...{ on: today, words: 'Respuesta del mismo día', page: 'risk' },
    });
    expect(evidenceOf('policeIntervention', answered('2026-05-31'))).toBeNull();
    expect(evidenceOf('promoteMeasures', answered('2026-06-10'))).toBeNull();
  });
});

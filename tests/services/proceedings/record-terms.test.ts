/** Terms that the record of a case starts by itself (D20–D23, D30–D36), and what of the record ends them. */
import { afterEach, describe, expect, it } from 'vitest';
import { deadlinesCommand } from '../../../src/main/commands/deadlines.ts';
import { ViolenceType } from '../../../src/shared/intake/index.ts';
import type { RecordTermView } from '../../../src/shared/proceedings/index.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type CaseOptions, type TestCentre } from '../../support/start-application.ts';
import { cargo, issue } from '../filings/a-presentation.ts';
import { anEvent, measure } from './a-proceeding.ts';

afterEach(closeCentres);

type SectionB = NonNullable<CaseOptions['b']>;

const rape = { violenceType: ViolenceType.sexual, sexualActs: ['rape' as const], valuationLevel: 3 as const };
const monday = { year: 2026, month: 6, day: 8 };

async function termsOf(centre: TestCentre, caseId: string): Promise<Map<string, RecordTermView>> {
  centre.clock.advance(1000);
  const { recordTerms } = await (await centre.as('legal')).getProceedings({ caseId });
  return new Map(recordTerms.map((term) => [term.ruleId, term]));
}

const words = (term: RecordTermView['due']['byEntry'] | undefined) =>
  term === null || term === undefined ? null : `${term.due.on} ${term.due.time}`;
const end = (term: RecordTermView | undefined) => [words(term?.due.byEntry), words(term?.due.byEffect)];

async function assaulted(occurredOn: SectionB['incident'], more: Partial<SectionB['answers']> = {}) {
  const centre = await startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });
  const { caseId } = await centre.aCase({
    // The account would be the first interview.
    b: { ...(occurredOn && { incident: occurredOn }), account: null, answers: { ...rape, ...more } },
  });
  return { centre, caseId, terms: await termsOf(centre, caseId) };
}

describe('the clock after a sexual assault', () => {
  it('runs 72 hours, 120 hours and six months from its hour', async () => {
    const { terms } = await assaulted({ occurredOn: monday, occurredTime: '21:30', place: null });
    expect(end(terms.get('D20'))).toEqual(['2026-06-11 21:30', '2026-06-11 21:30']);
    expect(end(terms.get('D21'))).toEqual(['2026-06-13 21:30', '2026-06-13 21:30']);
    expect(end(terms.get('D22'))).toEqual(['2026-12-08 23:59', '2026-12-08 23:59']);
    expect(terms.get('D20')).toMatchObject({ state: 'open', isOverdue: false, confirmation: 'toConfirm' });
    expect(terms.get('D22')).toMatchObject({ state: 'date', isOverdue: false });
  });

  it('takes a day without its hour as an interval, and is too late only when all of it is', async () => {
    const day = { year: 2026, month: 6, day: 7 };
    const { centre, caseId, terms } = await assaulted({ occurredOn: day, occurredTime: null, place: null });
    expect(end(terms.get('D20'))).toEqual(['2026-06-10 00:00', '2026-06-10 23:59']);
    expect(terms.get('D20')).toMatchObject({ isOverdue: false, warnsAt: { on: '2026-06-10', time: '00:00' } });
    centre.clock.advance(15 * 3_600_000);
    const next = await centre.restart();
    expect((await termsOf(next, caseId)).get('D20')).toMatchObject({ isOverdue: true });
  });

  it('does not run without the act of rape, nor without a date', async () => {
    const { terms } = await assaulted(undefined, { sexualActs: ['harassment'] });
    expect(['D20', 'D21', 'D22'].filter((id) => terms.has(id))).toEqual([]);
    const undated = await assaulted({ occurredOn: null, occurredTime: null, place: null });
    expect(undated.terms.has('D20')).toBe(false);
  });

  it('ends with the reason why the kit was not referred', async () => {
    const { centre, caseId } = await assaulted(undefined);
    const refusal = { kind: 'emergency-kit' as const, reason: 3, words: null };
    await (await centre.as('psico')).recordRefusal({ caseId, refusal });
    const terms = await termsOf(centre, caseId);
    expect(terms.get('D20')).toMatchObject({ state: 'done', doneOn: '2026-06-10' });
    expect(terms.get('D21')).toMatchObject({ state: 'done' });
  });
});

describe('listDeadlines', () => {
  const ofRecord = async (centre: TestCentre, login: 'legal' | 'psico' | 'coordina') => {
    const { deadlines } = await (await centre.as(login)).listDeadlines({ scope: 'all' });
    return deadlines
      .filter(({ caseId, deadlineId }) => caseId !== null && deadlineId === null)
      .map(({ ruleId, isOverdue }) => [ruleId, isOverdue]);
  };

  it('has the open terms of the record, the hours after an assault only for who reads of it', async () => {
    const { centre } = await assaulted({ occurredOn: monday, occurredTime: '21:30', place: null });
    const steps = [
      ['D33b', false],
      ['D34b', false],
    ];
    const hours = [
      ['D20', false],
      ['D21', false],
    ];
    expect(await ofRecord(centre, 'legal')).toEqual([...hours, ...steps]);
    expect(await ofRecord(centre, 'psico')).toEqual([...hours, ...steps]);
    expect(await ofRecord(centre, 'coordina')).toEqual(steps);
  });

  it('says which ran out, a health term for three days, and leaves out what was done', async () => {
    const { centre, caseId } = await assaulted({ occurredOn: monday, occurredTime: '21:30', place: null });
    centre.clock.advance(40 * 3_600_000);
    const next = await centre.restart();
    const late = new Map((await ofRecord(next, 'legal')) as [string, boolean][]);
    expect([late.get('D20'), late.get('D21'), late.get('D33b')]).toEqual([true, false, true]);
    const refusal = { kind: 'emergency-kit' as const, reason: 3, words: null };
    await (await next.as('psico')).recordRefusal({ caseId, refusal });
    const left = (await ofRecord(next, 'legal')).map(([rule]) => rule);
    expect(left.filter((rule) => rule === 'D20' || rule === 'D21')).toEqual([]);
    const long = await assaulted({ occurredOn: { year: 2026, month: 5, day: 1 }, occurredTime: null, place: null });
    expect((await ofRecord(long.centre, 'legal')).map(([rule]) => rule)).not.toContain('D20');
  });
});

describe('the command «deadlines»', () => {
  it('tells the terms of the record beside those of the acts', async () => {
    const { centre, caseId } = await assaulted({ occurredOn: monday, occurredTime: '21:30', place: null });
    const client = await centre.as('legal');
    const printed: unknown[] = [];
    const print = (value: unknown) => void printed.push(value);
    const line = { client, options: { case: caseId }, signIn: () => centre.sessionOf('legal'), print };
    if (!('run' in deadlinesCommand)) throw new Error('works on files');
    await deadlinesCommand.run(line as never);
    const [{ recordTerms }] = printed as [{ recordTerms: { rule: string }[] }];
    expect(recordTerms.find(({ rule }) => rule === 'D20')).toMatchObject({
      trigger: { kind: 'sexualAssault', first: { on: '2026-06-08', time: '21:30' } },
      dueLast: { on: '2026-06-11', time: '21:30' },
      state: 'open',
    });
  });
});

describe('remindDeadlines', () => {
  it('tells the team of the hours after an assault once while they run, and once when they ran out', async () => {
    const { centre, caseId } = await assaulted({ occurredOn: monday, occurredTime: '21:30', place: null });
    const told = async (from: TestCentre) => {
      const { alerts } = await (await from.as('psico')).listMyAlerts({});
      return alerts.filter(({ note }) => note?.includes('(D20)') === true).map(({ kind, caseId: of }) => [kind, of]);
    };
    const lawyer = await centre.as('legal');
    expect(await lawyer.remindDeadlines({})).toEqual({ raised: 2 });
    expect(await lawyer.remindDeadlines({})).toEqual({ raised: 0 });
    expect(await told(centre)).toEqual([['deadlineNear', caseId]]);
    centre.clock.advance(40 * 3_600_000);
    const next = await centre.restart();
    expect(await (await next.as('legal')).remindDeadlines({})).toEqual({ raised: 1 });
    expect(await told(next)).toEqual([
      ['deadlineOverdue', caseId],
      ['deadlineNear', caseId],
    ]);
  });
});

describe('«solicitar medidas»', () => {
  const stateOf = async (centre: TestCentre, caseId: string) => (await termsOf(centre, caseId)).get('D33b')?.state;

  it.each([
    ['the request of measures', { kind: 3 as const }, 'done'],
    ['a complaint that asks for them', { kind: 1 as const, answers: { denuncia_nueva_pide_medidas: 1 } }, 'done'],
    ['a complaint that does not', { kind: 1 as const, answers: { denuncia_nueva_pide_medidas: 0 } }, 'open'],
  ])('with %s left at a desk', async (_what, writ, state) => {
    const { centre, caseId } = await assaulted(undefined);
    const lawyer = await centre.as('legal');
    const { filingId } = await issue(lawyer, caseId, writ);
    expect(await stateOf(centre, caseId)).toBe('open');
    const form = cargo({ presentedTime: '09:30' });
    const { id: presentationId, version } = await lawyer.presentFiling({ caseId, filingId, form });
    expect(await stateOf(centre, caseId)).toBe(state);
    await lawyer.annulPresentation({ caseId, presentationId, version, reason: 'twice', words: null });
    expect(await stateOf(centre, caseId)).toBe('open');
  });

  it('with a decision that the lawyer wrote down', async () => {
    const { centre, caseId } = await assaulted(undefined);
    const decided = { measures: [measure('no-approach', 'granted')] };
    await (await centre.as('legal')).recordEvent({ caseId, event: anEvent('measuresDecided', '2026-06-09', decided) });
    expect((await termsOf(centre, caseId)).get('D33b')).toMatchObject({ state: 'done', doneOn: '2026-06-09' });
  });
});

describe('the steps of the centre', () => {
  it('begin with the admission and the validation, by the level of risk', async () => {
    const { terms } = await assaulted(undefined);
    expect(end(terms.get('D30'))).toEqual(['2026-06-10 23:59', '2026-06-10 23:59']);
    expect([...terms.keys()].filter((id) => /^D3/.test(id)).sort()).toEqual(['D30', 'D33b', 'D34b']);
    const milder = await assaulted(undefined, { valuationLevel: 1 });
    expect([...milder.terms.keys()].filter((id) => /^D3/.test(id)).sort()).toEqual(['D30', 'D33a', 'D34a']);
  });

  it('end with what the record holds, and an attention starts the next ones', async () => {
    const { centre, caseId } = await assaulted(undefined);
    const lawyer = await centre.as('legal');
    await lawyer.recordEvent({
      caseId,
      event: anEvent('measuresRequested', '2026-06-10 09:30', { measures: [measure('no-approach')] }),
    });
    const psychologist = await centre.as('psico');
    const { staff } = await centre.sessionOf('psico');
    const interview = {
      ...{ on: '2026-06-10', started: '09:10', ended: null, modality: 'centre' as const, place: null },
      ...{ toldStory: true, present: [{ staffId: staff.id, service: 'psychology' as const }] },
    };
    await psychologist.recordInterview({ caseId, interview });
    const terms = await termsOf(centre, caseId);
    expect(terms.get('D30')).toMatchObject({ state: 'done', doneOn: '2026-06-10' });
    expect(terms.get('D33b')).toMatchObject({ state: 'done', doneOn: '2026-06-10' });
    expect(terms.get('D31b')).toMatchObject({ state: 'open', trigger: { kind: 'firstInterview' } });
    expect(end(terms.get('D23'))).toEqual(['2027-06-10 23:59', '2027-06-10 23:59']);
    expect(terms.get('D23')).toMatchObject({ state: 'date' });
  });

  it.each([
    ['2026-06-15', 'D40b', '2026-06-22'],
    ['2026-07-20', 'D41b', '2026-08-04'],
  ])('run again from the contact of %s: %s, by %s', async (on, ruleId, due) => {
    const { centre, caseId, terms } = await assaulted(undefined);
    expect([...terms.keys()].filter((id) => /^D4/.test(id))).toEqual([]);
    centre.clock.set(`${on}T15:00:00.000Z`);
    const next = await centre.restart();
    const { staff } = await next.sessionOf('psico');
    const when = { on, started: '09:10', ended: null, modality: 'centre' as const, place: null };
    const present = [{ staffId: staff.id, service: 'psychology' as const }];
    const interview = { ...when, toldStory: false, present };
    await (await next.as('psico')).recordInterview({ caseId, interview });
    const after = await termsOf(next, caseId);
    expect([...after.keys()].filter((id) => /^D4/.test(id))).toEqual([ruleId]);
    expect(after.get(ruleId)).toMatchObject({ state: 'open', warnsAt: { on: due } });
    expect(after.get('D34b')).toMatchObject({ state: 'done', doneOn: on });
  });
});

/** Facts that demand an answer the same day (D14): nobody ends an interview over them silently. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { SameDayFact } from '../../../src/shared/risk/index.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import { sectionBForm } from '../../support/case-builder.ts';
import { riskAnswers, signing } from '../../support/risk-answers.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

afterEach(closeCentres);

type Answer = InputGivenOf<Contract['answerSameDay']>['answer'];

const step: Answer = {
  ...{ kind: 'policeTold', words: 'Se llamó a la comisaría.', who: 'S2 PNP Inventado' },
  ...{ on: '2026-06-10', time: '08:30', documentId: null },
};
const hindered: Answer = { kind: 'couldNotAsk', words: 'Su hijo estaba presente.' };
const broken = (reason: string) => ({ failure: { code: 'rule-broken', reason } });

async function threatened(b: Record<string, unknown> = { psychologicalActs: ['deathThreat'] }) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({ b: { answers: b } });
  const psychologist = await centre.as('psico');
  const answer = (facts: SameDayFact[], given: Answer) => psychologist.answerSameDay({ caseId, facts, answer: given });
  const openFacts = async () =>
    (await psychologist.getSameDay({ caseId })).facts
      .filter(({ closedAt }) => closedAt === null)
      .map(({ fact }) => fact);
  return { centre, caseId, psychologist, answer, openFacts };
}

async function interview(centre: TestCentre, caseId: string, ended: string | null = null) {
  const psychologist = await centre.as('psico');
  const { staffId } = await centre.sessionOf('psico').then(({ staff }) => ({ staffId: staff.id }));
  await psychologist.recordInterview({
    caseId,
    interview: {
      ...{ on: '2026-06-10', started: '08:10', ended, modality: 'centre', place: null, toldStory: true },
      present: [{ staffId, service: 'psychology' }],
    },
  });
  const { interviews } = await psychologist.listInterviews({ caseId });
  const part = interviews[0]?.parts[0];
  return (sign: boolean) =>
    psychologist.writeInterviewPart({
      ...{ caseId, partId: part?.id ?? '', version: part?.version ?? 0, body: 'Observado.', sign },
    });
}

describe('the end of an interview', () => {
  it('waits until each fact has an answer', async () => {
    const { centre, caseId, answer, openFacts } = await threatened();
    expect(await openFacts()).toEqual(['deathThreat']);
    const write = await interview(centre, caseId);
    await expect(write(true)).rejects.toMatchObject(broken('same-day-unanswered'));
    await expect(interview(centre, caseId, '09:00')).rejects.toMatchObject(broken('same-day-unanswered'));
    await answer(['deathThreat'], step);
    expect((await write(true)).version).toBe(2);
    expect(await openFacts()).toEqual([]);
  });

  it('is let go by «no se pudo preguntar» with a reason, and the fact stays open', async () => {
    const { centre, caseId, answer, openFacts } = await threatened();
    const write = await interview(centre, caseId);
    await expect(answer(['deathThreat'], { ...hindered, words: ' ' })).rejects.toMatchObject({
      failure: { code: 'invalid' },
    });
    await answer(['deathThreat'], hindered);
    expect((await write(true)).version).toBe(2);
    expect(await openFacts()).toEqual(['deathThreat']);
    await answer(['deathThreat'], step);
    expect(await openFacts()).toEqual([]);
  });

  it('does not wait where nothing was told', async () => {
    const { centre, caseId } = await threatened({});
    expect((await (await interview(centre, caseId, '08:40'))(true)).version).toBe(2);
  });
});

describe('answerSameDay', () => {
  it('refuses what is closed, future, or done by a paper of nobody', async () => {
    const { answer } = await threatened();
    await expect(answer(['weapon'], step)).rejects.toMatchObject(broken('same-day-closed'));
    await expect(answer(['deathThreat'], { ...step, on: '2026-06-11' })).rejects.toMatchObject(
      broken('same-day-future'),
    );
    // Before the fact, and before the ficha.
    for (const on of ['2019-01-01', '2026-06-09'])
      await expect(answer(['deathThreat'], { ...step, on })).rejects.toMatchObject({
        failure: { reason: 'same-day-before', issues: [{ path: 'answer.on' }] },
      });
    const documentId = crypto.randomUUID();
    await expect(answer(['deathThreat'], { ...step, documentId })).rejects.toMatchObject(broken('same-day-paper'));
    await answer(['deathThreat'], step);
    await expect(answer(['deathThreat'], step)).rejects.toMatchObject(broken('same-day-closed'));
  });

  it('takes back only what the record no longer says, and the hours of the kit take nothing back', async () => {
    const { centre, caseId } = await threatened({
      violenceType: 3,
      sexualActs: ['rape'],
      physicalActs: [],
    });
    const notSo: Answer = { kind: 'notSo', words: 'Se marcó por error.' };
    centre.clock.set('2026-06-20T14:00:00.000Z');
    const later = await (await centre.restart()).as('psico');
    const { facts } = await later.getSameDay({ caseId });
    expect(facts).toMatchObject([{ fact: 'rapeWithinKit', closedAt: null }]);
    await expect(later.answerSameDay({ caseId, facts: ['rapeWithinKit'], answer: notSo })).rejects.toMatchObject(
      broken('same-day-still-told'),
    );
    const { version } = await later.getSectionB({ caseId });
    const reason = { code: 'typing', text: null } as never;
    await later.saveSectionB({ caseId, version, form: sectionBForm(), reason });
    await later.answerSameDay({ caseId, facts: ['rapeWithinKit'], answer: notSo });
    expect((await later.getSameDay({ caseId })).facts).toMatchObject([{ closedAt: expect.any(String) as string }]);
  });

  it('is done by a writ of the ficha, which is named beside it', async () => {
    const { centre, caseId, psychologist, answer } = await threatened();
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const decided = {
      addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
      measures: [{ code: 'removal-from-home' as const, reason: 'Él volvió a la vivienda.', detail: null }],
      articles: ['l-22'],
    };
    await lawyer.issueFiling({ caseId, kind: 3, options: { ...options, ...decided }, missingReason: 'urgency' });
    const { papers } = await psychologist.getSameDay({ caseId });
    expect(papers).toHaveLength(1);
    const asked = { ...step, kind: 'measureAsked', documentId: papers[0]?.id ?? null } as Answer;
    await answer(['deathThreat'], asked);
    const { facts } = await psychologist.getSameDay({ caseId });
    expect(facts).toMatchObject([{ closedAt: expect.any(String) as string, answers: [{ paper: papers[0]?.number }] }]);
  });

  it('keeps who answered what in order, for good', async () => {
    const { centre, caseId, psychologist, answer } = await threatened();
    await answer(['deathThreat'], hindered);
    await answer(['deathThreat'], step);
    const { facts } = await psychologist.getSameDay({ caseId });
    expect(facts).toMatchObject([
      {
        fact: 'deathThreat',
        answers: [
          { kind: 'couldNotAsk', words: 'Su hijo estaba presente.', who: null, by: 'Paula Inventada Psicóloga' },
          { kind: 'policeTold', who: 'S2 PNP Inventado', on: '2026-06-10', time: '08:30' },
        ],
      },
    ]);
    await insideFile(centre.folder, (db) => {
      expect(() => db.prepare(`update same_day_answer set words = 'otra cosa'`).run()).toThrow('final');
      expect(() => db.prepare('update same_day_fact set closed_at = null, closed_by = null').run()).toThrow('closed');
    });
  });
});

describe('an open fact', () => {
  it('stands on the screens of the team and of Coordinación until somebody closed it', async () => {
    const { centre, caseId, answer } = await threatened();
    const label = ['Amenaza de muerte'];
    for (const login of ['psico', 'coordina'] as const) {
      const member = await centre.as(login);
      expect((await member.getCase({ caseId })).sameDay).toEqual(label);
      expect((await member.readMyDay({})).lines[0]?.items[0]?.task).toBe('Responder: amenaza de muerte');
    }
    await answer(['deathThreat'], step);
    const psychologist = await centre.as('psico');
    expect((await psychologist.getCase({ caseId })).sameDay).toEqual([]);
    const { lines } = await psychologist.readMyDay({});
    expect(lines.flatMap(({ items }) => items.filter(({ kind }) => kind === 'sameDay'))).toEqual([]);
  });

  it('opens again with a new form or a new breach, not by saving a section again', async () => {
    const { centre, caseId, psychologist, answer, openFacts } = await threatened();
    await answer(['deathThreat'], step);
    const { version } = await psychologist.getSectionB({ caseId });
    const form = sectionBForm({ answers: { psychologicalActs: ['deathThreat'] } });
    await psychologist.saveSectionB({ caseId, version, form, reason: { code: 'typing', text: null } as never });
    expect(await openFacts()).toEqual([]);
    const { items } = riskAnswers('no');
    await psychologist.assessRisk({
      ...{ caseId, ...signing },
      answers: riskAnswers('no', { items: { ...items, threatToKill: 'yes', stillTogether: 'yes' } }),
    });
    expect(await openFacts()).toEqual(['deathThreat']);
    centre.clock.advance(1000);
    await psychologist.recordAttention({
      caseId,
      attention: {
        ...{ action: 'psychology-breach', on: '2026-06-10', time: null, withWhom: 'user', outcome: 'done' },
        note: null,
      },
    });
    expect(await openFacts()).toEqual(['deathThreat', 'measureBreached']);
  });
});

/** Questions for the next interview: asked for by a paper or by a person, until she was asked. */
import { afterEach, describe, expect, it } from 'vitest';
import type { NewQuestion } from '../../../src/shared/care/index.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const place: NewQuestion = {
  ...{ fact: 'hechos.lugar', words: 'Lugar del hecho', place: 'section-b', field: 'place' },
  wantedFor: 'Apelación contra auto de medidas',
};
const own: NewQuestion = { fact: null, words: '¿Tiene testigos?', place: null, field: null, wantedFor: null };

async function asked(centre: TestCentre, login: 'psico' | 'legal', caseId: string) {
  return (await (await centre.as(login)).listInterviewQuestions({ caseId })).questions;
}

describe('questions for the next interview', () => {
  it('a fact is asked for once, however many papers lack it; own questions as often as they are written', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    expect(await lawyer.addInterviewQuestions({ caseId, questions: [place, place, own] })).toEqual({ added: 2 });
    const again = { ...place, wantedFor: 'Denuncia' };
    expect(await lawyer.addInterviewQuestions({ caseId, questions: [again, own] })).toEqual({ added: 1 });
    const questions = await asked(centre, 'psico', caseId);
    expect(questions.map(({ words }) => words).sort()).toEqual([own.words, own.words, place.words].sort());
    expect(questions.find(({ fact }) => fact !== null)).toMatchObject({
      ...place,
      ...{ state: 'open', wantedBy: 'Luz Inventada Legal', settledBy: null, settledAt: null },
    });
  });

  it('who held the interview says what became of it, once; asking again keeps what was said', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const psychologist = await centre.as('psico');
    await lawyer.addInterviewQuestions({ caseId, questions: [place, own] });
    const first = (await asked(centre, 'psico', caseId)).find(({ fact }) => fact !== null);
    const target = { caseId, questionId: first?.id ?? '', version: 1 };
    await psychologist.settleInterviewQuestion({ ...target, state: 'unanswered' });
    const settled = await asked(centre, 'legal', caseId);
    // What waits comes first.
    expect(settled.map(({ state }) => state)).toEqual(['open', 'unanswered']);
    expect(settled[1]).toMatchObject({ id: first?.id, settledBy: 'Paula Inventada Psicóloga' });
    expect(settled[1]?.settledAt).not.toBeNull();
    for (const version of [1, 2]) {
      const again = () => lawyer.settleInterviewQuestion({ ...target, version, state: 'answered' });
      expect(await refusal(again)).toBe('conflict/');
    }
    expect(await lawyer.addInterviewQuestions({ caseId, questions: [place] })).toEqual({ added: 1 });
    const facts = (await asked(centre, 'legal', caseId)).filter(({ fact }) => fact !== null);
    expect(facts.map(({ state }) => state)).toEqual(['open', 'unanswered']);
    expect((await (await centre.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });

  it('belongs to its ficha: not told, asked for nor settled from another, nor by the desk', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const other = await centre.aCase();
    const lawyer = await centre.as('legal');
    await lawyer.addInterviewQuestions({ caseId, questions: [place] });
    const [one] = await asked(centre, 'legal', caseId);
    expect(await asked(centre, 'legal', other.caseId)).toEqual([]);
    const foreign = { caseId: other.caseId, questionId: one?.id ?? '', version: 1, state: 'dropped' as const };
    expect(await refusal(() => lawyer.settleInterviewQuestion(foreign))).toBe('not-found/');
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.listInterviewQuestions({ caseId }))).toBe('forbidden/');
    expect(await refusal(() => desk.addInterviewQuestions({ caseId, questions: [own] }))).toBe('forbidden/');
    expect(await asked(centre, 'legal', caseId)).toHaveLength(1);
  });

  it.each([
    ['nothing', { words: '  ' }],
    ['more than 300 characters', { words: 'a'.repeat(301) }],
    ['a field of no page', { place: null, field: 'place' }],
  ])('refuses %s and stores none of the list', async (_what, change) => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const wrong = () => lawyer.addInterviewQuestions({ caseId, questions: [own, { ...place, ...change }] });
    expect(await refusal(wrong)).toBe('invalid/');
    expect(await asked(centre, 'legal', caseId)).toEqual([]);
  });
});

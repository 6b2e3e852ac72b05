/** Every variable goes form → store → form → official code and comes back as it was given. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  contextOf,
  formSectionIds,
  plainSectionIds,
  sectionOf,
  type AnswersBySection,
  type PlainForm,
} from '../../../src/shared/intake/index.ts';
import type { Answers, Question, Questions } from '../../../src/shared/record/index.ts';
import { answerOfColumns, columnsOfAnswer, columnsOfQuestion } from '../../../src/shared/register/columns.ts';
import { anyAnswers } from '../../support/any-answers.ts';
import { sectionAForm } from '../../support/case-builder.ts';
import { randomRuns } from '../../support/random-runs.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';

let centre: TestCentre;
let caseId = '';
beforeAll(async () => {
  centre = await startCentre();
  ({ caseId } = await centre.aCase({ isValidated: false }));
});
afterAll(closeCentres);

/** What the official columns can tell: no question of our own, and «none ticked» is as empty as «not asked». */
function tellable(question: Question, answer: unknown): unknown {
  const isTold = columnsOfQuestion(question).length > 0 && !(Array.isArray(answer) && answer.length === 0);
  return isTold ? answer : null;
}

/** Codes a column may hold; null where it holds a text, a number or a part of a date. */
function codesIn(question: Question): readonly string[] | null {
  if (question.kind === 'ticks') return ['1', ''];
  if (question.kind === 'yesNo') return ['0', '1', ''];
  return question.kind === 'choice' ? [...question.options.map((option) => String(option.code)), ''] : null;
}

/** Each column holds one of the codes of its question, and the columns together give the answer back. */
function expectOfficial(questions: Questions, answers: Answers): void {
  for (const [name, question] of Object.entries(questions)) {
    const columns = columnsOfAnswer(question, answers[name]);
    expect(Object.keys(columns)).toEqual(columnsOfQuestion(question).map(({ variable }) => variable));
    const codes = codesIn(question);
    if (codes !== null) expect(Object.values(columns).filter((value) => !codes.includes(value))).toEqual([]);
    expect(answerOfColumns(question, columns), name).toEqual(tellable(question, answers[name]));
  }
}

/** Answers of all sections, each under the answers of those before it. */
const wholeForm = formSectionIds.reduce(
  (before, id): fc.Arbitrary<AnswersBySection> =>
    before.chain((answers) =>
      anyAnswers(
        sectionOf(id).questions,
        contextOf(id, answers),
        // The informant is a person record of its own; the district of residence is also the person's.
        id === 'a' ? { informantIsUser: 1, homeDistrict: '150132', aggressorHomeDistrict: null } : {},
      ).map((own) => ({ ...answers, [id]: own })),
    ),
  fc.constant<AnswersBySection>({}),
);

async function saveAndRead(given: AnswersBySection): Promise<AnswersBySection> {
  const writer = await centre.as('legal');
  const a = await writer.getSectionA({ caseId });
  await writer.saveSectionA({
    caseId,
    version: a.version,
    form: { ...sectionAForm(), user: a.form.user, aggressor: a.form.aggressor, answers: given.a as never },
  });
  const b = await writer.getSectionB({ caseId });
  await writer.saveSectionB({ caseId, version: b.version, form: { ...b.form, answers: given.b as never } });
  const read: AnswersBySection = {
    a: (await writer.getSectionA({ caseId })).form.answers,
    b: (await writer.getSectionB({ caseId })).form.answers,
  };
  for (const section of plainSectionIds) {
    const { version } = await writer.getFormSection({ caseId, section });
    const form = { section, answers: given[section] } as PlainForm;
    await writer.saveFormSection({ caseId, version, form });
    read[section] = (await writer.getFormSection({ caseId, section })).form.answers;
  }
  return read;
}

describe('every variable', () => {
  it('comes back from the encrypted store as given, and from its official code', async () => {
    await fc.assert(
      fc.asyncProperty(wholeForm, async (given) => {
        centre.clock.advance(2000);
        const read = await saveAndRead(given);
        expect(read).toEqual(given);
        for (const id of formSectionIds) expectOfficial(sectionOf(id).questions, read[id] ?? {});
      }),
      { ...randomRuns(12), endOnFailure: true },
    );
  });

  it('has an official code for each answer of each list, 0 included', () => {
    for (const id of formSectionIds) {
      for (const question of Object.values(sectionOf(id).questions)) {
        const codes = question.kind === 'yesNo' ? [0, 1] : [];
        const all = question.kind === 'choice' ? question.options.map((option) => option.code) : codes;
        for (const code of all) expect(answerOfColumns(question, columnsOfAnswer(question, code))).toBe(code);
      }
    }
  });
});

/** Questions for the next interview: what a paper lacked, or what somebody wants to know, until she was asked. */
import { questionWordsSchema, type InterviewQuestion, type questionContract } from '../../shared/care/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { z } from '../../shared/platform/zod.ts';
import { staffNames } from '../access/index.ts';
import { findDraft, forgetTyped } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { byNow, cellsOf, nextVersions, rowOf, rowsOf, valuesIn, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type CareTables, type Use } from './tables.ts';

type Contract = typeof questionContract;
type Row = CareTables['interview_question'];

/** A half typed question as the window keeps it. */
const draftSchema = z
  .string()
  .transform((body, context): unknown => {
    try {
      return JSON.parse(body);
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(z.object({ values: z.object({ words: questionWordsSchema }) }));

function toQuestion(row: Row, names: ReadonlyMap<string, string>): InterviewQuestion {
  return {
    ...cellsOf(row, 'id', 'fact', 'words', 'place', 'field', 'wanted_for', 'wanted_at', 'state', 'settled_at'),
    ...cellsOf(row, 'version'),
    wantedBy: names.get(row.wanted_by) ?? '',
    settledBy: row.settled_by === null ? null : (names.get(row.settled_by) ?? ''),
  };
}

async function list(unit: Use, { caseId }: { caseId: CaseId }): Promise<OutputOf<Contract['listInterviewQuestions']>> {
  const rows = await rowsOf(tablesIn(unit.trx), 'interview_question', { case_id: caseId }, 'wanted_at', 'id');
  const names = await staffNames(unit.trx);
  const isSettled = ({ state }: Row) => Number(state !== 'open');
  unit.note({ questions: rows.length });
  return {
    questions: rows.toSorted((one, other) => isSettled(one) - isSettled(other)).map((row) => toQuestion(row, names)),
  };
}

/** Facts of a case that wait to be asked. */
async function openFacts(trx: Trx, caseId: CaseId): Promise<Set<string>> {
  const facts = await valuesIn(tablesIn(trx), 'interview_question.fact', { case_id: caseId, state: 'open' });
  return new Set(facts.filter((fact) => fact !== null));
}

async function add(unit: Use, { caseId, questions }: InputOf<Contract['addInterviewQuestions']>) {
  const known = await openFacts(unit.trx, caseId);
  let added = 0;
  for (const { fact, words, place, field, wantedFor } of questions) {
    if (fact !== null && known.has(fact)) continue;
    if (fact !== null) known.add(fact);
    const id = unit.newId<'InterviewQuestionId'>();
    await insertRecord(unit, tablesIn, 'interview_question', {
      ...{ id, case_id: caseId, fact, words, place, field, wanted_for: wantedFor },
      ...byNow(unit, 'wanted'),
      ...{ state: 'open', settled_by: null, settled_at: null, version: 1 },
    });
    added += 1;
  }
  await eraseDraftOf(unit, caseId, questions);
  unit.note({ added });
  return { added };
}

/** What was half typed is erased with the question that it became; a draft that says something else stays. */
async function eraseDraftOf(unit: Use, caseId: CaseId, questions: readonly { readonly words: string }[]) {
  const key = { staffId: unit.session.staffId, form: 'question', caseId };
  const draft = await findDraft(unit.trx, key);
  const typed = draftSchema.safeParse(draft?.body).data?.values.words;
  if (questions.some(({ words }) => words === typed)) await forgetTyped(unit, 'question', caseId);
}

async function settle(unit: Use, input: InputOf<Contract['settleInterviewQuestion']>) {
  const { caseId, questionId, version, state } = input;
  const row = await rowOf(tablesIn(unit.trx), 'interview_question', { id: questionId, case_id: caseId });
  if (row.version !== version || row.state !== 'open') throw fail('conflict');
  const change = { state, ...byNow(unit, 'settled') };
  await nextVersions(tablesIn(unit.trx), 'interview_question', { id: questionId }, change);
  unit.touch('interview_question', questionId);
  unit.note({ state });
  return { version: version + 1 };
}

export const questionHandlers: Handlers<Contract, Trx> = {
  listInterviewQuestions: inside(list),
  addInterviewQuestions: inside(add),
  settleInterviewQuestion: inside(settle),
};

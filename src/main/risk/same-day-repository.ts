/** Rows of the facts that demand an answer the same day, and of what was answered to each. */
import type { CaseId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { insertRow, nextVersions, rowsOf, valuesIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type RiskTables } from './tables.ts';

export type FactRow = RiskTables['same_day_fact'];
export type AnswerRow = RiskTables['same_day_answer'] & { readonly paper: string | null };

/** Oldest first. */
export async function listFacts(trx: Trx, caseId: CaseId): Promise<FactRow[]> {
  return rowsOf(tablesIn(trx), 'same_day_fact', { case_id: caseId }, 'opened_at', 'id');
}

/** Answers to the facts of a case, oldest first, each with the number of the paper that it names. */
export async function listAnswers(trx: Trx, caseId: CaseId): Promise<AnswerRow[]> {
  return tablesIn(trx)
    .selectFrom('same_day_answer')
    .innerJoin('same_day_fact', 'same_day_fact.id', 'same_day_answer.fact_id')
    .leftJoin('issued_document', 'issued_document.id', 'same_day_answer.document_id')
    .selectAll('same_day_answer')
    .select('issued_document.number as paper')
    .where('same_day_fact.case_id', '=', caseId)
    .orderBy('same_day_answer.position')
    .execute();
}

/** Every answer to the facts of these cases, with the day on which it was done; null where nothing was. */
export async function sameDayAnswersAmong(trx: Trx, caseIds: readonly CaseId[]) {
  return tablesIn(trx)
    .selectFrom('same_day_answer')
    .innerJoin('same_day_fact', 'same_day_fact.id', 'same_day_answer.fact_id')
    .select(['same_day_fact.case_id as caseId', 'fact', 'kind', 'words', 'done_on as on', 'answered_at as at'])
    .where('same_day_fact.case_id', 'in', among(caseIds))
    .orderBy('answered_at')
    .orderBy('position')
    .execute();
}

/** One more answer; with `closes` it is the last one. */
export async function insertAnswer(
  trx: Trx,
  row: Omit<RiskTables['same_day_answer'], 'position'>,
  closes: boolean,
): Promise<void> {
  const { fact_id: id } = row;
  const given = await valuesIn(tablesIn(trx), 'same_day_answer.position', { fact_id: id });
  await insertRow(tablesIn(trx), 'same_day_answer', { ...row, position: given.length + 1 });
  const end = closes ? { closed_by: row.answered_by, closed_at: row.answered_at } : {};
  await nextVersions(tablesIn(trx), 'same_day_fact', { id }, end);
}

const doneBy = ['referral', 'filing', 'official-letter'] as const;

/** Papers of a case by which something may have been done, newest first. */
export async function papersOf(trx: Trx, caseId: CaseId) {
  return tablesIn(trx)
    .selectFrom('issued_document')
    .select(['id', 'number', 'issued_at'])
    .where('case_id', '=', caseId)
    .where('kind', 'in', doneBy)
    .orderBy('issued_at', 'desc')
    .execute();
}

/** «Ninguna es ella»: who was asked about in a ficha and what was said, one row for each person. */
import type { LikelyPerson, PairRole } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { CaseRow } from './case-repository.ts';
import { byNow, insertRecord, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type IntakeTables, type Trx, type Use } from './tables.ts';

type Answer = NonNullable<LikelyPerson['answer']>;

/** The newest answer about each person. */
export async function identityAnswers(trx: Trx, caseId: CaseId, role: PairRole): Promise<ReadonlyMap<string, Answer>> {
  const rows = await rowsOf(tablesIn(trx), 'identity_answer', { case_id: caseId, role }, 'answered_at');
  return new Map(rows.map(({ person_id, answer }) => [person_id, answer]));
}

/** Whether either of two persons was said to be somebody else than the other, in a ficha of the other. */
export async function areToldApart(trx: Trx, [one, other]: readonly [string, string]): Promise<boolean> {
  const rows = await tablesIn(trx)
    .selectFrom('identity_answer')
    .innerJoin('case_file', 'case_file.id', 'identity_answer.case_id')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select(['identity_answer.person_id as about', 'identity_answer.role', 'case_pair.user_id', 'aggressor_id'])
    .where('identity_answer.person_id', 'in', [one, other])
    .where('identity_answer.answer', '=', 'different')
    .execute();
  return rows.some((row) => row[`${row.role}_id`] === (row.about === one ? other : one));
}

/** A person of the record about whom one of the two of a ficha was compared. */
type About = { readonly caseId: CaseId; readonly role: PairRole; readonly personId: string };

export async function keepIdentityAnswer(unit: Use, { caseId, role, personId }: About, answer: Answer): Promise<void> {
  const said = { case_id: caseId, role, person_id: personId, answer };
  const row = { id: unit.newId(), ...said, ...byNow(unit, 'answered'), version: 1 };
  await insertRecord(unit, tablesIn, 'identity_answer', row);
}

/** What was said when the ficha was opened is asked again: more was told since. Answers of whom it was said. */
export function eraseDoorAnswers(unit: Use, row: Pick<CaseRow, 'id' | 'opened_at'>, role: PairRole): Promise<string[]> {
  return erase(unit, { case_id: row.id, role, answered_at: row.opened_at });
}

/** What was said of one person in this ficha is asked again; the history of the ficha keeps it. Answers whether anything was. */
export async function eraseIdentityAnswers(unit: Use, { caseId, role, personId }: About): Promise<boolean> {
  return (await erase(unit, { case_id: caseId, role, person_id: personId })).length > 0;
}

async function erase(unit: Use, said: Partial<IntakeTables['identity_answer']>): Promise<string[]> {
  const rows = await rowsOf(tablesIn(unit.trx), 'identity_answer', said);
  for (const { id } of rows) {
    await tablesIn(unit.trx).deleteFrom('identity_answer').where('id', '=', id).execute();
    unit.touch('identity_answer', id);
  }
  return rows.map(({ person_id }) => person_id);
}

/** «Ninguna es ella»: who was asked about in a ficha and what was said, one row for each person. */
import type { LikelyPerson, PairRole } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { CaseRow } from './case-repository.ts';
import { insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Answer = NonNullable<LikelyPerson['answer']>;

/** The newest answer about each person. */
export async function identityAnswers(trx: Trx, caseId: CaseId, role: PairRole): Promise<ReadonlyMap<string, Answer>> {
  const rows = await tablesIn(trx)
    .selectFrom('identity_answer')
    .select(['person_id', 'answer'])
    .where('case_id', '=', caseId)
    .where('role', '=', role)
    .orderBy('answered_at')
    .execute();
  return new Map(rows.map(({ person_id, answer }) => [person_id, answer]));
}

/** Whether either of two persons was said to be somebody else than the other, in a ficha of the other. */
export async function areToldApart(trx: Trx, [one, other]: readonly [string, string]): Promise<boolean> {
  const rows = await tablesIn(trx)
    .selectFrom('identity_answer')
    .innerJoin('case_file', 'case_file.id', 'identity_answer.case_id')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select([
      'identity_answer.person_id as about',
      'identity_answer.role',
      'case_pair.user_id',
      'case_pair.aggressor_id',
    ])
    .where('identity_answer.person_id', 'in', [one, other])
    .where('identity_answer.answer', '=', 'different')
    .execute();
  return rows.some((row) => row[`${row.role}_id`] === (row.about === one ? other : one));
}

export async function keepIdentityAnswer(
  unit: Use,
  said: { readonly caseId: CaseId; readonly role: PairRole; readonly personId: string; readonly answer: Answer },
): Promise<void> {
  const id = unit.newId();
  await insertRecord(unit, tablesIn, 'identity_answer', {
    ...{ id, case_id: said.caseId, role: said.role, person_id: said.personId, answer: said.answer },
    ...{ answered_by: unit.session.staffId, answered_at: unit.now, version: 1 },
  });
}

/** What was said when the ficha was opened is asked again: more was told since. Answers of whom it was said. */
export async function eraseDoorAnswers(
  unit: Use,
  row: Pick<CaseRow, 'id' | 'opened_at'>,
  role: PairRole,
): Promise<string[]> {
  const rows = await tablesIn(unit.trx)
    .deleteFrom('identity_answer')
    .where('case_id', '=', row.id)
    .where('role', '=', role)
    .where('answered_at', '=', row.opened_at)
    .returning(['id', 'person_id'])
    .execute();
  for (const { id } of rows) unit.touch('identity_answer', id);
  return rows.map(({ person_id }) => person_id);
}

/** What was said of one person in this ficha is asked again; the history of the ficha keeps it. Answers whether anything was. */
export async function eraseIdentityAnswers(
  unit: Use,
  { caseId, role, personId }: { readonly caseId: CaseId; readonly role: PairRole; readonly personId: string },
): Promise<boolean> {
  const rows = await tablesIn(unit.trx)
    .deleteFrom('identity_answer')
    .where('case_id', '=', caseId)
    .where('role', '=', role)
    .where('person_id', '=', personId)
    .returning('id')
    .execute();
  for (const { id } of rows) unit.touch('identity_answer', id);
  return rows.length > 0;
}

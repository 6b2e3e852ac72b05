/** The persons of a case as conflicts of interest compare them. */
import { firstOfEach, type UserPerson } from '../../shared/people/index.ts';
import { hasConflict, type CasePersons } from '../conflicts/index.ts';
import type { Trx } from '../database.ts';
import { getRecord } from '../people/index.ts';
import type { CaseRow } from './case-repository.ts';
import { listParticipantRows } from './participant-repository.ts';

/**
 * User, aggressor, informant and who else has a part in it; the persons they may turn out to be count too, until
 * somebody settles it. Who has several documents stands there once for each.
 */
export async function personsOfCase(trx: Trx, row: CaseRow): Promise<UserPerson[]> {
  const pair = await trx.selectFrom('case_pair').selectAll().where('id', '=', row.pair_id).executeTakeFirstOrThrow();
  const others = (await listParticipantRows(trx, row.id)).map((one) => one.person_id);
  const ids = [pair.user_id, pair.aggressor_id, row.informant_id, row.maybe_user_id, row.maybe_aggressor_id, ...others];
  const persons: UserPerson[] = [];
  for (const id of new Set(ids)) {
    if (id === null) continue;
    const { record } = await getRecord(trx, id);
    for (const document of record.documents) persons.push({ ...firstOfEach(record), document });
  }
  return persons;
}

export function isClosedTo(trx: Trx, row: CaseRow, staffId: string): Promise<boolean> {
  return hasConflict(trx, { staffId, caseId: row.id }, () => personsOfCase(trx, row));
}

export const casePersons: CasePersons = async (trx) => {
  const rows = await trx
    .selectFrom('case_file')
    .selectAll()
    .where('annulled_at', 'is', null)
    .orderBy('number', 'desc')
    .execute();
  const cases = [];
  for (const row of rows) {
    cases.push({ caseId: row.id, number: row.number, persons: await personsOfCase(trx, row) });
  }
  return cases;
};

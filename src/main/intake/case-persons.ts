/** The persons of a case as conflicts of interest compare them. */
import type { UserPerson } from '../../shared/people/index.ts';
import { hasConflict, type CasePersons } from '../conflicts/index.ts';
import type { Trx } from '../database.ts';
import { getPerson } from '../people/index.ts';
import type { CaseRow } from './case-repository.ts';

/** User, aggressor and informant; the persons they may turn out to be count too, until somebody settles it. */
export async function personsOfCase(trx: Trx, row: CaseRow): Promise<UserPerson[]> {
  const pair = await trx.selectFrom('case_pair').selectAll().where('id', '=', row.pair_id).executeTakeFirstOrThrow();
  const ids = [pair.user_id, pair.aggressor_id, row.informant_id, row.maybe_user_id, row.maybe_aggressor_id];
  const persons: UserPerson[] = [];
  for (const id of ids) if (id !== null) persons.push(await getPerson(trx, id));
  return persons;
}

export function isClosedTo(trx: Trx, row: CaseRow, staffId: string): Promise<boolean> {
  return hasConflict(trx, { staffId, caseId: row.id }, () => personsOfCase(trx, row));
}

export const casePersons: CasePersons = async (trx) => {
  const rows = await trx.selectFrom('case_file').selectAll().orderBy('number', 'desc').execute();
  const cases = [];
  for (const row of rows) {
    cases.push({ caseId: row.id, number: row.number, persons: await personsOfCase(trx, row) });
  }
  return cases;
};

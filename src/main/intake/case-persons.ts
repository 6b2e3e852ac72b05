/** The persons of a case as conflicts of interest compare them. */
import { firstOfEach } from '../../shared/people/index.ts';
import { hasConflict, type CasePerson, type CasePersons } from '../conflicts/index.ts';
import type { Trx } from '../database.ts';
import { getRecord } from '../people/index.ts';
import type { CaseRow } from './case-repository.ts';
import { listParticipantRows } from './participant-repository.ts';

/**
 * User, aggressor, informant and who else has a part in it; the persons they may turn out to be count too, until
 * somebody settles it.
 */
async function personsOfCase(trx: Trx, row: CaseRow): Promise<CasePerson[]> {
  const pair = await trx.selectFrom('case_pair').selectAll().where('id', '=', row.pair_id).executeTakeFirstOrThrow();
  const others = (await listParticipantRows(trx, row.id)).map((one) => one.person_id);
  const ids = [pair.user_id, pair.aggressor_id, row.informant_id, row.maybe_user_id, row.maybe_aggressor_id, ...others];
  const persons: CasePerson[] = [];
  for (const personId of new Set(ids)) {
    if (personId === null) continue;
    const { record } = await getRecord(trx, personId);
    const { givenNames, firstSurname, secondSurname } = firstOfEach(record);
    persons.push({ personId, givenNames, firstSurname, secondSurname, documents: record.documents });
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
    const { id, number, is_sealed } = row;
    cases.push({ caseId: id, number, isSealed: is_sealed === 1, persons: await personsOfCase(trx, row) });
  }
  return cases;
};

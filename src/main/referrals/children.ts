/** Children who have a part in a case, for the letters that are about one and for the count of those who go with her. */
import { ageOf } from '../../shared/intake/index.ts';
import type { UserPerson } from '../../shared/people/index.ts';
import { displayName, firstOfEach } from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { listParticipantRows, recordFor, type Reader } from '../intake/index.ts';
import { getRecord } from '../people/index.ts';
import type { Trx } from './tables.ts';

export type CaseChild = {
  /** Of her part in the case. */
  readonly id: string;
  readonly personId: string;
  readonly person: UserPerson;
  /** Completed years; null when neither birth nor age is known. */
  readonly age: number | null;
  readonly livesWithUser: boolean | null;
};

const adultAge = 18;

/**
 * Children of the user and other minors of the case, in the order in which they were added: who is a child by whatever the
 * record knows, told with what the reader may see.
 */
export async function childrenOf(trx: Trx, caseId: CaseId, reader: Reader): Promise<CaseChild[]> {
  const children: CaseChild[] = [];
  for (const row of await listParticipantRows(trx, caseId)) {
    const { record } = await getRecord(trx, row.person_id);
    const years = ageOf(record, reader.today);
    if (record.isDeceased || (years === null ? row.role !== 'child' : years >= adultAge)) continue;
    const { record: seen } = await recordFor(trx, reader, { caseId, personId: row.person_id });
    const livesWithUser = row.lives_with_user === null ? null : row.lives_with_user === 1;
    const age = ageOf(seen, reader.today);
    children.push({ id: row.id, personId: row.person_id, person: firstOfEach(seen), age, livesWithUser });
  }
  return children;
}

export function childLabel({ person, age }: CaseChild): string {
  const name = displayName(person);
  return age === null ? name : `${name}, ${age === 1 ? '1 año' : `${age} años`}`;
}

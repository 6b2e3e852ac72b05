/** Telephones of everybody accused in a ficha of hers: a number that one of them has is safe for nobody to call. */
import { sql } from 'kysely';
import { holdSameNumber, type PersonRecord } from '../../shared/people/index.ts';
import { getRecord } from '../people/index.ts';
import type { Trx } from './tables.ts';

/** In any part of hers, in annulled fichas too, and whoever may read them: only what is safe follows from it. */
async function accusedAround(trx: Trx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct aggressor_id as id from case_pair where aggressor_id <> ${personId} and (user_id = ${personId}
      or id in (select pair_id from case_file where informant_id = ${personId}
        or id in (select case_id from case_participant where person_id = ${personId} and removed_at is null)))`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
}

export async function phonesOfAccused(trx: Trx, personId: string): Promise<Pick<PersonRecord, 'contacts'>> {
  const contacts: PersonRecord['contacts'] = [];
  for (const id of await accusedAround(trx, personId)) contacts.push(...(await getRecord(trx, id)).record.contacts);
  return { contacts };
}

/** Whether an accused has this number of hers, or her record says that he uses it. */
export async function isPhoneOfAccused(trx: Trx, personId: string, phone: string | null): Promise<boolean> {
  if (phone === null) return false;
  const { record } = await getRecord(trx, personId);
  const known = [
    ...record.contacts.filter(({ isShared }) => isShared),
    ...(await phonesOfAccused(trx, personId)).contacts,
  ];
  return known.some((one) => holdSameNumber(one.phone, phone));
}

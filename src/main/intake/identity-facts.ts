/** What the record says of a person that cannot be true of two: for telling two persons apart, never for joining them. */
import { contradictionsOf, type Contradiction, type IdentityFacts } from '../../shared/intake/index.ts';
import type { Trx } from '../database.ts';
import { getRecord } from '../people/index.ts';

async function sexesOf(trx: Trx, personId: string): Promise<number[]> {
  const rows = await trx
    .selectFrom('section_a')
    .innerJoin('case_file', 'case_file.id', 'section_a.case_id')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .selectAll('section_a')
    .select('case_pair.user_id')
    .where('case_file.annulled_at', 'is', null)
    .where((where) =>
      where.or([where('case_pair.user_id', '=', personId), where('case_pair.aggressor_id', '=', personId)]),
    )
    .execute();
  const said = rows.map((row) => (row.user_id === personId ? row['user_sex'] : row['aggressor_sex']));
  return [...new Set(said.filter((sex) => typeof sex === 'number'))];
}

async function identityFacts(trx: Trx, personId: string): Promise<IdentityFacts> {
  return { ...(await getRecord(trx, personId)).record, sexes: await sexesOf(trx, personId) };
}

/** Why the person of a ficha cannot be this one of the record. */
export async function contradictionsWith(trx: Trx, ownId: string, knownId: string): Promise<Contradiction[]> {
  return contradictionsOf(await identityFacts(trx, ownId), await identityFacts(trx, knownId));
}

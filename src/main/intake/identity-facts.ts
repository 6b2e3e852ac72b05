/** What the record says of a person that cannot be true of two: for telling two persons apart, never for joining them. */
import { contradictionsOf, type Contradiction, type IdentityFacts, type PairRole } from '../../shared/intake/index.ts';
import type { PersonRecord } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Trx } from '../database.ts';
import { getRecord } from '../people/index.ts';
import type { CaseRow } from './case-repository.ts';
import { recordFor, type Reader } from './person-sight.ts';
import { getSectionA } from './section-repository.ts';

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

export type OwnPerson = { readonly row: CaseRow; readonly role: PairRole; readonly personId: string };

/** As this ficha says it: what other fichas of a person who was linked already say is not what is asked. */
async function saidHere(trx: Trx, { row, role }: OwnPerson, record: PersonRecord): Promise<IdentityFacts> {
  const { answers } = await getSectionA(trx, row.id);
  const sex = answers[`${role}Sex`];
  const years = answers[`${role}Age`];
  const toldAge = years === null ? record.toldAge : { years, on: row.admitted_on as CivilDate };
  return { ...record, toldAge, sexes: sex === null ? [] : [sex] };
}

/** Why the person of a ficha cannot be this one of the record. */
export async function contradictionsWith(trx: Trx, own: OwnPerson, knownId: string): Promise<Contradiction[]> {
  const known = { ...(await getRecord(trx, knownId)).record, sexes: await sexesOf(trx, knownId) };
  return contradictionsOf(await saidHere(trx, own, (await getRecord(trx, own.personId)).record), known);
}

/** The same in words for this reader: with the values of both only where both may be read. */
export async function contradictionsFor(
  trx: Trx,
  reader: Reader,
  own: OwnPerson,
  knownId: string,
): Promise<Contradiction[]> {
  const all = await contradictionsWith(trx, own, knownId);
  const here = await recordFor(trx, reader, { caseId: own.row.id, personId: own.personId });
  const there = await recordFor(trx, reader, { caseId: own.row.id, personId: knownId });
  if (here.isWhole && there.isWhole) return all;
  const told = contradictionsOf(await saidHere(trx, own, here.record), { ...there.record, sexes: [] });
  return all.map((one) => (told.some(({ text }) => text === one.text) ? one : { ...one, text: one.plain }));
}

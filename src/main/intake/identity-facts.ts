/** What the record says of a person that cannot be true of two: for telling two persons apart, never for joining them. */
import { contradictionsOf, type Contradiction, type OwnFacts, type PairRole } from '../../shared/intake/index.ts';
import { nothingTold, recordSeen, type PersonRecord } from '../../shared/people/index.ts';
import { getPerson, getRecord, toldOf } from '../people/index.ts';
import { listCasesOfPerson, type CaseRow } from './case-repository.ts';
import { recordFor, type Reader } from './person-sight.ts';
import { getSectionA } from './section-repository.ts';
import { tablesIn, type Trx } from './tables.ts';

async function sexesOf(trx: Trx, personId: string): Promise<number[]> {
  const rows = await tablesIn(trx)
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

/** As this ficha says it, and beside it what other fichas of a person who was linked already say. */
async function saidOf(trx: Trx, { row, role, personId }: OwnPerson, record: PersonRecord): Promise<OwnFacts> {
  const { answers } = await getSectionA(trx, row.id);
  const isOfOthers = (await listCasesOfPerson(trx, personId)).some(({ id }) => id !== row.id);
  const told = (await toldOf(trx, personId)).get(row.id) ?? nothingTold;
  const own = isOfOthers ? recordSeen(record, { person: await getPerson(trx, personId), fichas: [told] }) : record;
  const sex = answers[`${role}Sex`];
  const years = answers[`${role}Age`];
  const now = years === null ? null : { years, on: row.admitted_on };
  const said = (one: PersonRecord) => ({ ...one, toldAge: now ?? one.toldAge, sexes: sex === null ? [] : [sex] });
  return { here: said(own), all: said(record) };
}

/** Why the person of a ficha cannot be this one of the record. */
export async function contradictionsWith(trx: Trx, own: OwnPerson, knownId: string): Promise<Contradiction[]> {
  const known = { ...(await getRecord(trx, knownId)).record, sexes: await sexesOf(trx, knownId) };
  return contradictionsOf(await saidOf(trx, own, (await getRecord(trx, own.personId)).record), known);
}

/** The same in words for this reader: with the values of both only where both may be read. */
export async function contradictionsFor(trx: Trx, reader: Reader, own: OwnPerson, knownId: string) {
  const all = await contradictionsWith(trx, own, knownId);
  const here = await recordFor(trx, reader, { caseId: own.row.id, personId: own.personId });
  const there = await recordFor(trx, reader, { caseId: own.row.id, personId: knownId });
  if (here.isWhole && there.isWhole) return all;
  const told = contradictionsOf(await saidOf(trx, own, here.record), { ...there.record, sexes: [] });
  return all.map((one) => (told.some(({ text }) => text === one.text) ? one : { ...one, text: one.plain }));
}

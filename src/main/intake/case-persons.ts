/** The persons of cases as conflicts of interest compare them. */
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { casesInConflict, type CasePerson, type CasePersons, type PersonsByCase } from '../conflicts/index.ts';
import { identitiesOf } from '../people/index.ts';
import { among } from '../platform/storage/among.ts';
import type { CaseRow } from './case-repository.ts';
import { rowsOf, columnsIn } from '../platform/storage/rows.ts';
import { sealedFor } from './seals.ts';
import { tablesIn, type Trx } from './tables.ts';

/** What of a case says who stands in it, and whether it is reserved. */
export type StandingRow = Pick<
  CaseRow,
  'id' | 'pair_id' | 'informant_id' | 'maybe_user_id' | 'maybe_aggressor_id' | 'is_sealed'
>;

/**
 * User, aggressor, informant and who else has a part in each; the persons they may turn out to be count too, until
 * somebody settles it.
 */
async function personsOfCases(trx: Trx, rows: readonly StandingRow[]): Promise<PersonsByCase> {
  const pairs = await rowsOf(tablesIn(trx), 'case_pair', { id: rows.map(({ pair_id }) => pair_id) });
  const pairOf = new Map(pairs.map((pair) => [pair.id, pair]));
  const others = await columnsIn(tablesIn(trx), 'case_participant', ['case_id', 'person_id'], {
    case_id: rows.map(({ id }) => id),
    removed_at: null,
  });
  const othersOf = Map.groupBy(others, ({ case_id }) => case_id);
  const idsOf = (row: StandingRow) => {
    const pair = pairOf.get(row.pair_id);
    const all = [
      ...[pair?.user_id, pair?.aggressor_id, row.informant_id, row.maybe_user_id, row.maybe_aggressor_id],
      ...(othersOf.get(row.id) ?? []).map(({ person_id }) => person_id),
    ];
    return new Set(all.filter((id) => id !== null && id !== undefined));
  };
  const ids = new Map(rows.map((row) => [row.id, idsOf(row)]));
  const identities = await identitiesOf(trx, new Set([...ids.values()].flatMap((some) => [...some])));
  return new Map(
    [...ids].map(([caseId, some]) => [
      caseId,
      [...some].flatMap((personId) => {
        const known = identities.get(personId);
        return known === undefined ? [] : [{ personId, ...known }];
      }),
    ]),
  );
}

/** Everybody who stands in this case or in another one of hers, whoever may read it. */
export async function personsAround(trx: Trx, caseId: CaseId): Promise<CasePerson[]> {
  const ofPairs = tablesIn(trx).selectFrom('case_file').innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id');
  const { user_id, maybe_user_id } = await ofPairs
    .select(['user_id', 'maybe_user_id'])
    .where('case_file.id', '=', caseId)
    .executeTakeFirstOrThrow();
  const rows = await ofPairs
    .selectAll('case_file')
    .where('user_id', 'in', maybe_user_id === null ? [user_id] : [user_id, maybe_user_id])
    .where('case_file.annulled_at', 'is', null)
    .execute();
  return [...(await personsOfCases(trx, rows)).values()].flat();
}

/** Ids of the cases among these that a declared conflict closes to that person. */
export function inConflict(trx: Trx, rows: readonly StandingRow[], staffId: StaffId): Promise<ReadonlySet<string>> {
  return casesInConflict(trx, staffId, () => personsOfCases(trx, rows));
}

/** Ids of the cases among these under a seal that names that person a member. */
export async function memberOf(trx: Trx, caseIds: readonly CaseId[], staffId: StaffId): Promise<ReadonlySet<string>> {
  const rows = await tablesIn(trx)
    .selectFrom('case_seal')
    .innerJoin('case_seal_member', 'case_seal_member.seal_id', 'case_seal.id')
    .select('case_seal.case_id')
    .where('case_seal.case_id', 'in', among(caseIds))
    .where('case_seal.opened_at', 'is', null)
    .where('case_seal_member.staff_id', '=', staffId)
    .execute();
  return new Set(rows.map(({ case_id }) => case_id));
}

/** Ids of the cases among these that are closed to that person: by a conflict, or by a seal without being a member. */
export async function closedTo(trx: Trx, rows: readonly StandingRow[], staffId: StaffId): Promise<ReadonlySet<string>> {
  const sealed = rows.filter(({ is_sealed }) => is_sealed === 1).map(({ id }) => id);
  const open = await memberOf(trx, sealed, staffId);
  return new Set([...(await inConflict(trx, rows, staffId)), ...sealed.filter((id) => !open.has(id))]);
}

/** The same by their ids, annulled ones too. */
export async function closedCases(trx: Trx, staffId: StaffId, ids: readonly CaseId[]): Promise<ReadonlySet<string>> {
  return closedTo(trx, await rowsOf(tablesIn(trx), 'case_file', { id: ids }), staffId);
}

export async function isClosedTo(trx: Trx, row: CaseRow, staffId: StaffId): Promise<boolean> {
  return (await closedTo(trx, [row], staffId)).has(row.id);
}

/** Persons who stand in any reserved case, or in those of these alone. */
export async function personsOfReserved(trx: Trx, caseIds?: readonly CaseId[]): Promise<string[]> {
  const sealed = tablesIn(trx)
    .selectFrom('case_file')
    .select(['id', 'pair_id', 'informant_id'])
    .where('annulled_at', 'is', null)
    .where('is_sealed', '=', 1);
  const closed = await (caseIds === undefined ? sealed : sealed.where('id', 'in', among(caseIds))).execute();
  if (closed.length === 0) return [];
  const pairs = await columnsIn(tablesIn(trx), 'case_pair', ['user_id', 'aggressor_id'], {
    id: closed.map(({ pair_id }) => pair_id),
  });
  const others = await columnsIn(tablesIn(trx), 'case_participant', ['person_id'], {
    case_id: closed.map(({ id }) => id),
    removed_at: null,
  });
  const persons = [
    ...pairs.flatMap(({ user_id, aggressor_id }) => [user_id, aggressor_id]),
    ...closed.map(({ informant_id }) => informant_id),
    ...others.map(({ person_id }) => person_id),
  ];
  return [...new Set(persons.filter((id) => id !== null))];
}

/**
 * Ids of the cases among these that ask whether somebody of theirs is one of a ficha reservada of which that person is a
 * member: who may open that one has to reach the question.
 */
export async function askingOf(trx: Trx, rows: readonly CaseRow[], staffId: StaffId): Promise<ReadonlySet<string>> {
  const own = await sealedFor(trx, staffId);
  const known = new Set(own.length === 0 ? [] : await personsOfReserved(trx, own));
  if (known.size === 0) return new Set();
  const isKnown = (id: string | null) => id !== null && known.has(id);
  const left = rows.filter((row) => row.state === 'draft' && [row.maybe_user_id, row.maybe_aggressor_id].some(isKnown));
  const asked = { case_id: rows.map(({ id }) => id), person_id: [...known] };
  const said = await rowsOf(tablesIn(trx), 'identity_answer', asked, 'answered_at');
  const newest = new Map(said.map((one) => [`${one.case_id} ${one.role} ${one.person_id}`, one]));
  const toReview = [...newest.values()].filter(({ answer }) => answer === 'reviewAsked');
  return new Set([...left.map(({ id }) => id), ...toReview.map(({ case_id }) => case_id)]);
}

export const casePersons: CasePersons = async (trx) => {
  const rows = await rowsOf(tablesIn(trx), 'case_file', { annulled_at: null }, 'number desc');
  const persons = await personsOfCases(trx, rows);
  return rows.map((row) => {
    const { id, number, is_sealed } = row;
    return { caseId: id, number, isSealed: is_sealed === 1, persons: persons.get(id) ?? [] };
  });
};

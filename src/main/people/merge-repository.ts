/** Merges of persons: what was joined, what moved, and how it is taken apart. */
import { sql } from 'kysely';
import {
  mergeRecords,
  proposedChoices,
  recordBefore,
  type Address,
  type MergeChoices,
  type PersonRecord,
  personDraft,
} from '../../shared/people/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id, ProposalId } from '../../shared/platform/ids.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import { abovePeople, type Move } from './above.ts';
import { isLeftBehind, replaceKeys } from './person-keys.ts';
import { getRecord, saveRecord } from './person-record.ts';
import { getPerson, saveAddress } from './repository.ts';
import {
  byNow,
  columnsIn,
  findRow,
  hasRow,
  insertRow,
  nextVersions,
  parsed,
  rowOf,
  rowsOf,
} from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type PeopleTables, type Use } from './tables.ts';
import { forgetAnswers } from '../platform/gate/withdraw-answers.ts';

export type MergeRow = PeopleTables['person_merge'];

export async function findMerge(trx: Trx, id: Id<'MergeId'>): Promise<MergeRow | undefined> {
  return findRow(tablesIn(trx), 'person_merge', { id });
}

/** @throws not-found */
export function getMerge(trx: Trx, id: Id<'MergeId'>): Promise<MergeRow> {
  return rowOf(tablesIn(trx), 'person_merge', { id });
}

/** Newest first. */
export async function listMergeRows(trx: Trx): Promise<MergeRow[]> {
  return tablesIn(trx)
    .selectFrom('person_merge')
    .selectAll()
    .orderBy(sql`rowid`, 'desc')
    .limit(100)
    .execute();
}

/** Whether the record of this person goes on under another one. */
export async function isAbsorbed(trx: Trx, personId: string): Promise<boolean> {
  return hasRow(tablesIn(trx), 'person_merge', { absorbed_id: personId, state: 'merged' });
}

/** A later merge of one of the two persons must be undone first: what it moved came through this one. */
export async function hasLaterMerge(trx: Trx, row: MergeRow): Promise<boolean> {
  const persons = [row.kept_id, row.absorbed_id];
  const later = await tablesIn(trx)
    .selectFrom('person_merge')
    .select('id')
    .where('state', '=', 'merged')
    .where(sql<number>`rowid`, '>', sql<number>`(select rowid from person_merge where id = ${row.id})`)
    .where((where) => where.or([where('kept_id', 'in', persons), where('absorbed_id', 'in', persons)]))
    .executeTakeFirst();
  return later !== undefined;
}

export type MergeOrder = {
  readonly keptId: string;
  readonly absorbedId: string;
  readonly choices: MergeChoices;
  /** The proposal that was approved, or the case whose professional settled who she is. */
  readonly by: { readonly proposalId: ProposalId } | { readonly caseId: CaseId };
};

type Settled = {
  readonly knownId: string;
  readonly typedId: string;
  readonly caseId: CaseId;
  /** What was asked in this case about calling her stands before what was told earlier. */
  readonly isContactNew: boolean;
};

/** The person typed for one case is the known one: joined with what each of them knows, and no approval of a second. */
export async function settleAsSame(unit: Use, { knownId, typedId, caseId, isContactNew }: Settled): Promise<void> {
  const sideOf = async (id: string) => {
    const { districtCode, text } = (await getPerson(unit.trx, id)).address;
    return { record: (await getRecord(unit.trx, id)).record, address: { words: districtCode ?? text } };
  };
  const proposed = proposedChoices(await sideOf(knownId), await sideOf(typedId));
  const choices = isContactNew ? { ...proposed, contacts: 'absorbed' as const } : proposed;
  await mergePersons(unit, { keptId: knownId, absorbedId: typedId, choices, by: { caseId } });
}

/**
 * Takes apart again what the professional of a case joined, and needs no second person for it either. `later-first`: a
 * later union rests on it.
 */
export async function separateSettled(
  unit: Use,
  { keptId, absorbedId, caseId }: { keptId: string; absorbedId: string; caseId: CaseId },
): Promise<'separated' | 'later-first' | 'not-joined'> {
  const joined = { kept_id: keptId, absorbed_id: absorbedId, case_id: caseId, state: 'merged' as const };
  const row = await findRow(tablesIn(unit.trx), 'person_merge', joined);
  if (row === undefined) return 'not-joined';
  if (await hasLaterMerge(unit.trx, row)) return 'later-first';
  await unmergePersons(unit, row.id, null);
  return 'separated';
}

const addressKept = 'change.safe-address';

/** Joins two records: everything that named the one names the other afterwards; the row of the first stays as it is. */
export async function mergePersons(unit: Use, order: MergeOrder): Promise<Id<'MergeId'>> {
  const { trx } = unit;
  const { keptId, absorbedId, choices } = order;
  const kept = (await getRecord(trx, keptId)).record;
  const absorbed = (await getRecord(trx, absorbedId)).record;
  const after = mergeRecords(kept, absorbed, choices);
  const id = unit.newId<'MergeId'>();
  const moves = await abovePeople.ask.moveReferences(unit, { from: absorbedId, to: keptId });
  await insertMerge(unit, id, { order, before: kept, after });
  await insertMoves(trx, id, moves);
  await moveDrafts(trx, { from: absorbedId, to: keptId });
  if (choices.address === 'absorbed') {
    const before = (await getPerson(trx, keptId)).address;
    await SealedFields.put(trx, { name: addressKept, ownerId: id }, JSON.stringify(before));
    await saveAddress(trx, keptId, (await getPerson(trx, absorbedId)).address);
  }
  await saveRecord(unit, { id: keptId, version: null }, after);
  await tablesIn(trx).deleteFrom('person_key').where('person_id', '=', absorbedId).execute();
  unit.touch('person_merge', id);
  unit.note({ moved: moves.length });
  return id;
}

async function insertMerge(
  unit: Use,
  id: Id<'MergeId'>,
  { order, before, after }: { order: MergeOrder; before: PersonRecord; after: PersonRecord },
): Promise<void> {
  await insertRow(tablesIn(unit.trx), 'person_merge', {
    ...{ id, kept_id: order.keptId, absorbed_id: order.absorbedId, state: 'merged' },
    proposal_id: 'proposalId' in order.by ? order.by.proposalId : null,
    case_id: 'caseId' in order.by ? order.by.caseId : null,
    ...{ kept_before: JSON.stringify(before), kept_after: JSON.stringify(after), ...byNow(unit, 'merged') },
    ...{ undo_proposal_id: null, undone_by: null, undone_at: null, version: 1 },
  });
}

async function insertMoves(trx: Trx, mergeId: Id<'MergeId'>, moves: readonly Move[]): Promise<void> {
  const rows = moves.map((move, position) => ({
    ...{ merge_id: mergeId, position, table_name: move.table, column_name: move.column, row_id: move.rowId },
    ...{ before_value: move.before, after_value: move.after },
  }));
  // Seven values a row: under the limit of parameters of one statement.
  for (let at = 0; at < rows.length; at += 2000)
    await insertRow(tablesIn(trx), 'person_merge_move', rows.slice(at, at + 2000));
}

async function movesOf(trx: Trx, mergeId: Id<'MergeId'>): Promise<Move[]> {
  const rows = await rowsOf(tablesIn(trx), 'person_merge_move', { merge_id: mergeId }, 'position');
  return rows.map((row) => ({
    ...{ table: row.table_name, column: row.column_name, rowId: row.row_id },
    ...{ before: row.before_value, after: row.after_value },
  }));
}

/**
 * Takes two records apart again: every row as it was; what was written since the merge stays with the record that was
 * kept.
 *
 * @throws rule-broken when a later merge rests on this one, or it is undone already
 */
export async function unmergePersons(unit: Use, mergeId: Id<'MergeId'>, proposalId: ProposalId | null): Promise<void> {
  const { trx } = unit;
  const row = await getMerge(trx, mergeId);
  if (row.state !== 'merged') throw fail('rule-broken', 'merge-undone');
  if (await hasLaterMerge(trx, row)) throw fail('rule-broken', 'merge-later-first');
  const stayed = await abovePeople.ask.moveBack(unit, await movesOf(trx, mergeId));
  const now = (await getRecord(trx, row.kept_id)).record;
  const kept = { before: parsed(row.kept_before), after: parsed(row.kept_after) };
  await addressBack(trx, row);
  await saveRecord(unit, { id: row.kept_id, version: null }, recordBefore(now, kept));
  const undone = { state: 'undone' as const, undo_proposal_id: proposalId, ...byNow(unit, 'undone') };
  await nextVersions(tablesIn(trx), 'person_merge', { id: mergeId }, undone);
  unit.touch('person_merge', mergeId);
  if (!(await isLeftBehind(trx, row.absorbed_id))) await replaceKeys(trx, row.absorbed_id);
  unit.note({ stayed });
}

async function addressBack(trx: Trx, row: MergeRow): Promise<void> {
  const body = await SealedFields.get(trx, { name: addressKept, ownerId: row.id });
  if (body === null) return;
  const taken = (await getPerson(trx, row.absorbed_id)).address;
  const now = (await getPerson(trx, row.kept_id)).address;
  if (JSON.stringify(now) === JSON.stringify(taken)) await saveAddress(trx, row.kept_id, JSON.parse(body) as Address);
}

/**
 * It goes on with the page of who was kept; where its author was typing there as well, it is let go. No version of the
 * kept record is the one it was typed over: its author compares both before anything is saved.
 */
async function moveDrafts(trx: Trx, { from, to }: { from: string; to: string }): Promise<void> {
  const draftsOf = (personId: string) =>
    columnsIn(tablesIn(trx), 'draft', ['id', 'staff_id', 'case_id', 'body'], { form: personDraft(personId) });
  const placeOf = (draft: { staff_id: string; case_id: CaseId | null }) => `${draft.staff_id} ${draft.case_id ?? ''}`;
  const there = new Map((await draftsOf(to)).map((draft) => [placeOf(draft), draft]));
  const moving = await draftsOf(from);
  for (const draft of moving) {
    const kept = there.get(placeOf(draft));
    const isFree = kept === undefined || kept.body === '';
    if (kept !== undefined && isFree) await erase(trx, kept.id);
    if (!isFree || draft.body === '') await erase(trx, draft.id);
    else {
      const moved = { form: personDraft(to), body: sql<string>`json_set(body, '$.version', 0)` };
      await tablesIn(trx).updateTable('draft').set(moved).where('id', '=', draft.id).execute();
    }
  }
  // The answer to a call may hold a draft as it was opened.
  for (const { id } of [...moving, ...there.values()]) await forgetAnswers(trx, 'openDraft', id);
}

async function erase(trx: Trx, id: Id<'DraftId'>): Promise<void> {
  await tablesIn(trx).deleteFrom('draft').where('id', '=', id).execute();
}

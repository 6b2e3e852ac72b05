/** What points to a person, moved to another one and back. Which columns these are is checked against the schema. */
import { sql, type RawBuilder } from 'kysely';
import type { IntakeOpened } from './intake/index.ts';
import type { MergeObstacle, Move } from './people/index.ts';
import type { PersonId } from '../shared/platform/ids.ts';
import { tablesOf, columnsIn } from './platform/storage/rows.ts';
import type { Trx, Use } from './platform/unit.ts';
import type { ReceptionOpened } from './reception/index.ts';

const tablesIn = tablesOf<unknown, IntakeOpened & ReceptionOpened>();

/** Every column that names a person and must follow her; `kind` of the sealed record it stands in. */
export const personReferences = [
  { table: 'case_pair', column: 'user_id', kind: 'case_pair' },
  { table: 'case_pair', column: 'aggressor_id', kind: 'case_pair' },
  { table: 'case_file', column: 'informant_id', kind: 'case_file' },
  { table: 'case_file', column: 'maybe_user_id', kind: 'case_file' },
  { table: 'case_file', column: 'maybe_aggressor_id', kind: 'case_file' },
  { table: 'case_participant', column: 'person_id', kind: 'case_participant' },
  { table: 'queue_entry', column: 'person_id', kind: 'queue_entry' },
  { table: 'identity_answer', column: 'person_id', kind: 'identity_answer' },
] as const;

/**
 * What stays where it is: rows that are part of the record of a person herself, the merge that names her, the trace of
 * the list that brought her in (its undo keeps every row of a person who was joined), and what Coordinación judged of a
 * conflict: whoever was joined has other names and documents, so her case closes again until it is judged anew.
 */
export const ownReferences = [
  { table: 'person_key', column: 'person_id' },
  { table: 'person_extra', column: 'id' },
  { table: 'person_merge', column: 'kept_id' },
  { table: 'person_merge', column: 'absorbed_id' },
  { table: 'list_import_case', column: 'user_id' },
  { table: 'list_import_case', column: 'aggressor_id' },
  { table: 'conflict_judged', column: 'person_id' },
] as const;

/** Writes one column, if it still holds what the move expects. Answers whether it did. */
async function write(unit: Use, move: Move, kind: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update ${sql.table(move.table)} set ${sql.ref(move.column)} = ${move.after}, version = version + 1
    where id = ${move.rowId} and ${sql.ref(move.column)} is ${move.before}`.execute(unit.trx);
  const isDone = numAffectedRows === 1n;
  if (isDone) unit.touch(kind, move.rowId);
  return isDone;
}

/** `pair_id` moves too: a case goes on with the pair that was there before. */
function kindOf(table: string): string {
  return personReferences.find((one) => one.table === table)?.kind ?? table;
}

async function moveTo(unit: Use, moves: Move[], move: Move): Promise<void> {
  if (await write(unit, move, kindOf(move.table))) moves.push(move);
}

/** Everything that names `from` names `to` afterwards. */
export async function moveReferences(unit: Use, { from, to }: { from: string; to: string }): Promise<Move[]> {
  const moves: Move[] = [];
  for (const { table, column } of personReferences) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where ${sql.ref(column)} = ${from} order by id`.execute(unit.trx);
    for (const { id } of rows) await moveTo(unit, moves, { table, column, rowId: id, before: from, after: to });
  }
  await joinPairs(unit, to, moves);
  await settleDoubts(unit, to, moves);
  return moves;
}

/** Two pairs that are now of the same two persons: their cases go on under the one that was there before. */
async function joinPairs(unit: Use, personId: string, moves: Move[]): Promise<void> {
  const pairs = await tablesIn(unit.trx)
    .selectFrom('case_pair')
    .selectAll()
    .where((where) => where.or([where('user_id', '=', personId), where('aggressor_id', '=', personId)]))
    .orderBy(sql`rowid`)
    .execute();
  const moved = new Set(moves.filter((move) => move.table === 'case_pair').map((move) => move.rowId));
  for (const group of Map.groupBy(pairs, (pair) => `${pair.user_id} ${pair.aggressor_id}`).values()) {
    const stays = group.find((pair) => !moved.has(pair.id)) ?? group[0];
    for (const pair of group) {
      if (stays === undefined || pair.id === stays.id) continue;
      const cases = await columnsIn(tablesIn(unit.trx), 'case_file', ['id'], { pair_id: pair.id });
      for (const { id } of cases)
        await moveTo(unit, moves, {
          table: 'case_file',
          column: 'pair_id',
          rowId: id,
          before: pair.id,
          after: stays.id,
        });
    }
  }
}

/** «Quizá sea la misma» is answered where both are one person now. */
async function settleDoubts(unit: Use, personId: string, moves: Move[]): Promise<void> {
  for (const role of ['user', 'aggressor'] as const) {
    const column = `maybe_${role}_id` as const;
    const rows = await tablesIn(unit.trx)
      .selectFrom('case_file')
      .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
      .select('case_file.id')
      .where(`case_file.${column}`, '=', personId)
      .where(`case_pair.${role}_id`, '=', personId)
      .execute();
    for (const { id } of rows)
      await moveTo(unit, moves, { table: 'case_file', column, rowId: id, before: personId, after: null });
  }
}

/** Puts back what still stands as the merge left it, last first. Answers how many were changed since and stay. */
export async function moveBack(unit: Use, moves: readonly Move[]): Promise<number> {
  let stayed = 0;
  for (const move of moves.toReversed()) {
    const back = { ...move, before: move.after, after: move.before };
    if (!(await write(unit, back, kindOf(move.table)))) stayed += 1;
  }
  return stayed;
}

/** Visits at the door that would move. */
export async function countArrivals(trx: Trx, personId: PersonId): Promise<number> {
  return (await columnsIn(tablesIn(trx), 'queue_entry', ['id'], { person_id: personId })).length;
}

/** Why two persons cannot be one: key of the reason, or null. */
export async function mergeObstacle(trx: Trx, one: PersonId, other: PersonId): Promise<MergeObstacle | null> {
  const pair = await tablesIn(trx)
    .selectFrom('case_pair')
    .select('id')
    .where('user_id', 'in', [one, other])
    .where('aggressor_id', 'in', [one, other])
    .executeTakeFirst();
  if (pair !== undefined) return 'merge-same-pair';
  const part = await tablesIn(trx)
    .selectFrom('case_participant')
    .innerJoin('case_file', 'case_file.id', 'case_participant.case_id')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select('case_participant.id')
    .where('case_participant.person_id', 'in', [one, other])
    .where('case_participant.removed_at', 'is', null)
    .where('case_pair.user_id', 'in', [one, other])
    .executeTakeFirst();
  return part === undefined ? null : 'merge-same-case';
}

/** Whether anything but the record of the person herself names her. */
export const standsSomewhere = (personId: RawBuilder<unknown>) => sql<boolean>`(
  exists (select 1 from case_file join case_pair on case_pair.id = case_file.pair_id where ${personId}
    in (user_id, aggressor_id, informant_id, maybe_user_id, maybe_aggressor_id))
  or exists (select 1 from case_participant where person_id = ${personId})
  or exists (select 1 from queue_entry where person_id = ${personId}))`;

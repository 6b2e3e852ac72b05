/** Closes and opens words of records where they stand, by the list of the columns that hold words. */
import { CompiledQuery, type Transaction } from 'kysely';
import type { CaseId } from '../../../shared/platform/ids.ts';
import { fail } from '../../../shared/platform/failures.ts';
import {
  closedCell,
  openedCell,
  placeOf,
  readCell,
  wordsWithoutKey,
  type CaseKey,
  type CellKind,
} from './closed-words.ts';
import type { PlatformTables } from './platform-tables.ts';
import { recordsOfCaseQuery, type RecordRef, type SealedKind } from './record-seals.ts';

/** By table the columns that hold words; `only`: in rows where this column says one of these. */
export type WordColumns = Readonly<
  Record<
    string,
    {
      readonly columns: Readonly<Record<string, CellKind>>;
      readonly only?: { readonly column: string; readonly among: readonly string[] };
    }
  >
>;

type Queries = Transaction<PlatformTables>;
type Row = Record<string, unknown>;
type Keys = (caseId: CaseId, version: number) => Promise<CaseKey | null>;

/** Where the words of a record belong now: under this key, or under none. */
export type Turn = { readonly target: CaseKey | null; readonly keyOf: Keys };

export const tablesOfKind = ({ table, children }: SealedKind) => [
  { table, owner: 'id' },
  ...children.map(({ table: name, ownerColumn }) => ({ table: name, owner: ownerColumn })),
];

async function ask<Found>(trx: Queries, text: string, values: readonly unknown[] = []): Promise<Found[]> {
  // As it stands: what a call reads is opened for it.
  return (await trx.withoutPlugins().executeQuery<Found>(CompiledQuery.raw(text, [...values]))).rows;
}

/** @throws rule-broken `seal-key-waits` where what stands for words without a key would be kept as words */
function closedWords(value: unknown, kind: CellKind, place: string, target: CaseKey | null): unknown {
  if (typeof value === 'string' && value.includes(wordsWithoutKey)) throw fail('rule-broken', 'seal-key-waits');
  const isWord = (typeof value === 'string' || value instanceof Uint8Array) && value.length > 0;
  return target === null || !isWord ? value : closedCell(asCell(value), kind, { ...target, place });
}

/**
 * The cell as it has to stand; the same where nothing is to be done, where it was closed for another place, or where the
 * key that closed it is not at hand.
 */
async function turned(value: unknown, kind: CellKind, place: string, { target, keyOf }: Turn): Promise<unknown> {
  const read = readCell(value);
  if (read === null) return closedWords(value, kind, place, target);
  const isThere = read.caseId === target?.caseId && read.version === target.version;
  if (isThere || read.place !== place) return value;
  const key = await keyOf(read.caseId, read.version);
  const plain = key === null ? null : openedCell(read, key.key);
  if (plain === null) return value;
  return target === null ? plain : closedCell(plain, kind, { ...target, place });
}

const asCell = (value: string | Uint8Array) => (typeof value === 'string' ? value : Buffer.from(value));

type Words = WordColumns[string];

/** What the program itself says in a column of words stays as it is. */
const isSaidByProgram = (row: Row, { only }: Words) =>
  only !== undefined && !only.among.includes(String(row[only.column]));

async function turnedRow(row: Row, words: Words, placeIn: (column: string) => string, turn: Turn): Promise<Row> {
  const changes: Row = {};
  const own = isSaidByProgram(row, words) ? { ...turn, target: null } : turn;
  for (const [column, kind] of Object.entries(words.columns)) {
    const after = await turned(row[column], kind, placeIn(column), own);
    if (after !== row[column]) changes[column] = after;
  }
  return changes;
}

/** Records that may not be changed are, here alone: their triggers stand again before the transaction ends. */
async function withoutTriggers(trx: Queries, table: string, work: () => Promise<void>): Promise<void> {
  const found = await ask<{ name: string; sql: string }>(
    trx,
    `select name, sql from sqlite_master where type = 'trigger' and tbl_name = ? and sql like '%UPDATE%'`,
    [table],
  );
  for (const { name } of found) await ask(trx, `drop trigger "${name}"`);
  await work();
  for (const { sql } of found) await ask(trx, sql);
}

async function turnRow(trx: Queries, table: string, key: Row, changes: Row): Promise<void> {
  const set = Object.keys(changes).map((column) => `"${column}" = ?`);
  const where = Object.keys(key).map((column) => `"${column}" = ?`);
  const values = [...Object.values(changes), ...Object.values(key)];
  await ask(trx, `update "${table}" set ${set.join(', ')} where ${where.join(' and ')}`, values);
}

/** Turns the words of these rows of one table; answers the owners of those that changed. */
export async function turnTable(
  trx: Queries,
  { table, owner, ids }: { readonly table: string; readonly owner: string; readonly ids: readonly string[] },
  words: Words,
  turn: Turn,
): Promise<Set<string>> {
  const keys = await ask<{ name: string }>(trx, 'select name from pragma_table_info(?) where pk > 0', [table]);
  const asked = words.only === undefined ? [] : [words.only.column];
  const names = [...new Set([owner, ...keys.map(({ name }) => name), ...asked, ...Object.keys(words.columns)])];
  const list = names.map((name) => `"${name}"`).join(', ');
  const text = `select ${list} from "${table}" where "${owner}" in (select value from json_each(?))`;
  const changed: { key: Row; changes: Row }[] = [];
  const owners = new Set<string>();
  for (const row of await ask<Row>(trx, text, [JSON.stringify(ids)])) {
    const key = keys.map(({ name }) => row[name]);
    const changes = await turnedRow(row, words, (column) => placeOf(table, column, key), turn);
    if (Object.keys(changes).length === 0) continue;
    changed.push({ key: Object.fromEntries(keys.map(({ name }) => [name, row[name]])), changes });
    owners.add(String(row[owner]));
  }
  if (changed.length > 0)
    await withoutTriggers(trx, table, async () => {
      for (const { key, changes } of changed) await turnRow(trx, table, key, changes);
    });
  return owners;
}

/** Turns the words of records; answers those that changed, whose seals have to be made anew. */
export async function turnWords(
  trx: Queries,
  refs: readonly RecordRef[],
  { kinds, columns }: { readonly kinds: readonly SealedKind[]; readonly columns: WordColumns },
  turn: Turn,
): Promise<RecordRef[]> {
  const changed = new Map<string, RecordRef>();
  for (const [name, same] of Map.groupBy(refs, ({ kind }) => kind)) {
    const kind = kinds.find((one) => one.kind === name);
    if (kind === undefined) continue;
    const ids = same.map(({ id }) => id);
    for (const { table, owner } of tablesOfKind(kind)) {
      const words = columns[table];
      if (words === undefined) continue;
      for (const id of await turnTable(trx, { table, owner, ids }, words, turn))
        changed.set(name + id, { kind: name, id });
    }
  }
  return [...changed.values()];
}

/** Records of these kinds that belong to a case alone. */
export async function recordsIn(trx: Queries, kinds: readonly SealedKind[], caseId: CaseId): Promise<RecordRef[]> {
  if (kinds.every(({ ofCase }) => ofCase === undefined)) return [];
  return ask<RecordRef>(trx, recordsOfCaseQuery(kinds), [caseId]);
}

/** A column of these rows, each value once: which record a row that is none belongs to. */
export async function valuesOf(
  trx: Queries,
  { table, owner, ids }: { readonly table: string; readonly owner: string; readonly ids: readonly string[] },
  column: string,
): Promise<string[]> {
  const text = `select distinct "${column}" as value from "${table}" where "${owner}" in (select value from json_each(?))`;
  return (await ask<{ value: string }>(trx, text, [JSON.stringify(ids)])).map(({ value }) => value);
}

/** Seals of records: they see one old page put back, which neither chain nor mark sees (security design §7.4). */
import { CompiledQuery, sql, type Kysely, type Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import { canonicalBytes, type CanonicalPart } from '../crypto/canonical.ts';
import { hmacUnder, sameBytes } from '../crypto/sealing.ts';
import type { AuditObject } from './audit-chain.ts';
import type { PlatformTables } from './platform-tables.ts';

/** A record under seal: one row with `id` and `version`, and the rows it owns. Names are of tables and columns. */
export interface SealedKind {
  kind: string;
  table: string;
  /** `orderBy`: one column, or several with commas, that leave no two rows of an owner equal. */
  children: readonly { table: string; ownerColumn: string; orderBy: string }[];
  /** SQL that selects the ids of the records of this kind that belong to the case `(select id from wanted)`. */
  ofCase?: string;
}

export interface RecordRef {
  kind: string;
  id: string;
}

type Queries = Kysely<PlatformTables>;
type Row = Record<string, unknown>;

function partOf(value: unknown): CanonicalPart {
  const sound =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array;
  if (!sound) throw new Error('a column holds a value without canonical form');
  return value;
}

/** Columns by name. NULL columns are left out, so that an added column that is NULL keeps the seals valid. */
function putRow(parts: CanonicalPart[], row: Row, columns: readonly string[]): void {
  const at = parts.push(0);
  for (const name of columns) if (row[name] !== null) parts.push(name, partOf(row[name]));
  parts[at - 1] = (parts.length - at) / 2;
}

/** Rows of one table by their owner; the names of its columns in order, which all of them share. */
type Found = { readonly columns: readonly string[]; readonly of: ReadonlyMap<unknown, readonly Row[]> };

/**
 * Rows of several owners in one query, by owner, as they stand: closed words too. `orderBy` orders those of each. Its text
 * is said here and not built: every save asks it once for each kind of record in the case.
 */
async function rowsOf(
  db: Queries,
  { table, ownerColumn, orderBy }: SealedKind['children'][number],
  owners: readonly string[],
): Promise<Found> {
  const text = `select * from "${table}" where "${ownerColumn}" in (select value from json_each(?)) order by ${orderBy}`;
  const { rows } = await db.withoutPlugins().executeQuery<Row>(CompiledQuery.raw(text, [JSON.stringify(owners)]));
  return { columns: Object.keys(rows[0] ?? {}).sort(), of: Map.groupBy(rows, (row) => row[ownerColumn]) };
}

type ReadRecord = { version: number; bytes: Buffer };

/** Records of one kind by id; one that does not exist is left out. */
async function readRecords(db: Queries, kind: SealedKind, ids: readonly string[]): Promise<Map<string, ReadRecord>> {
  const own = await rowsOf(db, { table: kind.table, ownerColumn: 'id', orderBy: 'id' }, ids);
  const owned: { table: string; rows: Found }[] = [];
  for (const child of kind.children) owned.push({ table: child.table, rows: await rowsOf(db, child, ids) });
  const records = new Map<string, ReadRecord>();
  for (const id of ids) {
    const row = own.of.get(id)?.[0];
    if (row === undefined) continue;
    const parts: CanonicalPart[] = ['record|v1', kind.kind, id];
    putRow(parts, row, own.columns);
    for (const { table, rows } of owned) {
      const children = rows.of.get(id) ?? [];
      parts.push(table, children.length);
      for (const child of children) putRow(parts, child, rows.columns);
    }
    records.set(id, { version: Number(row['version']), bytes: canonicalBytes(parts) });
  }
  return records;
}

/** Records of any kinds; answers how one of them is, undefined where it does not exist. @throws for an unknown kind */
async function readAll(
  db: Queries,
  kinds: readonly SealedKind[],
  refs: readonly RecordRef[],
): Promise<(ref: RecordRef) => ReadRecord | undefined> {
  const records = new Map<string, Map<string, ReadRecord>>();
  for (const [name, sameKind] of Map.groupBy(refs, (ref) => ref.kind)) {
    const kind = kinds.find((one) => one.kind === name);
    if (kind === undefined) throw new Error('a record of a kind that is not registered');
    const ids = sameKind.map((ref) => ref.id);
    records.set(name, await readRecords(db, kind, ids));
  }
  return ({ kind, id }) => records.get(kind)?.get(id);
}

/** What the audit entry of a change carries, after the change; an erased record has no seal. */
export async function sealRecords(
  trx: Transaction<PlatformTables>,
  kinds: readonly SealedKind[],
  key: Buffer,
  refs: readonly RecordRef[],
): Promise<AuditObject[]> {
  const recordOf = await readAll(trx, kinds, refs);
  const sealOf = hmacUnder(key);
  return refs.map((ref) => {
    const record = recordOf(ref);
    return { ...ref, version: record?.version ?? 0, seal: record === undefined ? null : sealOf(record.bytes) };
  });
}

const newestSealsQuery = `select (
    select object_seal from audit_object
    where object_kind = wanted.value ->> 0 and object_id = wanted.value ->> 1 and object_version is not null
    order by seq desc, position desc limit 1
  ) as seal
  from json_each(?) as wanted order by wanted.key`;

/** What the newest change of each record left in the audit, in the order of the records; null for none or an erasure. */
async function newestSeals(db: Queries, refs: readonly RecordRef[]): Promise<(Buffer | null)[]> {
  const wanted = JSON.stringify(refs.map(({ kind, id }) => [kind, id]));
  const { rows } = await db.executeQuery<{ seal: Buffer | null }>(CompiledQuery.raw(newestSealsQuery, [wanted]));
  return rows.map((row) => row.seal);
}

/** Those among these that are not as the audit says. */
async function unsound(
  db: Queries,
  kinds: readonly SealedKind[],
  key: Buffer,
  refs: readonly RecordRef[],
): Promise<RecordRef[]> {
  const seals = await newestSeals(db, refs);
  const recordOf = await readAll(db, kinds, refs);
  const sealOf = hmacUnder(key);
  return refs.filter((ref, at) => {
    const record = recordOf(ref);
    const seal = seals[at] ?? null;
    if (record === undefined || seal === null) return record !== undefined || seal !== null;
    return !sameBytes(seal, sealOf(record.bytes));
  });
}

/** Before anything is shown or printed. Throws `damaged`/record-seal. */
export async function checkSeals(
  db: Queries,
  kinds: readonly SealedKind[],
  key: Buffer,
  refs: readonly RecordRef[],
): Promise<void> {
  if ((await unsound(db, kinds, key, refs)).length > 0) throw fail('damaged', 'record-seal');
}

/** One statement for all kinds, in which `wanted` is the case: asked at every call about one. */
export function recordsOfCaseQuery(kinds: readonly SealedKind[]): string {
  const parts = kinds.flatMap(({ kind, ofCase }) =>
    ofCase === undefined ? [] : [`select '${kind}' as kind, id from (${ofCase})`],
  );
  return `with wanted (id) as (select ?) ${parts.join(' union all ')}`;
}

/** Answers every sealed record of one case. */
export function recordsOfCaseIn(
  kinds: readonly SealedKind[],
): (trx: Transaction<PlatformTables>, caseId: CaseId) => Promise<RecordRef[]> {
  const text = recordsOfCaseQuery(kinds);
  return async (trx, caseId) => (await trx.executeQuery<RecordRef>(CompiledQuery.raw(text, [caseId]))).rows;
}

/** Records held in memory at once while all of them are checked. */
const checkedTogether = 100;

/** All records, none missing and none extra: answers those that are not as the audit says. */
export async function verifyAllSeals(
  db: Queries,
  kinds: readonly SealedKind[],
  key: Buffer,
): Promise<{ checked: number; wrong: RecordRef[] }> {
  const wrong: RecordRef[] = [];
  let checked = 0;
  for (const kind of kinds) {
    const ids = await sql<{ id: string }>`
      select id from ${sql.table(kind.table)}
      union select object_id from audit_object where object_kind = ${kind.kind} and object_version is not null
      order by 1`.execute(db);
    checked += ids.rows.length;
    for (let start = 0; start < ids.rows.length; start += checkedTogether) {
      const some = ids.rows.slice(start, start + checkedTogether).map(({ id }) => ({ kind: kind.kind, id }));
      wrong.push(...(await unsound(db, kinds, key, some)));
    }
  }
  return { checked, wrong };
}

/** Seals of records: they see one old page put back, which neither chain nor mark sees (security design §7.4). */
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import { canonicalBytes } from '../crypto/canonical.ts';
import type { CanonicalPart } from '../crypto/canonical.ts';
import { hmac, sameBytes } from '../crypto/sealing.ts';
import type { AuditObject } from './audit-chain.ts';
import type { PlatformTables } from './platform-tables.ts';

/** A record under seal: one row with `id` and `version`, and the rows it owns. Names are of tables and columns. */
export interface SealedKind {
  kind: string;
  table: string;
  /** `orderBy`: one column, or several with commas, that leave no two rows of an owner equal. */
  children: readonly { table: string; ownerColumn: string; orderBy: string }[];
  /** Ids of the records of this kind that belong to one case. */
  ofCase?: (trx: Transaction<PlatformTables>, caseId: string) => Promise<string[]>;
}

export interface RecordRef {
  kind: string;
  id: string;
}

type Queries = Kysely<PlatformTables>;
type Row = Record<string, unknown>;

export function sealOf(recordSealKey: Buffer, canonicalRecord: Buffer): Buffer {
  return hmac(recordSealKey, canonicalRecord);
}

function partOf(value: unknown): CanonicalPart {
  const sound =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array;
  if (!sound) throw new Error('a column holds a value without canonical form');
  return value;
}

/** Columns by name. NULL columns are left out, so that an added column that is NULL keeps the seals valid. */
function partsOf(row: Row): CanonicalPart[] {
  const columns = Object.entries(row)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [columns.length, ...columns.flatMap(([name, value]) => [name, partOf(value)])];
}

type RowsOfOwner = SealedKind['children'][number];

/** Rows of several owners in one query, by owner; `orderBy` orders those of each. */
async function rowsOf(
  db: Queries,
  { table, ownerColumn, orderBy }: RowsOfOwner,
  owners: readonly string[],
): Promise<Map<unknown, Row[]>> {
  const order = sql.join(orderBy.split(',').map((name) => sql.ref(name)));
  const found = await sql<Row>`
    select * from ${sql.table(table)}
    where ${sql.ref(ownerColumn)} in (select value from json_each(${JSON.stringify(owners)}))
    order by ${order}`.execute(db);
  return Map.groupBy(found.rows, (row) => row[ownerColumn]);
}

type ReadRecord = { version: number; bytes: Buffer };

/** Records of one kind by id; one that does not exist is left out. */
async function readRecords(db: Queries, kind: SealedKind, ids: readonly string[]): Promise<Map<string, ReadRecord>> {
  const own = await rowsOf(db, { table: kind.table, ownerColumn: 'id', orderBy: 'id' }, ids);
  const owned: { table: string; rows: Map<unknown, Row[]> }[] = [];
  for (const child of kind.children) owned.push({ table: child.table, rows: await rowsOf(db, child, ids) });
  const records = new Map<string, ReadRecord>();
  for (const id of ids) {
    const row = own.get(id)?.[0];
    if (row === undefined) continue;
    const parts: CanonicalPart[] = ['record|v1', kind.kind, id, ...partsOf(row)];
    for (const child of owned) {
      const rows = child.rows.get(id) ?? [];
      parts.push(child.table, rows.length, ...rows.flatMap(partsOf));
    }
    records.set(id, { version: Number(row['version']), bytes: canonicalBytes(parts) });
  }
  return records;
}

async function readRecord(db: Queries, kind: SealedKind, id: string): Promise<ReadRecord | null> {
  return (await readRecords(db, kind, [id])).get(id) ?? null;
}

/** What the audit entry of a change carries, after the change; for an erased record `erasedVersion` says which was last. */
export async function sealRecord(
  trx: Transaction<PlatformTables>,
  kind: SealedKind,
  id: string,
  { key, erasedVersion = 0 }: { key: Buffer; erasedVersion?: number },
): Promise<AuditObject> {
  const record = await readRecord(trx, kind, id);
  if (record === null) return { kind: kind.kind, id, version: erasedVersion, seal: null };
  return { kind: kind.kind, id, version: record.version, seal: sealOf(key, record.bytes) };
}

/** What the newest change of each record left in the audit, in the order of the ids; null for none or an erasure. */
async function newestSeals(db: Queries, kind: string, ids: readonly string[]): Promise<(Buffer | null)[]> {
  const found = await sql<{ seal: Buffer | null }>`
    select (
      select object_seal from audit_object
      where object_kind = ${kind} and object_id = wanted.value and object_version is not null
      order by seq desc, position desc limit 1
    ) as seal
    from json_each(${JSON.stringify(ids)}) as wanted order by wanted.key`.execute(db);
  return found.rows.map((row) => row.seal);
}

/** Ids among these whose record is not as the audit says. */
async function unsoundIds(db: Queries, kind: SealedKind, ids: readonly string[], key: Buffer): Promise<string[]> {
  const seals = await newestSeals(db, kind.kind, ids);
  const records = await readRecords(db, kind, ids);
  return ids.filter((id, at) => {
    const record = records.get(id);
    const seal = seals[at] ?? null;
    if (record === undefined || seal === null) return record !== undefined || seal !== null;
    return !sameBytes(seal, sealOf(key, record.bytes));
  });
}

/** Before anything is shown or printed. Throws `damaged`/record-seal; a kind without registration is a bug. */
export async function checkSeals(
  db: Queries,
  kinds: readonly SealedKind[],
  key: Buffer,
  refs: readonly RecordRef[],
): Promise<void> {
  for (const [name, sameKind] of Map.groupBy(refs, (ref) => ref.kind)) {
    const kind = kinds.find((one) => one.kind === name);
    if (kind === undefined) throw new Error('a record of a kind that is not registered');
    const ids = sameKind.map((ref) => ref.id);
    if ((await unsoundIds(db, kind, ids, key)).length > 0) throw fail('damaged', 'record-seal');
  }
}

/** Every sealed record of one case. */
export async function recordsOfCase(
  trx: Transaction<PlatformTables>,
  kinds: readonly SealedKind[],
  caseId: string,
): Promise<RecordRef[]> {
  const refs: RecordRef[] = [];
  for (const { kind, ofCase } of kinds) {
    for (const id of (await ofCase?.(trx, caseId)) ?? []) refs.push({ kind, id });
  }
  return refs;
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
      const some = ids.rows.slice(start, start + checkedTogether).map(({ id }) => id);
      for (const id of await unsoundIds(db, kind, some, key)) wrong.push({ kind: kind.kind, id });
    }
  }
  return { checked, wrong };
}

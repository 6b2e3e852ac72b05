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

async function rowsOf(db: Queries, { table, ownerColumn, orderBy }: RowsOfOwner, id: string): Promise<Row[]> {
  const order = sql.join(orderBy.split(',').map((name) => sql.ref(name)));
  const found = await sql<Row>`
    select * from ${sql.table(table)} where ${sql.ref(ownerColumn)} = ${id} order by ${order}`.execute(db);
  return found.rows;
}

async function readRecord(
  db: Queries,
  kind: SealedKind,
  id: string,
): Promise<{ version: number; bytes: Buffer } | null> {
  const [row] = await rowsOf(db, { table: kind.table, ownerColumn: 'id', orderBy: 'id' }, id);
  if (row === undefined) return null;
  const parts: CanonicalPart[] = ['record|v1', kind.kind, id, ...partsOf(row)];
  for (const child of kind.children) {
    const rows = await rowsOf(db, child, id);
    parts.push(child.table, rows.length, ...rows.flatMap(partsOf));
  }
  return { version: Number(row['version']), bytes: canonicalBytes(parts) };
}

/** The frozen form of one record with the rows it owns; null when it does not exist. */
export async function canonicalRecord(db: Queries, kind: SealedKind, id: string): Promise<Buffer | null> {
  return (await readRecord(db, kind, id))?.bytes ?? null;
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

async function isSound(db: Queries, kind: SealedKind, id: string, key: Buffer): Promise<boolean> {
  const newest = await db
    .selectFrom('audit_object')
    .select('object_seal')
    .where('object_kind', '=', kind.kind)
    .where('object_id', '=', id)
    .where('object_version', 'is not', null)
    .orderBy('seq', 'desc')
    .orderBy('position', 'desc')
    .executeTakeFirst();
  const record = await canonicalRecord(db, kind, id);
  const seal = newest?.object_seal ?? null;
  if (record === null || seal === null) return record === null && seal === null;
  return sameBytes(seal, sealOf(key, record));
}

/** Before anything is shown or printed. Throws `damaged`/record-seal; a kind without registration is a bug. */
export async function checkSeals(
  db: Queries,
  kinds: readonly SealedKind[],
  key: Buffer,
  refs: readonly RecordRef[],
): Promise<void> {
  for (const ref of refs) {
    const kind = kinds.find((one) => one.kind === ref.kind);
    if (kind === undefined) throw new Error('a record of a kind that is not registered');
    if (!(await isSound(db, kind, ref.id, key))) throw fail('damaged', 'record-seal');
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
    for (const { id } of ids.rows) {
      checked += 1;
      if (!(await isSound(db, kind, id, key))) wrong.push({ kind: kind.kind, id });
    }
  }
  return { checked, wrong };
}

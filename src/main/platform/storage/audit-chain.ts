/** The audit: appended only, chained by hash, authenticated by a key that moves on (security design §7.1). */
import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import { canonicalBytes } from '../crypto/canonical.ts';
import { hmac, sameBytes } from '../crypto/sealing.ts';
import type { AuditEntryTable, AuditObjectTable, AuditOutcome, PlatformTables } from './platform-tables.ts';

/** One record an entry is about. Version and seal are null for a record only read; the seal alone for one erased. */
export interface AuditObject {
  kind: string;
  id: string;
  version: number | null;
  seal: Buffer | null;
}

export interface AuditInput {
  /** Instant, ISO 8601 with milliseconds. */
  utc: string;
  /** Milliseconds of a clock that never goes back. */
  mono: number;
  staffId: string | null;
  role: string | null;
  device: string;
  action: string;
  objectKind: string | null;
  objectId: string | null;
  reason: string | null;
  outcome: AuditOutcome;
  /** Field names and counts, never values. */
  detail: string | null;
  objects?: readonly AuditObject[];
}

export interface AuditHead {
  seq: number;
  hash: Buffer;
}

type Hashed = Omit<AuditEntryTable, 'prev_hash' | 'hash' | 'mac' | 'signature'>;

const genesis = Buffer.alloc(32);
const batch = 5000;

/** Frozen: old entries must verify for ever. Field order of the design, then the objects. */
export function auditHash(previous: Buffer, entry: Hashed, objects: readonly AuditObject[]): Buffer {
  const { seq, segment, utc, mono, staff_id, role, device, action } = entry;
  const head = [seq, segment, utc, mono, staff_id, role, device, action];
  const tail = [entry.object_kind, entry.object_id, entry.reason, entry.outcome, entry.detail, objects.length];
  const parts = objects.flatMap((object) => [object.kind, object.id, object.version, object.seal]);
  return createHash('sha256')
    .update('audit|v1')
    .update(previous)
    .update(canonicalBytes([...head, ...tail, ...parts]))
    .digest();
}

/** `auditKey[i+1]`; the old value cannot be computed back. */
export function nextAuditKey(key: Buffer): Buffer {
  return hmac(key, 'next');
}

/** Appends one entry in the caller's transaction. Throws `damaged`/audit-no-key in a copy without a new segment. */
export async function append(trx: Transaction<PlatformTables>, input: AuditInput): Promise<AuditHead> {
  const state = await trx.selectFrom('audit_state').selectAll().executeTakeFirst();
  if (state === undefined || state.audit_key === null) throw fail('damaged', 'audit-no-key');
  const key = state.audit_key;
  const objects = input.objects ?? [];
  const entry: Hashed = {
    seq: state.head_seq + 1,
    segment: state.segment,
    utc: input.utc,
    mono: Math.trunc(input.mono),
    staff_id: input.staffId,
    role: input.role,
    device: input.device,
    action: input.action,
    object_kind: input.objectKind,
    object_id: input.objectId,
    reason: input.reason,
    outcome: input.outcome,
    detail: input.detail,
  };
  const hash = auditHash(state.head_hash, entry, objects);
  const proof = { prev_hash: state.head_hash, hash, mac: hmac(key, hash), signature: null };
  await trx
    .insertInto('audit_entry')
    .values({ ...entry, ...proof })
    .execute();
  for (const [position, { kind, id, version, seal }] of objects.entries()) {
    const row = { seq: entry.seq, position, object_kind: kind, object_id: id };
    await trx
      .insertInto('audit_object')
      .values({ ...row, object_version: version, object_seal: seal })
      .execute();
  }
  const next = nextAuditKey(key);
  await trx.updateTable('audit_state').set({ head_seq: entry.seq, head_hash: hash, audit_key: next }).execute();
  key.fill(0);
  next.fill(0);
  return { seq: entry.seq, hash };
}

/**
 * Starts the first or the next segment under a new 32-byte key (sealed on paper, the caller's to zero) and appends
 * its first entry.
 */
export async function startSegment(
  trx: Transaction<PlatformTables>,
  startKey: Buffer,
  first: AuditInput,
): Promise<AuditHead> {
  const state = await trx.selectFrom('audit_state').selectAll().executeTakeFirst();
  if (state === undefined) {
    const row = { id: 1 as const, segment: 1, head_seq: 0, head_hash: genesis, audit_key: startKey };
    await trx.insertInto('audit_state').values(row).execute();
  } else {
    await trx
      .updateTable('audit_state')
      .set({ segment: state.segment + 1, audit_key: startKey })
      .execute();
  }
  return append(trx, first);
}

/** Last entry; null before the first. */
export async function auditHead(db: Kysely<PlatformTables>): Promise<AuditHead | null> {
  const state = await db.selectFrom('audit_state').select(['head_seq', 'head_hash']).executeTakeFirst();
  return state === undefined ? null : { seq: state.head_seq, hash: state.head_hash };
}

export interface VerifyOptions {
  /** Start key of one segment, from the sealed paper: its MACs are checked too. */
  startKey?: { segment: number; key: Buffer };
}

interface Walk {
  seq: number;
  segment: number;
  hash: Buffer;
  /** MAC key of the next entry of the segment under check; null without a start key. */
  key: Buffer | null;
  macs: number;
}

function fits(walk: Walk, entry: AuditEntryTable, objects: readonly AuditObject[]): boolean {
  const follows = entry.seq === walk.seq + 1 && (entry.segment === walk.segment || entry.segment === walk.segment + 1);
  return (
    follows && sameBytes(entry.prev_hash, walk.hash) && sameBytes(entry.hash, auditHash(walk.hash, entry, objects))
  );
}

/** False when the MAC does not belong to the key at this place. */
function stepKey(walk: Walk, entry: AuditEntryTable, segment: number | undefined): boolean {
  if (walk.key === null || entry.segment !== segment) return true;
  if (!sameBytes(entry.mac, hmac(walk.key, entry.hash))) return false;
  walk.key = nextAuditKey(walk.key);
  walk.macs += 1;
  return true;
}

function grouped(rows: readonly AuditObjectTable[]): Map<number, AuditObject[]> {
  const bySeq = new Map<number, AuditObject[]>();
  for (const row of rows) {
    const object = { kind: row.object_kind, id: row.object_id, version: row.object_version, seal: row.object_seal };
    const list = bySeq.get(row.seq);
    if (list === undefined) bySeq.set(row.seq, [object]);
    else list.push(object);
  }
  return bySeq;
}

/** Moves the walk over the next entries; false at the end. */
async function stepBatch(db: Kysely<PlatformTables>, walk: Walk, segment: number | undefined): Promise<boolean> {
  const from = walk.seq;
  const later = db.selectFrom('audit_entry').selectAll().where('seq', '>', from);
  const entries = await later.orderBy('seq').limit(batch).execute();
  const last = entries.at(-1);
  if (last === undefined) return false;
  const objects = await db
    .selectFrom('audit_object')
    .selectAll()
    .where('seq', '>', from)
    .where('seq', '<=', last.seq)
    .orderBy('seq')
    .orderBy('position')
    .execute();
  const bySeq = grouped(objects);
  for (const entry of entries) {
    const sound = fits(walk, entry, bySeq.get(entry.seq) ?? []) && stepKey(walk, entry, segment);
    if (!sound) throw fail('damaged', 'audit-chain');
    walk.seq = entry.seq;
    walk.segment = entry.segment;
    walk.hash = entry.hash;
  }
  return true;
}

/**
 * The whole chain, without gaps, up to the head; answers how many entries and how many MACs were checked.
 *
 * Throws `damaged`/audit-chain. The MACs of a segment can be checked only with its start key.
 */
export async function verifyChain(
  db: Kysely<PlatformTables>,
  options: VerifyOptions = {},
): Promise<{ entries: number; macs: number; head: AuditHead }> {
  const segment = options.startKey?.segment;
  const walk: Walk = { seq: 0, segment: 0, hash: genesis, key: options.startKey?.key ?? null, macs: 0 };
  while (await stepBatch(db, walk, segment));
  const head = await auditHead(db);
  const complete = head === null ? walk.seq === 0 : head.seq === walk.seq && sameBytes(head.hash, walk.hash);
  if (!complete) throw fail('damaged', 'audit-chain');
  return { entries: walk.seq, macs: walk.macs, head: { seq: walk.seq, hash: walk.hash } };
}

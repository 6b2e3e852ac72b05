/** The audit: appended only, chained by hash, authenticated by a key that moves on (security design §7.1). */
import { createHash, randomBytes } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Instant } from '../../../shared/platform/dates.ts';
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
  utc: Instant;
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

/** What the program does outside a session. `detail`: field names and counts, never values. */
export type ProgramEntry = Pick<AuditInput, 'action'> &
  Partial<Pick<AuditInput, 'staffId' | 'reason' | 'outcome'>> & {
    readonly touched?: readonly { readonly kind: string; readonly id: string }[];
    readonly detail?: object | null;
  };

export interface AuditHead {
  seq: number;
  hash: Buffer;
}

type Hashed = Omit<AuditEntryTable, 'prev_hash' | 'hash' | 'mac' | 'signature'>;

const genesis = Buffer.alloc(32);
const batch = 5000;

/** Frozen: old entries must verify for ever. The order of the fields, then the objects. */
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
  const rows = objects.map(({ kind, id, version, seal }, position) => {
    const row = { seq: entry.seq, position, object_kind: kind, object_id: id };
    return { ...row, object_version: version, object_seal: seal };
  });
  // Six values a row: under the limit of parameters of one statement.
  for (let start = 0; start < rows.length; start += 1000) {
    await trx
      .insertInto('audit_object')
      .values(rows.slice(start, start + 1000))
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

/** A segment that has just begun; the key is for paper alone, and the caller's to zero. */
export interface StartedSegment {
  segment: number;
  /** 32 bytes. Stored nowhere in this form: whoever has it can prove, and forge, the entries of this segment. */
  startKey: Buffer;
  /** Its first entry. */
  head: AuditHead;
}

/**
 * The way every segment after the founding begins (a restore, a rotation, the end of read-only, a key that was typed):
 * the start key is made here and handed back, so that it cannot be forgotten on the way to its paper.
 */
export async function startNewSegment(trx: Transaction<PlatformTables>, first: AuditInput): Promise<StartedSegment> {
  const startKey = randomBytes(32);
  const head = await startSegment(trx, Buffer.from(startKey), first);
  const { segment } = await trx.selectFrom('audit_state').select('segment').executeTakeFirstOrThrow();
  return { segment, startKey, head };
}

/** Last entry; null before the first. */
/** Instant of the last entry, inside a query. */
export const lastEntryAt = sql<string | null>`(select utc from audit_entry order by seq desc limit 1)`;

export async function auditHead(db: Kysely<PlatformTables>): Promise<AuditHead | null> {
  const state = await db.selectFrom('audit_state').select(['head_seq', 'head_hash']).executeTakeFirst();
  return state === undefined ? null : { seq: state.head_seq, hash: state.head_hash };
}

/** A start key from the sealed paper; `segment` null where the paper does not say which it is of. */
export interface TypedStartKey {
  segment: number | null;
  key: Buffer;
}

/** How far one segment is proven. */
export interface SegmentProof {
  segment: number;
  first: number;
  last: number;
  /** Of its first entry. */
  utc: Instant;
  /** What it began with. */
  action: string;
  /** First entry of the other history that was given up where it began by giving one up; else its own first. */
  partedAt: number;
  /** Entries whose MAC holds under its start key; null when no key of it was given. */
  macs: number | null;
  /** First entry that was not written with that key; null when all were, or no key was given. */
  wrongFrom: number | null;
}

export interface ChainProof {
  /** Entries that follow each other without gap and with their hash. */
  entries: number;
  /** First entry that does not follow the one before, or the one missing at the end; null when none. */
  brokenAt: number | null;
  /** The last entry that follows. */
  head: AuditHead;
  segments: SegmentProof[];
  /** Given keys that began none of the segments. */
  strayKeys: number;
}

/** An entry after which a walk begins: two people accepted what stands before it. */
export interface WalkStart {
  seq: number;
  hash: Buffer;
  segment: number;
}

interface Walk {
  seq: number;
  hash: Buffer;
  /** Of the entry before; 0 before the first. */
  segment: number;
  /** MAC key of the next entry of the segment under check; null without a start key, and after the first wrong MAC. */
  key: Buffer | null;
  segments: SegmentProof[];
  unused: TypedStartKey[];
}

function fits(walk: Walk, entry: AuditEntryTable, objects: readonly AuditObject[]): boolean {
  const follows = entry.seq === walk.seq + 1 && (entry.segment === walk.segment || entry.segment === walk.segment + 1);
  return (
    follows && sameBytes(entry.prev_hash, walk.hash) && sameBytes(entry.hash, auditHash(walk.hash, entry, objects))
  );
}

/** The key of the segment that begins with this entry: the one named for it, else the one that made its MAC. */
function keyFor(walk: Walk, entry: AuditEntryTable): Buffer | null {
  const begins = ({ segment, key }: TypedStartKey) =>
    segment === entry.segment || (segment === null && sameBytes(entry.mac, hmac(key, entry.hash)));
  const found = walk.unused.find(begins);
  if (found === undefined) return null;
  walk.unused = walk.unused.filter((one) => one !== found);
  return found.key;
}

/** Between a file put back and the end of the read-only state there are entries too: the first one of them says it. */
function partedAt({ seq, action, detail }: AuditEntryTable): number {
  if (action !== 'rollback.detected') return seq;
  const { keptTo } = figuresOf(detail);
  return keptTo !== undefined && keptTo < seq ? keptTo + 1 : seq;
}

/** Whole numbers in the detail of an entry; none where it is no object: whoever forges one must not stop the walk. */
export function figuresOf(detail: string | null): Readonly<Record<string, number | undefined>> {
  try {
    const found: unknown = JSON.parse(detail ?? '{}');
    const pairs = typeof found === 'object' && found !== null ? Object.entries(found) : [];
    return Object.fromEntries(pairs.filter(([, value]) => Number.isSafeInteger(value)));
  } catch {
    return {};
  }
}

function beginSegment(walk: Walk, entry: AuditEntryTable): void {
  walk.key = keyFor(walk, entry);
  const { segment, seq, utc, action } = entry;
  const macs = walk.key === null ? null : 0;
  const parted = partedAt(entry);
  walk.segments.push({ segment, first: seq, last: seq, utc, action, partedAt: parted, macs, wrongFrom: null });
}

function checkMac(walk: Walk, proof: SegmentProof, entry: AuditEntryTable): void {
  if (walk.key === null) return;
  if (sameBytes(entry.mac, hmac(walk.key, entry.hash))) {
    walk.key = nextAuditKey(walk.key);
    proof.macs = (proof.macs ?? 0) + 1;
    return;
  }
  walk.key = null;
  proof.wrongFrom = entry.seq;
}

function step(walk: Walk, entry: AuditEntryTable): void {
  if (walk.segments.at(-1)?.segment !== entry.segment) beginSegment(walk, entry);
  const proof = walk.segments.at(-1);
  if (proof === undefined) return;
  checkMac(walk, proof, entry);
  proof.last = entry.seq;
  walk.seq = entry.seq;
  walk.hash = entry.hash;
  walk.segment = entry.segment;
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

/** Moves the walk over the next entries: `more`, `end`, or `broken` at the first that does not follow. */
async function stepBatch(db: Kysely<PlatformTables>, walk: Walk): Promise<'more' | 'end' | 'broken'> {
  const from = walk.seq;
  const later = db.selectFrom('audit_entry').selectAll().where('seq', '>', from);
  const entries = await later.orderBy('seq').limit(batch).execute();
  const last = entries.at(-1);
  if (last === undefined) return 'end';
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
    if (!fits(walk, entry, bySeq.get(entry.seq) ?? [])) return 'broken';
    step(walk, entry);
  }
  return 'more';
}

/**
 * The whole chain, as far as it holds, and the MACs of each segment whose start key is given. Says where it stops to hold
 * instead of throwing: the auditor must know from which entry on.
 */
export async function proveChain(
  db: Kysely<PlatformTables>,
  startKeys: readonly TypedStartKey[] = [],
  after: WalkStart = { seq: 0, hash: genesis, segment: 0 },
): Promise<ChainProof> {
  const walk: Walk = { ...after, key: null, segments: [], unused: [...startKeys] };
  let found = await stepBatch(db, walk);
  while (found === 'more') found = await stepBatch(db, walk);
  const head = await auditHead(db);
  const ends = head === null ? walk.seq === 0 : head.seq === walk.seq && sameBytes(head.hash, walk.hash);
  return {
    entries: walk.seq,
    brokenAt: found === 'end' && ends ? null : walk.seq + 1,
    head: { seq: walk.seq, hash: walk.hash },
    segments: walk.segments,
    strayKeys: walk.unused.length,
  };
}

/**
 * The whole chain, without gaps, up to the head; answers how many entries were checked.
 *
 * Throws `damaged`/audit-chain.
 */
export async function verifyChain(db: Kysely<PlatformTables>): Promise<{ entries: number; head: AuditHead }> {
  const { entries, brokenAt, head } = await proveChain(db);
  if (brokenAt !== null) throw fail('damaged', 'audit-chain');
  return { entries, head };
}

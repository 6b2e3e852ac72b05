/** Tables of the platform: identity of the file, secrets, audit, seals, proposals, drafts. */
import type { Instant } from '../../../shared/platform/dates.ts';
import type { CaseId, ProposalId, Id } from '../../../shared/platform/ids.ts';
import type { ProposalKind } from '../../../shared/access/index.ts';
import type { Kysely, Transaction } from 'kysely';

export interface MetaTable {
  key: string;
  value: string;
}

export interface SecretTable {
  name: string;
  value: Buffer;
}

export type AuditOutcome = 'ok' | 'denied' | 'failed';

export interface AuditEntryTable {
  /** From 1, without gaps. */
  seq: number;
  segment: number;
  utc: Instant;
  /** Milliseconds of a clock that never goes back, from the start of the process. */
  mono: number;
  staff_id: string | null;
  role: string | null;
  device: string;
  action: string;
  object_kind: string | null;
  object_id: string | null;
  reason: string | null;
  outcome: AuditOutcome;
  /** Field names and counts only. */
  detail: string | null;
  prev_hash: Buffer;
  hash: Buffer;
  mac: Buffer;
  signature: Buffer | null;
}

export interface AuditObjectTable {
  seq: number;
  position: number;
  object_kind: string;
  object_id: string;
  /** Null for a record that was only read. */
  object_version: number | null;
  /** Null for a record that was read, or erased (then the version is set). */
  object_seal: Buffer | null;
}

export interface AuditStateTable {
  id: 1;
  segment: number;
  head_seq: number;
  head_hash: Buffer;
  /** Null in copies: a new segment must start before anything is appended. */
  audit_key: Buffer | null;
}

export interface IdempotencyKeyTable {
  key: string;
  procedure: string;
  staff_id: string;
  output: string;
  at: Instant;
}

export interface SealedFieldTable {
  owner_kind: string;
  owner_id: string;
  field: string;
  compartment: string;
  key_version: number;
  row_version: number;
  enc: 'none' | 'aes-256-gcm';
  body: Buffer;
}

export interface ProposalTable {
  id: ProposalId;
  kind: ProposalKind;
  subject_kind: string;
  subject_id: string | null;
  payload: string;
  proposed_by: string;
  proposed_at: Instant;
  state: 'pending' | 'approved' | 'declined' | 'withdrawn';
  decided_by: string | null;
  decided_at: Instant | null;
  reason: string | null;
  version: number;
}

export interface DraftTable {
  id: Id<'DraftId'>;
  staff_id: string;
  form: string;
  case_id: CaseId | null;
  body: string;
  created_at: Instant;
  updated_at: Instant;
  version: number;
}

export interface PlatformTables {
  meta: MetaTable;
  secret: SecretTable;
  audit_entry: AuditEntryTable;
  audit_object: AuditObjectTable;
  audit_state: AuditStateTable;
  idempotency_key: IdempotencyKeyTable;
  sealed_field: SealedFieldTable;
  proposal: ProposalTable;
  draft: DraftTable;
}

/** The same database or transaction by the tables of the platform, which every register has beside those of its domains. */
export function platformOf<Tables>(trx: Transaction<Tables>): Transaction<PlatformTables>;
export function platformOf<Tables>(db: Kysely<Tables>): Kysely<PlatformTables>;
export function platformOf<Tables>(db: Kysely<Tables>): Kysely<PlatformTables> {
  // Kysely's types are invariant in the tables: more tables are no wider.
  return db as unknown as Kysely<PlatformTables>;
}

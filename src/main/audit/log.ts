/** The audit as the gate writes it: who, what, which records, and the seal each of them has now. */
import type { Transaction } from 'kysely';
import { instantIn, type Clock } from '../../shared/platform/clock.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { noteDateStep } from '../centre/index.ts';
import type { AuditEntry } from '../platform/gate/gate.ts';
import { append, type AuditInput, type AuditObject, type ProgramEntry } from '../platform/storage/audit-chain.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import {
  checkSeals,
  recordsOfCaseIn,
  sealRecords,
  verifyAllSeals,
  type RecordRef,
  type SealedKind,
} from '../platform/storage/record-seals.ts';
import type { Trx } from './tables.ts';

export type AuditLogParts = {
  readonly kinds: readonly SealedKind[];
  /** Those whose records of the case are compared before a procedure. */
  readonly comparedFor: (procedure: string) => readonly SealedKind[];
  /** Read at each use: zeroed with every lock. */
  readonly recordSealKey: () => Buffer;
  /** The computer that keeps the record: what the program does by itself, it does there. */
  readonly device: string;
  readonly clock: Clock;
};

function platform(trx: Trx): Transaction<PlatformTables> {
  return trx;
}

export class AuditLog {
  readonly #parts: AuditLogParts;
  readonly #recordsOf: ReturnType<typeof recordsOfCaseIn>;
  /** The question for the records of a case, by the kinds it asks for. */
  readonly #compared = new Map<readonly SealedKind[], ReturnType<typeof recordsOfCaseIn>>();

  constructor(parts: AuditLogParts) {
    this.#parts = parts;
    this.#recordsOf = recordsOfCaseIn(parts.kinds);
  }

  /** Appends one entry of a session, in the transaction it speaks of. */
  async append(trx: Trx, entry: AuditEntry): Promise<void> {
    const { session, action, outcome, object, touched, detail } = entry;
    await this.#noteStep(trx);
    await append(platform(trx), {
      ...this.#blank(action),
      device: session.connection.device,
      staffId: session.staffId,
      role: session.roles.join('+'),
      objectKind: object?.kind ?? null,
      objectId: object?.id ?? null,
      outcome,
      detail: Object.keys(detail).length === 0 ? null : JSON.stringify(detail),
      objects: await this.#objects(trx, object, touched),
    });
  }

  /** Appends a refusal, alike wherever it was decided. */
  async appendDenied(
    trx: Trx,
    session: AuditEntry['session'],
    { action, procedure, caseId }: { action: string; procedure: string; caseId: CaseId | null },
  ): Promise<void> {
    const object = caseId === null ? null : { kind: 'case_file', id: caseId };
    await this.append(trx, { session, action, outcome: 'denied', object, touched: [], detail: { procedure } });
  }

  /** Appends what the program does outside a session: the founding, the copy of closing. */
  async appendForProgram(trx: Trx, { touched = [], detail = null, ...said }: ProgramEntry): Promise<void> {
    const objects = await this.#objects(trx, null, touched);
    const words = detail === null ? null : JSON.stringify(detail);
    await append(platform(trx), { ...this.#blank(said.action), ...said, detail: words, objects });
  }

  /** The entry a segment begins with, before there is any record. */
  firstEntry(action: string, staffId: string | null): AuditInput {
    return { ...this.#blank(action), staffId };
  }

  /** @throws damaged `record-seal` when a record of the case that the procedure may read is not as the audit says */
  async checkCaseSeals(trx: Trx, caseId: CaseId, procedure: string): Promise<void> {
    const kinds = this.#parts.comparedFor(procedure);
    const recordsOf = this.#compared.get(kinds) ?? recordsOfCaseIn(kinds);
    this.#compared.set(kinds, recordsOf);
    await checkSeals(platform(trx), kinds, this.#parts.recordSealKey(), await recordsOf(platform(trx), caseId));
  }

  recordsOf(trx: Trx, caseId: CaseId): Promise<RecordRef[]> {
    return this.#recordsOf(platform(trx), caseId);
  }

  /** Every sealed record: how many, and which are not as the audit says. */
  verifySeals(trx: Trx): Promise<{ checked: number; wrong: RecordRef[] }> {
    return verifyAllSeals(platform(trx), this.#parts.kinds, this.#parts.recordSealKey());
  }

  /** A date that jumped is an entry of its own, before the one that carries it. */
  async #noteStep(trx: Trx): Promise<void> {
    const kind = await noteDateStep(trx, instantIn(this.#parts.clock));
    if (kind !== null)
      await append(platform(trx), { ...this.#blank('clock.stepped'), detail: JSON.stringify({ kind }) });
  }

  #blank(action: string): AuditInput {
    const nothing = { staffId: null, role: null, objectKind: null, objectId: null, reason: null, detail: null };
    const { clock, device } = this.#parts;
    return { utc: instantIn(clock), mono: performance.now(), device, action, outcome: 'ok', ...nothing };
  }

  /** Touched records with their new seal; what was only read stands without version. */
  async #objects(trx: Trx, object: RecordRef | null, touched: readonly RecordRef[]): Promise<AuditObject[]> {
    const { kinds, recordSealKey } = this.#parts;
    const refs = touched.map(({ kind, id }) => ({ kind, id }));
    const objects = await sealRecords(platform(trx), kinds, recordSealKey(), refs);
    const isTouched = touched.some((ref) => ref.kind === object?.kind && ref.id === object.id);
    if (object !== null && !isTouched) objects.push({ kind: object.kind, id: object.id, version: null, seal: null });
    return objects;
  }
}

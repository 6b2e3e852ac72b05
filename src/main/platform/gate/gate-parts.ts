/** What the gate needs of the application, each part a small interface so that the gate knows no domain. */
import type { CaseRelation, Decision, Role } from '../../../shared/access/index.ts';
import type { Clock } from '../../../shared/platform/clock.ts';
import type { ContractSpec, Phase, ProcedureSpec } from '../../../shared/platform/contract.ts';
import type { Failure } from '../../../shared/platform/failures.ts';
import type { CaseId, ProposalId } from '../../../shared/platform/ids.ts';
import type { CallFrame, Gathered, Handler, Passed, Ref } from './handler.ts';
import type { Connection } from '../connection.ts';
import type { Session } from './session.ts';

/** The call whose answer was kept under its key, and the case it was about. */
export type KeptCall = Pick<Passed, 'caseId' | 'key'>;

/** Words under keys of their own: opened in what a call reads, closed in what it wrote; answers what changed besides. */
export type GateWords<Trx> = {
  /** @throws rule-broken `seal-key-waits` where the session may read the case and holds no key of it */
  check(trx: Trx, session: Session, caseId: CaseId): Promise<void>;
  within<Value>(
    trx: Trx,
    session: Session,
    work: (trx: Trx, close: (touched: readonly Ref[], call: KeptCall) => Promise<readonly Ref[]>) => Promise<Value>,
  ): Promise<Value>;
};

/** One line of the audit, written in the transaction it speaks of. */
export type AuditEntry = Omit<Gathered, 'isJoined'> & {
  readonly session: Session;
  readonly action: string;
  readonly outcome: 'ok' | 'denied' | 'failed';
};

/** A call as it passed the checks: what was asked, by whom, with what; without a key nothing is kept. */
export type KeyedCall = Pick<Passed, 'key' | 'name' | 'session' | 'input'>;

/** Answers already given under an idempotency key. */
export type Answers<Trx> = {
  /** The first answer under the key; null when it is new. */
  find(trx: Trx, call: KeyedCall): Promise<unknown>;
  keep(trx: Trx, call: KeyedCall, output: unknown): Promise<void>;
  /** In place of the answer of the commit: how the delivery ended. */
  keepEnd(trx: Trx, call: KeyedCall, output: unknown): Promise<void>;
  /** What was asked under the key may be asked again. */
  forget(trx: Trx, call: KeyedCall): Promise<void>;
};

export type GateParts<Trx> = {
  readonly contract: ContractSpec;
  readonly handlers: Readonly<Record<string, Handler<ProcedureSpec, Trx>>>;
  readonly clock: Clock;
  readonly newId: CallFrame['newId'];
  phase(): Phase;
  /** Throws `rule-broken` with reason `only-at-keeper` for what is done at the computer that keeps the record alone. */
  checkComputer(procedure: string, from: Connection): void;
  readonly sessions: {
    /** Null for one that was begun at another connection, too. */
    find(token: string, from: Connection): Session | null;
    /** Reads roles and state again; throws `locked` when the person was disabled meanwhile. */
    refresh(trx: Trx, session: Session): Promise<void>;
    verifyPassword(session: Session, password: string): Promise<boolean>;
  };
  readonly access: {
    mayEver(roles: readonly Role[], action: string): boolean;
    decide(roles: readonly Role[], action: string, relation: CaseRelation | null): Decision;
    /** How the session stands to the case; null when there is no such case. */
    relationTo(trx: Trx, session: Session, caseId: CaseId): Promise<CaseRelation | null>;
    /** Throws unless the proposal is pending, of that kind, and made by somebody else (D4). */
    checkApprover(trx: Trx, session: Session, kind: string, proposalId: ProposalId): Promise<void>;
  };
  /** Runs work in one write transaction; what follows the commit never turns it into an error. */
  transaction<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  /** Reads without waiting for the disk. */
  read<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  readonly audit: { append(trx: Trx, entry: AuditEntry): Promise<void> };
  readonly answers: Answers<Trx>;
  /** Throws `rule-broken` with reason `case-closed` for a change that a closed case does not take. */
  checkCaseOpen(trx: Trx, caseId: CaseId, whileClosed: ProcedureSpec['whileClosed']): Promise<void>;
  readonly words: GateWords<Trx>;
  /** Throws `damaged` with reason `record-seal` when a record of the case does not match its seal. */
  checkCaseSeals(trx: Trx, caseId: CaseId, procedure: string): Promise<void>;
  /** Expected failures pass; anything else becomes `unexpected` with an incident number, logged without data. */
  failureOf(error: unknown, procedure: string): Failure;
};

/**
 * How a domain answers a procedure: prepare outside the transaction, commit inside it, deliver after it.
 *
 * Nothing but the database may be awaited in `commit`: a PDF made there holds up every other reader.
 */
import { randomUUID } from 'node:crypto';
import type { Decision } from '../../../shared/access/index.ts';
import type { Clock } from '../../../shared/platform/clock.ts';
import type { ContractSpec, InputOf, OutputOf, ProcedureSpec } from '../../../shared/platform/contract.ts';
import type { CivilDate, Instant } from '../../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../../shared/platform/ids.ts';
import type { Connection } from '../connection.ts';
import type { Session } from './session.ts';

export const newId = <Brand extends string>() => randomUUID() as Id<Brand>;

/** What every phase of a call knows. */
export type CallFrame = {
  readonly session: Session;
  readonly clock: Clock;
  readonly now: Instant;
  readonly today: CivilDate;
  /** View and scope that the permission table gave for this call. */
  readonly decision: Extract<Decision, { allowed: true }>;
  newId<Brand extends string>(): Id<Brand>;
};

/** The unit of work of one commit. What is touched is sealed and named in the audit entry of this call. */
export type Unit<Trx> = CallFrame & {
  readonly trx: Trx;
  /** Says that a record changed: its seal is renewed and stands in the audit entry. */
  touch(kind: string, id: string): void;
  /** The same for a record this call is not about: sealed and named, but never the object of the audit entry. */
  touchAside(kind: string, id: string): void;
  /** Names of fields and counts for the audit entry: never values, names or free text. */
  note(detail: Record<string, string | number | boolean>): void;
  /** This call goes on with one that left its entry a moment ago, and leaves none: for what changes nothing. */
  joinsEarlier(): void;
  /** The object of the audit entry, when it is neither the case nor the first record touched. */
  about(kind: string, id: string): void;
  /** Asks for one more permission on the same case; throws `forbidden` or `not-found`. Answers what it allows. */
  require(action: string, caseId: CaseId): Promise<CallFrame['decision']>;
};

/** Prepare phase: may read in a transaction of its own, may take its time. */
export type Preparation<Trx> = CallFrame & { read<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value> };

/** Deliver phase: the bytes leave, then one more transaction says how it ended, with its own audit entry. */
export type Delivery<Trx> = CallFrame & {
  settle(outcome: 'ok' | 'failed', work: (unit: Unit<Trx>) => Promise<void>): Promise<void>;
};

export type InsideHandler<Spec extends ProcedureSpec, Trx, Prepared> = {
  prepare(call: Preparation<Trx>, input: InputOf<Spec>): Promise<Prepared>;
  commit(unit: Unit<Trx>, input: InputOf<Spec>, prepared: Prepared): Promise<OutputOf<Spec>>;
  /** After the commit: hands bytes to a folder or a printer. What it throws reaches the caller. */
  deliver?(
    call: Delivery<Trx>,
    input: InputOf<Spec>,
    output: OutputOf<Spec>,
    prepared: Prepared,
  ): Promise<OutputOf<Spec>>;
  /** What was prepared is not committed after all, whoever refused it: nothing of it may stay in memory. */
  abandon?(input: InputOf<Spec>, prepared: Prepared): void;
};

/** For procedures that anyone may call: the database may be closed, there is no session. */
export type OutsideHandler<Spec extends ProcedureSpec> = {
  outside(input: InputOf<Spec>, from: Connection): Promise<OutputOf<Spec>>;
};

/** For procedures answered from memory (`fromMemory`): no record is read, no transaction waited for. */
export type MemoryHandler<Spec extends ProcedureSpec> = {
  fromMemory(session: Session, input: InputOf<Spec>): OutputOf<Spec>;
};

/** `Prepared` is the handler's own business; the gate only carries it from one phase to the next. */
export type Handler<Spec extends ProcedureSpec, Trx> =
  OutsideHandler<Spec> | MemoryHandler<Spec> | InsideHandler<Spec, Trx, unknown>;

/** One handler per procedure: leaving one out does not compile. */
export type Handlers<Contract extends ContractSpec, Trx> = {
  readonly [Name in keyof Contract]: Handler<Contract[Name], Trx>;
};

/** Prepare phase of a handler that has none; the gate knows it by identity and reads nothing for it. */
export const preparesNothing = () => Promise.resolve(null);

/** A handler whose whole work fits in the transaction. */
export function inside<Spec extends ProcedureSpec, Trx>(
  commit: (unit: Unit<Trx>, input: InputOf<Spec>) => Promise<OutputOf<Spec>>,
): InsideHandler<Spec, Trx, unknown> {
  return { prepare: preparesNothing, commit };
}

/** A handler with a prepared part; keeps the type of what is prepared between its own phases. */
export function twoPhase<Spec extends ProcedureSpec, Trx, Prepared>(
  handler: InsideHandler<Spec, Trx, Prepared>,
): InsideHandler<Spec, Trx, unknown> {
  return handler;
}

export function fromMemory<Spec extends ProcedureSpec>(
  answer: (session: Session, input: InputOf<Spec>) => OutputOf<Spec>,
): MemoryHandler<Spec> {
  return { fromMemory: answer };
}

export function outside<Spec extends ProcedureSpec>(
  run: (input: InputOf<Spec>, from: Connection) => Promise<OutputOf<Spec>>,
): OutsideHandler<Spec> {
  return { outside: run };
}

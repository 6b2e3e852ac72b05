/**
 * How a domain answers a procedure: prepare outside the transaction, commit inside it, deliver after it.
 *
 * Nothing but the database may be awaited in `commit`: a PDF made there holds up every other reader.
 */
import type { ContractSpec, InputOf, OutputOf, ProcedureSpec } from '../../../shared/platform/contract.ts';
import type { Connection } from '../connection.ts';
import type { CallFrame, Session, Unit } from './session.ts';

export { newId, type CallFrame, type Unit } from './session.ts';

/** Prepare phase: may read in a transaction of its own, may take its time. */
export type Preparation<Trx> = CallFrame & { read<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value> };

/** Deliver phase: the bytes leave, then one more transaction says how it ended, with its own audit entry. */
export type Delivery<Trx> = CallFrame & {
  settle(outcome: 'ok' | 'failed', work: (unit: Unit<Trx>) => Promise<void>): Promise<void>;
};

/** Nothing where the procedure has nothing to say. */
type Answer<Spec extends ProcedureSpec> =
  | Promise<OutputOf<Spec>>
  | ([OutputOf<Spec>] extends [Record<string, never>] ? Promise<void> : never);

export type InsideHandler<Spec extends ProcedureSpec, Trx, Prepared> = {
  prepare(call: Preparation<Trx>, input: InputOf<Spec>): Promise<Prepared>;
  commit(unit: Unit<Trx>, input: InputOf<Spec>, prepared: Prepared): Answer<Spec>;
  /**
   * After the commit: hands bytes to a folder or a printer. What it throws reaches the caller; where it answers nothing,
   * what was committed is the answer.
   */
  deliver?(
    call: Delivery<Trx>,
    input: InputOf<Spec>,
    output: OutputOf<Spec>,
    prepared: Prepared,
  ): Promise<OutputOf<Spec>> | Promise<void>;
  /** What was prepared is not committed after all, whoever refused it: nothing of it may stay in memory. */
  abandon?(input: InputOf<Spec>, prepared: Prepared): void;
};

/** Delivery of what took in a file: it is stored, and its pieces are let go. */
export function forgetsReceived({ session }: CallFrame, { fileId }: { readonly fileId: string }): Promise<void> {
  session.files.forgetReceived(fileId);
  return Promise.resolve();
}

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
  | OutsideHandler<Spec>
  | MemoryHandler<Spec>
  | InsideHandler<Spec, Trx, unknown>;

/** One handler per procedure: leaving one out does not compile. */
export type Handlers<Contract extends ContractSpec, Trx> = {
  readonly [Name in keyof Contract]: Handler<Contract[Name], Trx>;
};

/** Prepare phase of a handler that has none; the gate knows it by identity and reads nothing for it. */
export const preparesNothing = () => Promise.resolve(null);

/** A handler whose whole work fits in the transaction. */
export function inside<Spec extends ProcedureSpec, Trx>(
  commit: (unit: Unit<Trx>, input: InputOf<Spec>) => Answer<Spec>,
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

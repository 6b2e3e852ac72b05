/**
 * A call between the gate and the domain that answers it: what was asked and passed, the unit of work of its handler, what
 * it brings back. A handler prepares outside the transaction, commits inside it, delivers after it.
 *
 * Nothing but the database may be awaited in `commit`: a PDF made there holds up every other reader.
 */
import type { Decision } from '../../../shared/access/index.ts';
import type {
  Call,
  ContractSpec,
  Envelope,
  InputOf,
  OutputOf,
  ProcedureSpec,
} from '../../../shared/platform/contract.ts';
import { fail, issuesOf } from '../../../shared/platform/failures.ts';
import { caseIdSchema, proposalIdSchema, type CaseId, type ProposalId } from '../../../shared/platform/ids.ts';
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
type Told<Spec extends ProcedureSpec> =
  | Promise<OutputOf<Spec>>
  | ([OutputOf<Spec>] extends [Record<string, never>] ? Promise<void> : never);

export type InsideHandler<Spec extends ProcedureSpec, Trx, Prepared> = {
  prepare(call: Preparation<Trx>, input: InputOf<Spec>): Promise<Prepared>;
  commit(unit: Unit<Trx>, input: InputOf<Spec>, prepared: Prepared): Told<Spec>;
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
  commit: (unit: Unit<Trx>, input: InputOf<Spec>) => Told<Spec>,
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

export type Allowed = Extract<Decision, { allowed: true }>;
export type Asked = { readonly call: Call; readonly spec: ProcedureSpec; readonly session: Session };
/** How far the checks of a call have come, for the entry of a refusal. */
export type Checks = { isDone: boolean; caseId: CaseId | null };
/** What a call brings back: the value, and what went wrong after it was stored. */
export type Answer = { readonly value: unknown; readonly after: { readonly error: unknown } | null };
export type Passed = {
  readonly name: string;
  readonly spec: ProcedureSpec;
  readonly session: Session;
  readonly input: unknown;
  readonly caseId: CaseId | null;
  readonly key: string | null;
  /** The caller typed the own password with this call, and it was right. */
  readonly isProven: boolean;
};

/** @throws invalid `idempotency-key` when what changes the record came without one */
export function passedOf({ call, spec, session }: Asked, input: unknown, isProven: boolean): Passed {
  if (spec.changes && call.key === null) throw fail('invalid', 'idempotency-key');
  return { name: call.procedure, spec, session, input, key: call.key, isProven, caseId: subjectOf(spec, input) };
}

/** An acceso excepcional reads: what would change anything is refused as a case that is not there. */
export function whereAllowed(spec: ProcedureSpec, decision: Allowed): Allowed {
  if (decision.isExceptional === true && spec.changes) throw fail('not-found');
  return decision;
}

export function answered(value: unknown): Answer {
  return { value, after: null };
}

/** @throws invalid with an issue at each field */
export function parseInput(spec: ProcedureSpec, input: unknown): unknown {
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) throw fail('invalid', null, issuesOf(parsed.error));
  return parsed.data;
}

/** Who has nothing to say returned nothing. */
export function parseOutput(spec: ProcedureSpec, output: unknown = {}): unknown {
  const parsed = spec.output.safeParse(output);
  // An answer outside its own schema is a bug; its values must not reach the log.
  if (!parsed.success) {
    throw new Error(
      `Answer outside its schema at ${parsed.error.issues.map((issue) => issue.path.map(String).join('.')).join(', ')}`,
    );
  }
  return parsed.data;
}

/** The case that a call is about; null for one about none. */
function subjectOf(spec: ProcedureSpec, input: unknown): CaseId | null {
  if (spec.subject !== 'case') return null;
  const { caseId } = input as { caseId: unknown };
  return caseId === null ? null : caseIdSchema.parse(caseId);
}

export function approvalOf(input: unknown): ProposalId {
  return proposalIdSchema.parse((input as { proposalId: unknown }).proposalId);
}

export type Ref = { readonly kind: string; readonly id: string };

export type Gathered = {
  /** What the entry is about: the case, else what the handler said, else the first record touched. */
  readonly object: Ref | null;
  readonly touched: readonly Ref[];
  readonly detail: Readonly<Record<string, string | number | boolean>>;
  /** Stands in an entry of an earlier call. */
  readonly isJoined: boolean;
};

type Rules = {
  readonly name: string;
  /** A record changed: what was known of it may no longer hold. */
  readonly touched: () => void;
  /** One more permission on a case. @throws forbidden, not-found, wrong-secret */
  readonly permit: (action: string, caseId: CaseId) => Promise<CallFrame['decision']>;
};

/** The unit of work of a commit, and what it gathered for the audit entry of its call. */
export function gatheringUnit<Trx>(
  trx: Trx,
  frame: CallFrame,
  { name, touched: changed, permit }: Rules,
): { unit: Unit<Trx>; gathered: (caseId: CaseId | null) => Gathered } {
  const touched = new Map<string, Ref>();
  const aside = new Map<string, Ref>();
  // The review counts what was read by an acceso excepcional.
  const detail: Record<string, string | number | boolean> =
    frame.decision.isExceptional === true ? { exceptional: true } : {};
  let subject: Ref | null = null;
  let isJoined = false;
  const unit: Unit<Trx> = {
    ...frame,
    trx,
    touch: (kind, id) => {
      touched.set(`${kind} ${id}`, { kind, id });
      changed();
    },
    touchAside: (kind, id) => {
      aside.set(`${kind} ${id}`, { kind, id });
      changed();
    },
    note: (more) => void Object.assign(detail, more),
    joinsEarlier: () => void (isJoined = true),
    about: (kind, id) => void (subject = { kind, id }),
    require: permit,
  };
  const gathered = (caseId: CaseId | null): Gathered => ({
    object: subject ?? (caseId === null ? (touched.values().next().value ?? null) : { kind: 'case_file', id: caseId }),
    touched: [...new Map([...touched, ...aside]).values()],
    detail: { ...detail, procedure: name },
    isJoined,
  });
  return { unit, gathered };
}

type Run = Pick<Call, 'procedure' | 'session'> & { readonly input: string; readonly envelope: Promise<Envelope> };

/** A call that is sent again while the first is still at its work gets its answer, with how the delivery ended. */
export class RunningCalls {
  readonly #runs = new Map<string, Run>();

  /** That of the same call of the same session that runs; else that of `work`. */
  async once({ key, procedure, session, input }: Call, work: () => Promise<Envelope>): Promise<Envelope> {
    if (key === null) return work();
    const asked = JSON.stringify(input);
    const before = this.#runs.get(key);
    if (before?.procedure === procedure && before.session === session && before.input === asked) return before.envelope;
    const run = { procedure, session, input: asked, envelope: work() };
    this.#runs.set(key, run);
    try {
      return await run.envelope;
    } finally {
      if (this.#runs.get(key) === run) this.#runs.delete(key);
    }
  }
}

/**
 * The gate: the only door to the record, the same for window, browser, tests and command line.
 *
 * Order of the checks: security design §9.2, steps 2 to 11 (step 1, the sender, belongs to the host).
 */
import type { CaseRelation, Decision, Role } from '../../../shared/access/index.ts';
import { instantIn, todayIn, type Clock } from '../../../shared/platform/clock.ts';
import {
  callSchema,
  type Call,
  type ContractSpec,
  type Envelope,
  type Phase,
  type ProcedureSpec,
} from '../../../shared/platform/contract.ts';
import { ExpectedFailure, fail, issuesOf, type Failure } from '../../../shared/platform/failures.ts';
import { caseIdSchema, proposalIdSchema, type CaseId, type ProposalId } from '../../../shared/platform/ids.ts';
import {
  preparesNothing,
  type CallFrame,
  type Delivery,
  type InsideHandler,
  type MemoryHandler,
  type OutsideHandler,
  type Preparation,
  type Unit,
} from './handler.ts';
import { isWithinLimits } from './limits.ts';
import { CallRate } from './rate.ts';
import type { Session } from './session.ts';

type AnyHandler<Trx> =
  OutsideHandler<ProcedureSpec> | MemoryHandler<ProcedureSpec> | InsideHandler<ProcedureSpec, Trx, unknown>;

/** One line of the audit, written in the transaction it speaks of. */
export type AuditEntry = {
  readonly session: Session;
  readonly action: string;
  readonly outcome: 'ok' | 'denied' | 'failed';
  readonly object: { readonly kind: string; readonly id: string } | null;
  readonly touched: readonly { readonly kind: string; readonly id: string }[];
  readonly detail: Readonly<Record<string, string | number | boolean>>;
};

/** What the gate needs of the application, each part a small interface so that the gate knows no domain. */
export type GateParts<Trx> = {
  readonly contract: ContractSpec;
  readonly handlers: Readonly<Record<string, AnyHandler<Trx>>>;
  readonly clock: Clock;
  newId(): string;
  phase(): Phase;
  readonly sessions: {
    find(token: string): Session | null;
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
  /** Runs work in one write transaction and moves the high-water mark after its commit. */
  transaction<Value>(work: (trx: Trx) => Promise<Value>): Promise<Value>;
  readonly audit: { append(trx: Trx, entry: AuditEntry): Promise<void> };
  /** Answers already given under an idempotency key. */
  readonly answers: {
    find(trx: Trx, key: string, procedure: string, session: Session): Promise<unknown>;
    keep(trx: Trx, key: string, procedure: string, answer: { session: Session; output: unknown }): Promise<void>;
  };
  /** Throws `damaged` with reason `record-seal` when a record of the case does not match its seal. */
  checkCaseSeals(trx: Trx, caseId: CaseId): Promise<void>;
  /** Expected failures pass; anything else becomes `unexpected` with an incident number, logged without data. */
  failureOf(error: unknown, procedure: string): Failure;
};

type Allowed = Extract<Decision, { allowed: true }>;
type Passed = {
  readonly name: string;
  readonly spec: ProcedureSpec;
  readonly input: unknown;
  /** The caller typed the own password with this call, and it was right. */
  readonly isProven: boolean;
};

export class Gate<Trx> {
  readonly #parts: GateParts<Trx>;
  readonly #rate = new CallRate();

  constructor(parts: GateParts<Trx>) {
    this.#parts = parts;
  }

  /** Answers one call. Never throws: what goes wrong is in the envelope. */
  async invoke(raw: unknown): Promise<Envelope> {
    let procedure = 'unknown';
    try {
      const call = this.#admit(raw);
      procedure = call.procedure;
      return { ok: true, value: await this.#answer(call) };
    } catch (error) {
      return { ok: false, failure: this.#parts.failureOf(error, procedure) };
    }
  }

  #admit(raw: unknown): Call {
    if (!isWithinLimits(raw)) throw fail('invalid', 'message-limits');
    const call = callSchema.safeParse(raw);
    if (!call.success) throw fail('invalid', 'message-limits');
    if (!Object.hasOwn(this.#parts.contract, call.data.procedure)) throw fail('not-found', 'unknown-procedure');
    if (!this.#rate.allows(this.#callerOf(call.data), this.#parts.clock.now()))
      throw fail('rule-broken', 'too-many-calls');
    return call.data;
  }

  /** Invented tokens share one ceiling: a new one for each call would have none. */
  #callerOf({ session }: Call): string {
    return session !== null && this.#parts.sessions.find(session) !== null ? session : 'anyone';
  }

  async #answer(call: Call): Promise<unknown> {
    const spec = this.#specOf(call.procedure);
    const handler = this.#parts.handlers[call.procedure] as AnyHandler<Trx>;
    this.#checkPhase(spec);
    if (spec.permission === 'anyone') {
      const input = parseInput(spec, call.input);
      return parseOutput(spec, await (handler as OutsideHandler<ProcedureSpec>).outside(input));
    }
    const session = call.session === null ? null : this.#parts.sessions.find(call.session);
    if (session === null) throw fail('locked');
    if (session.pause !== null && spec.whilePaused !== true) throw fail('locked', 'paused');
    if (spec.fromMemory === true) {
      this.#checkHeldRole(spec, session);
      const answer = (handler as MemoryHandler<ProcedureSpec>).fromMemory(session, parseInput(spec, call.input));
      return parseOutput(spec, answer);
    }
    await this.#checkRole(spec, call.procedure, session);
    const input = parseInput(spec, call.input);
    const isProven = await this.#prove(spec, call, session);
    const passed: Passed = { name: call.procedure, spec, input, isProven };
    return this.#work(passed, handler as InsideHandler<ProcedureSpec, Trx, unknown>, session, call.key);
  }

  #specOf(name: string): ProcedureSpec {
    return this.#parts.contract[name] as ProcedureSpec;
  }

  #checkPhase(spec: ProcedureSpec): void {
    const allowed = spec.phases ?? ['ready'];
    const phase = this.#parts.phase();
    if (!allowed.includes(phase)) throw fail('rule-broken', phase === 'empty' ? 'not-founded' : 'wrong-phase');
  }

  /** By the roles the session holds: reading them again would wait for the transaction that is asked about. */
  #checkHeldRole(spec: ProcedureSpec, session: Session): void {
    if (session.mustChangePassword && spec.permission !== 'anyone-signed-in')
      throw fail('rule-broken', 'password-must-change');
    if (!this.#mayEver(spec, session)) throw fail('forbidden');
  }

  #mayEver(spec: ProcedureSpec, session: Session): boolean {
    return spec.permission === 'anyone-signed-in' || this.#parts.access.mayEver(session.roles, spec.permission);
  }

  async #checkRole(spec: ProcedureSpec, name: string, session: Session): Promise<void> {
    await this.#parts.transaction((trx) => this.#parts.sessions.refresh(trx, session));
    if (!this.#mayEver(spec, session)) {
      await this.#deny(name, spec, session, null);
      throw fail('forbidden');
    }
    if (session.mustChangePassword && !['changeOwnPassphrase', 'keepSession'].includes(name)) {
      throw fail('rule-broken', 'password-must-change');
    }
    if (spec.changes && session.isReadOnly) throw fail('rule-broken', 'read-only-session');
  }

  /** False without a password; a wrong one is refused even where none was asked. */
  async #prove(spec: ProcedureSpec, call: Call, session: Session): Promise<boolean> {
    if (call.password === null) {
      if (spec.passwordAgain === true) throw fail('wrong-secret', 'password-again');
      return false;
    }
    if (await this.#parts.sessions.verifyPassword(session, call.password)) return true;
    await this.#deny(call.procedure, spec, session, null);
    throw fail('wrong-secret', 'password-wrong');
  }

  async #work(
    passed: Passed,
    handler: InsideHandler<ProcedureSpec, Trx, unknown>,
    session: Session,
    key: string | null,
  ): Promise<unknown> {
    const { spec, name, input } = passed;
    if (spec.changes && key === null) throw fail('invalid', 'idempotency-key');
    const caseId = subjectOf(spec, input);
    const isPrepared = handler.prepare !== preparesNothing;
    const { decision, before } = await this.#decideFirst(passed, session, { caseId, key, isPrepared });
    if (before !== null) return before;
    const frame = this.#frame(session, decision);
    const preparation: Preparation<Trx> = { ...frame, read: (work) => this.#parts.transaction(work) };
    const prepared = await handler.prepare(preparation, input);
    const committing = this.#parts.transaction(async (trx) => {
      // Decided again inside the transaction: what was true while preparing may no longer be.
      await this.#decide(trx, passed, session, caseId);
      await this.#checkSeals(trx, caseId);
      const unit = this.#unit(trx, frame, passed);
      const value = parseOutput(spec, await handler.commit(unit.unit, input, prepared));
      await this.#writeAudit(trx, passed, session, unit.gathered(caseId));
      if (key !== null && spec.changes) await this.#parts.answers.keep(trx, key, name, { session, output: value });
      return value;
    });
    const output = await committing.catch((error: unknown) => {
      handler.abandon?.(input, prepared);
      throw error;
    });
    if (handler.deliver === undefined) return output;
    const delivery = this.#delivery(frame, passed, caseId);
    return parseOutput(spec, await handler.deliver(delivery, input, output, prepared));
  }

  #delivery(frame: CallFrame, passed: Passed, caseId: CaseId | null): Delivery<Trx> {
    return {
      ...frame,
      settle: (outcome, work) =>
        this.#parts.transaction(async (trx) => {
          const unit = this.#unit(trx, frame, passed);
          await work(unit.unit);
          const action = `${typeof passed.spec.audit === 'string' ? passed.spec.audit : passed.name}.settled`;
          await this.#parts.audit.append(trx, { session: frame.session, action, outcome, ...unit.gathered(caseId) });
        }),
    };
  }

  /** The decision, and the answer already given under the key. Seals wait for the commit when nothing is read before. */
  async #decideFirst(
    passed: Passed,
    session: Session,
    { caseId, key, isPrepared }: { caseId: CaseId | null; key: string | null; isPrepared: boolean },
  ): Promise<{ decision: Allowed; before: unknown }> {
    try {
      return await this.#parts.transaction(async (trx) => {
        const decision = await this.#decide(trx, passed, session, caseId);
        const before = key === null ? null : await this.#parts.answers.find(trx, key, passed.name, session);
        if (isPrepared || before !== null) await this.#checkSeals(trx, caseId);
        return { decision, before };
      });
    } catch (error) {
      if (error instanceof ExpectedFailure && ['forbidden', 'not-found'].includes(error.failure.code)) {
        await this.#deny(passed.name, passed.spec, session, caseId);
      }
      throw error;
    }
  }

  async #decide(trx: Trx, passed: Passed, session: Session, caseId: CaseId | null): Promise<Allowed> {
    const { spec, input } = passed;
    if (spec.approves !== undefined) {
      const proposalId = proposalIdSchema.parse((input as { proposalId: unknown }).proposalId);
      await this.#parts.access.checkApprover(trx, session, spec.approves, proposalId);
    }
    return this.#permission(trx, session, spec.permission, caseId);
  }

  async #checkSeals(trx: Trx, caseId: CaseId | null): Promise<void> {
    if (caseId !== null) await this.#parts.checkCaseSeals(trx, caseId);
  }

  async #permission(trx: Trx, session: Session, action: string, caseId: CaseId | null): Promise<Allowed> {
    if (action === 'anyone-signed-in') {
      return { allowed: true, view: null, scope: 'untied', secondPerson: false, passwordAgain: false };
    }
    const relation = caseId === null ? null : await this.#parts.access.relationTo(trx, session, caseId);
    // The same answer for a case that is absent and one that may not be seen.
    if (caseId !== null && relation === null) throw fail('not-found');
    const decision = this.#parts.access.decide(session.roles, action, relation);
    if (!decision.allowed) throw fail(caseId === null ? 'forbidden' : 'not-found');
    return decision;
  }

  #frame(session: Session, decision: Allowed): CallFrame {
    const { clock } = this.#parts;
    const newId = () => this.#parts.newId();
    return { session, clock, now: instantIn(clock), today: todayIn(clock), decision, newId };
  }

  #unit(trx: Trx, frame: CallFrame, passed: Passed) {
    const touched = new Map<string, { kind: string; id: string }>();
    const aside = new Map<string, { kind: string; id: string }>();
    const detail: Record<string, string | number | boolean> = {};
    let subject: { kind: string; id: string } | null = null;
    const unit: Unit<Trx> = {
      ...frame,
      trx,
      touch: (kind, id) => void touched.set(`${kind} ${id}`, { kind, id }),
      touchAside: (kind, id) => void aside.set(`${kind} ${id}`, { kind, id }),
      note: (more) => void Object.assign(detail, more),
      about: (kind, id) => void (subject = { kind, id }),
      require: async (action, caseId) => {
        const decision = await this.#permission(trx, frame.session, action, caseId);
        if (decision.passwordAgain && !passed.isProven) throw fail('wrong-secret', 'password-again');
        return decision;
      },
    };
    const gathered = (caseId: CaseId | null) => ({
      object:
        subject ?? (caseId === null ? (touched.values().next().value ?? null) : { kind: 'case_file', id: caseId }),
      touched: [...new Map([...touched, ...aside]).values()],
      detail: { ...detail, procedure: passed.name },
    });
    return { unit, gathered };
  }

  async #writeAudit(
    trx: Trx,
    passed: Passed,
    session: Session,
    gathered: Pick<AuditEntry, 'object' | 'touched' | 'detail'>,
  ): Promise<void> {
    if (typeof passed.spec.audit === 'string') {
      await this.#parts.audit.append(trx, { session, action: passed.spec.audit, outcome: 'ok', ...gathered });
    } else if (gathered.touched.length > 0) {
      throw new Error('A procedure without an audit entry changed a sealed record.');
    }
  }

  async #deny(name: string, spec: ProcedureSpec, session: Session, caseId: CaseId | null): Promise<void> {
    const action = typeof spec.audit === 'string' ? spec.audit : name;
    const object = caseId === null ? null : { kind: 'case_file', id: caseId };
    await this.#parts.transaction((trx) =>
      this.#parts.audit.append(trx, {
        session,
        action,
        outcome: 'denied',
        object,
        touched: [],
        detail: { procedure: name },
      }),
    );
  }
}

function parseInput(spec: ProcedureSpec, input: unknown): unknown {
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) throw fail('invalid', null, issuesOf(parsed.error));
  return parsed.data;
}

function parseOutput(spec: ProcedureSpec, output: unknown): unknown {
  const parsed = spec.output.safeParse(output);
  // An answer outside its own schema is a bug; its values must not reach the log.
  if (!parsed.success) {
    throw new Error(
      `Answer outside its schema at ${parsed.error.issues.map((issue) => issue.path.map(String).join('.')).join(', ')}`,
    );
  }
  return parsed.data;
}

function subjectOf(spec: ProcedureSpec, input: unknown): CaseId | null {
  if (spec.subject !== 'case') return null;
  const { caseId } = input as { caseId: unknown };
  return caseId === null ? null : caseIdSchema.parse(caseId);
}

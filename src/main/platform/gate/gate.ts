/**
 * The gate: the only door to the record, the same for window, browser, tests and command line.
 *
 * Order of the checks: security design §9.2, steps 2 to 11 (step 1, the sender, belongs to the host).
 */
import { instantIn, todayIn } from '../../../shared/platform/clock.ts';
import { callSchema, type Call, type Envelope, type ProcedureSpec } from '../../../shared/platform/contract.ts';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import type { GateParts } from './gate-parts.ts';
import {
  answered,
  approvalOf,
  gatheringUnit,
  parseInput,
  parseOutput,
  passedOf,
  preparesNothing,
  RunningCalls,
  whereAllowed,
  type Allowed,
  type Answer,
  type Asked,
  type CallFrame,
  type Checks,
  type Delivery,
  type Gathered,
  type Handler,
  type InsideHandler,
  type MemoryHandler,
  type OutsideHandler,
  type Passed,
} from './handler.ts';
import { KnownRelations } from './known-relations.ts';
import { isWithinLimits } from './limits.ts';
import { Rate } from '../rate.ts';
import type { Connection } from '../connection.ts';
import type { Session } from './session.ts';

export type { AuditEntry, GateParts } from './gate-parts.ts';

const callsPerSecond = 200;

export class Gate<Trx extends object> {
  readonly #parts: GateParts<Trx>;
  readonly #relations: KnownRelations<Trx>;
  readonly #rate: Rate;
  readonly #running = new RunningCalls();

  constructor(parts: GateParts<Trx>) {
    this.#parts = parts;
    this.#rate = new Rate(() => parts.clock.now(), callsPerSecond);
    this.#relations = new KnownRelations((...asked) => parts.access.relationTo(...asked));
  }

  /** Answers one call of a connection. Never throws: what goes wrong is in the envelope. */
  async invoke(raw: unknown, from: Connection): Promise<Envelope> {
    try {
      const call = this.#admit(raw, from);
      return await this.#running.once(call, () => this.#envelope(call, from));
    } catch (error) {
      return { ok: false, failure: this.#parts.failureOf(error, 'unknown') };
    }
  }

  async #envelope(call: Call, from: Connection): Promise<Envelope> {
    const { procedure } = call;
    try {
      const { value, after } = await this.#answer(call, from);
      return { ok: true, value, after: after === null ? null : this.#parts.failureOf(after.error, procedure) };
    } catch (error) {
      return { ok: false, failure: this.#parts.failureOf(error, procedure) };
    }
  }

  #admit(raw: unknown, from: Connection): Call {
    if (!isWithinLimits(raw)) throw fail('invalid', 'message-limits');
    const call = callSchema.safeParse(raw);
    if (!call.success) throw fail('invalid', 'message-limits');
    if (!Object.hasOwn(this.#parts.contract, call.data.procedure)) throw fail('not-found', 'unknown-procedure');
    if (!this.#rate.allows(this.#callerOf(call.data, from))) throw fail('rule-broken', 'too-many-calls');
    return call.data;
  }

  /** Invented tokens of a connection share one ceiling: a new one for each call would have none. */
  #callerOf({ session }: Call, from: Connection): string {
    return session !== null && this.#parts.sessions.find(session, from) !== null ? session : from.id;
  }

  async #answer(call: Call, from: Connection): Promise<Answer> {
    const spec = this.#specOf(call.procedure);
    const handler = this.#parts.handlers[call.procedure] as Handler<ProcedureSpec, Trx>;
    this.#checkPhase(spec);
    this.#parts.checkComputer(call.procedure, from);
    if (spec.permission === 'anyone') {
      const input = parseInput(spec, call.input);
      return answered(parseOutput(spec, await (handler as OutsideHandler<ProcedureSpec>).outside(input, from)));
    }
    const session = call.session === null ? null : this.#parts.sessions.find(call.session, from);
    if (session === null) throw fail('locked');
    if (session.pause !== null && spec.whilePaused !== true) throw fail('locked', 'paused');
    if (spec.fromMemory === true) {
      this.#checkHeldRole(spec, session);
      const answer = (handler as MemoryHandler<ProcedureSpec>).fromMemory(session, parseInput(spec, call.input));
      return answered(parseOutput(spec, answer));
    }
    const inside = handler as InsideHandler<ProcedureSpec, Trx, unknown>;
    const isAtOnce = inside.prepare === preparesNothing && spec.passwordAgain !== true && call.password === null;
    const asked: Asked = { call, spec, session };
    return isAtOnce ? this.#atOnce(asked, inside) : this.#inSteps(asked, inside);
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

  /** Roles as the record has them now. @throws forbidden, rule-broken */
  async #checkRole(trx: Trx, { call, spec, session }: Asked): Promise<void> {
    await this.#parts.sessions.refresh(trx, session);
    if (!this.#mayEver(spec, session)) throw fail('forbidden');
    if (session.mustChangePassword && !['changeOwnPassphrase', 'keepSession'].includes(call.procedure)) {
      throw fail('rule-broken', 'password-must-change');
    }
    if (spec.changes && session.isReadOnly && spec.inReadOnly !== true) throw fail('rule-broken', 'read-only-session');
  }

  /** False without a password; a wrong one is refused even where none was asked. */
  async #prove({ call, spec, session }: Asked): Promise<boolean> {
    if (call.password === null) {
      if (spec.passwordAgain === true) throw fail('wrong-secret', 'password-again');
      return false;
    }
    if (await this.#parts.sessions.verifyPassword(session, call.password)) return true;
    await this.#deny(call.procedure, spec, session, null);
    throw fail('wrong-secret', 'password-wrong');
  }

  /**
   * Runs the checks that may refuse. What they refuse as forbidden or absent is written down in a transaction of its own:
   * the one they ran in is taken back.
   */
  async #audited<Value>(asked: Asked, run: (checks: Checks) => Promise<Value>): Promise<Value> {
    const checks: Checks = { isDone: false, caseId: null };
    try {
      return await run(checks);
    } catch (error) {
      const isRefusal = error instanceof ExpectedFailure && ['forbidden', 'not-found'].includes(error.failure.code);
      if (isRefusal && !checks.isDone) await this.#deny(asked.call.procedure, asked.spec, asked.session, checks.caseId);
      throw error;
    }
  }

  /** Nothing is prepared and no password asked: checks and work are one transaction, one flush of the disk. */
  async #atOnce(asked: Asked, handler: InsideHandler<ProcedureSpec, Trx, unknown>): Promise<Answer> {
    const done = await this.#audited(asked, (checks) =>
      this.#parts.transaction(async (trx) => {
        await this.#checkRole(trx, asked);
        const passed = passedOf(asked, parseInput(asked.spec, asked.call.input), false);
        const { decision, before } = await this.#decideFirst(trx, passed, checks);
        if (before !== null) return { passed, decision, value: before, isBefore: true };
        const value = await this.#commit(trx, passed, { handler, decision, prepared: null });
        return { passed, decision, value, isBefore: false };
      }),
    );
    if (done.isBefore) return answered(done.value);
    return this.#deliver(handler, done.passed, { decision: done.decision, output: done.value, prepared: null });
  }

  async #inSteps(asked: Asked, handler: InsideHandler<ProcedureSpec, Trx, unknown>): Promise<Answer> {
    const { call, spec, session } = asked;
    const input = await this.#audited(asked, () =>
      this.#parts.read(async (trx) => {
        await this.#checkRole(trx, asked);
        return parseInput(spec, call.input);
      }),
    );
    const told = await this.#audited(asked, (checks) => this.#toldBefore(passedOf(asked, input, false), checks));
    if (told !== null) return answered(told);
    const passed = passedOf(asked, input, await this.#prove(asked));
    const { decision, before } = await this.#audited(asked, (checks) =>
      this.#parts.read(async (trx) => {
        const decided = await this.#decideFirst(trx, passed, checks);
        await this.#checkSeals(trx, passed);
        return decided;
      }),
    );
    if (before !== null) return answered(before);
    const frame = this.#frame(session, decision);
    const prepared = await handler.prepare({ ...frame, read: (work) => this.#reading(session, work) }, input);
    try {
      const done = await this.#parts.transaction(async (trx) => {
        // Decided again inside the transaction: what was true while preparing may no longer be, and the same key may
        // have been answered meanwhile.
        const again = await this.#decideFirst(trx, passed, { isDone: false, caseId: null });
        if (again.before !== null) return { isBefore: true, value: again.before };
        return { isBefore: false, value: await this.#commit(trx, passed, { handler, decision, prepared }) };
      });
      if (!done.isBefore) return await this.#deliver(handler, passed, { decision, output: done.value, prepared });
      handler.abandon?.(input, prepared);
      return answered(done.value);
    } catch (error) {
      handler.abandon?.(input, prepared);
      throw error;
    }
  }

  async #commit(
    trx: Trx,
    passed: Passed,
    work: { handler: InsideHandler<ProcedureSpec, Trx, unknown>; decision: Allowed; prepared: unknown },
  ): Promise<unknown> {
    const { spec, session, caseId } = passed;
    await this.#checkSeals(trx, passed);
    return this.#parts.words.within(trx, session, async (reading, close) => {
      const unit = this.#unit({ trx, reading }, this.#frame(session, work.decision), passed);
      const value = parseOutput(spec, await work.handler.commit(unit.unit, passed.input, work.prepared));
      const gathered = unit.gathered(caseId);
      if (spec.changes) await this.#parts.answers.keep(trx, passed, value);
      const isStored = spec.changes || gathered.touched.length > 0;
      const besides = isStored ? await close(gathered.touched, passed) : [];
      await this.#writeAudit(trx, passed, { ...gathered, touched: [...gathered.touched, ...besides] });
      return value;
    });
  }

  /** What is stored stays stored: a failure of what follows travels beside the answer, unless it is the answer. */
  async #deliver(
    handler: InsideHandler<ProcedureSpec, Trx, unknown>,
    passed: Passed,
    { decision, output, prepared }: { decision: Allowed; output: unknown; prepared: unknown },
  ): Promise<Answer> {
    if (handler.deliver === undefined) return answered(output);
    const delivery = this.#delivery(this.#frame(passed.session, decision), passed);
    try {
      const told = await handler.deliver(delivery, passed.input, output, prepared);
      const end = told === undefined ? output : parseOutput(passed.spec, told);
      await this.#keepEnd(passed, end);
      return answered(end);
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) return { value: output, after: { error } };
      // An expected failure is how the delivery itself ended, and its row in the register says so: asking again is
      // another delivery, also under the same key.
      await this.#parts.transaction((trx) => this.#parts.answers.forget(trx, passed)).catch(() => undefined);
      throw error;
    }
  }

  /** Sent again, the call is told how its delivery ended. A disk that takes no more keeps what it had. */
  async #keepEnd(passed: Passed, end: unknown): Promise<void> {
    if (passed.key === null) return;
    const keep = (trx: Trx) =>
      this.#parts.words.within(trx, passed.session, async (_reading, close) => {
        await this.#parts.answers.keepEnd(trx, passed, end);
        await close([], passed);
      });
    await this.#parts.transaction(keep).catch(() => undefined);
  }

  #delivery(frame: CallFrame, passed: Passed): Delivery<Trx> {
    return {
      ...frame,
      settle: (outcome, work) =>
        this.#parts.transaction((trx) =>
          this.#parts.words.within(trx, frame.session, async (reading, close) => {
            const unit = this.#unit({ trx, reading }, frame, passed);
            await work(unit.unit);
            const action = `${typeof passed.spec.audit === 'string' ? passed.spec.audit : passed.name}.settled`;
            const { object, touched, detail } = unit.gathered(passed.caseId);
            const all = [...touched, ...(await close(touched, passed))];
            const said = { session: frame.session, action, outcome, object, touched: all, detail };
            await this.#parts.audit.append(trx, said);
          }),
        ),
    };
  }

  /**
   * The answer already given under the key, before anything is asked that it may have changed itself: a password that it
   * replaced, a proposal that it decided. Null when there is none.
   */
  async #toldBefore(passed: Passed, checks: Checks): Promise<unknown> {
    if (passed.key === null) return null;
    checks.caseId = passed.caseId;
    return this.#parts.read(async (trx) => {
      const before = await this.#kept(trx, passed);
      if (before === null) return null;
      await this.#allowed(trx, passed);
      await this.#checkSeals(trx, passed);
      return before;
    });
  }

  /** The decision, and the answer already given under the key: whoever had it needs no second one. */
  async #decideFirst(trx: Trx, passed: Passed, checks: Checks): Promise<{ decision: Allowed; before: unknown }> {
    checks.caseId = passed.caseId;
    const before = await this.#kept(trx, passed);
    const decision = before === null ? await this.#decide(trx, passed) : await this.#allowed(trx, passed);
    checks.isDone = true;
    return { decision, before };
  }

  async #decide(trx: Trx, passed: Passed): Promise<Allowed> {
    const { spec, session, caseId } = passed;
    if (spec.approves !== undefined) {
      await this.#parts.access.checkApprover(trx, session, spec.approves, approvalOf(passed.input));
    }
    const decision = await this.#allowed(trx, passed);
    if (spec.changes && caseId !== null) await this.#parts.checkCaseOpen(trx, caseId, spec.whileClosed);
    return decision;
  }

  async #allowed(trx: Trx, { spec, session, caseId }: Passed): Promise<Allowed> {
    const decision = whereAllowed(spec, await this.#permission(trx, session, spec.permission, caseId));
    if (caseId !== null && !spec.permission.startsWith('seal.')) await this.#parts.words.check(trx, session, caseId);
    return decision;
  }

  #kept(trx: Trx, passed: Passed): Promise<unknown> {
    return this.#parts.words.within(trx, passed.session, (reading) => this.#parts.answers.find(reading, passed));
  }

  #reading<Value>(session: Session, work: (trx: Trx) => Promise<Value>): Promise<Value> {
    return this.#parts.read((trx) => this.#parts.words.within(trx, session, (reading) => work(reading)));
  }

  async #checkSeals(trx: Trx, { caseId, name }: Passed): Promise<void> {
    if (caseId !== null) await this.#parts.checkCaseSeals(trx, caseId, name);
  }

  async #permission(trx: Trx, session: Session, action: string, caseId: CaseId | null): Promise<Allowed> {
    if (action === 'anyone-signed-in') {
      return { allowed: true, view: null, scope: 'untied', secondPerson: false, passwordAgain: false };
    }
    const relation = caseId === null ? null : await this.#relations.of(trx, session, caseId);
    // The same answer for a case that is absent and one that may not be seen.
    if (caseId !== null && relation === null) throw fail('not-found');
    const decision = this.#parts.access.decide(session.roles, action, relation);
    if (!decision.allowed) throw fail(caseId === null ? 'forbidden' : 'not-found');
    return decision;
  }

  #frame(session: Session, decision: Allowed): CallFrame {
    const { clock, newId } = this.#parts;
    return { session, clock, now: instantIn(clock), today: todayIn(clock), decision, newId };
  }

  #unit({ trx, reading }: { trx: Trx; reading: Trx }, frame: CallFrame, { name, spec, isProven }: Passed) {
    return gatheringUnit(reading, frame, {
      name,
      touched: () => this.#relations.forget(trx),
      permit: async (action, caseId) => {
        const decision = whereAllowed(spec, await this.#permission(trx, frame.session, action, caseId));
        if (!action.startsWith('seal.')) await this.#parts.words.check(trx, frame.session, caseId);
        if (decision.passwordAgain && !isProven) throw fail('wrong-secret', 'password-again');
        return decision;
      },
    });
  }

  async #writeAudit(trx: Trx, { spec, session }: Passed, { isJoined, ...gathered }: Gathered): Promise<void> {
    if (isJoined && !spec.changes && gathered.touched.length === 0) return;
    if (typeof spec.audit === 'string') {
      await this.#parts.audit.append(trx, { session, action: spec.audit, outcome: 'ok', ...gathered });
    } else if (gathered.touched.length > 0) {
      throw new Error('A procedure without an audit entry changed a sealed record.');
    }
  }

  async #deny(name: string, spec: ProcedureSpec, session: Session, caseId: CaseId | null): Promise<void> {
    const action = typeof spec.audit === 'string' ? spec.audit : name;
    const object = caseId === null ? null : { kind: 'case_file', id: caseId };
    const denied = { session, action, outcome: 'denied' as const, object, touched: [], detail: { procedure: name } };
    await this.#parts.transaction((trx) => this.#parts.audit.append(trx, denied));
  }
}

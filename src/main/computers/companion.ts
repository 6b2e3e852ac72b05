/**
 * The program at a computer that keeps no record: its window's calls go over the line to the one that does, its passwords
 * stay here, its papers come out here. Nothing of the record is written to its disk.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Call, Envelope, HostEvent } from '../../shared/platform/contract.ts';
import { callSchema, envelopeSchema, hostEventSchema } from '../../shared/platform/contract.ts';
import { ExpectedFailure, failureSchema, fail, type Failure } from '../../shared/platform/failures.ts';
import { contract } from '../../shared/contract.ts';
import { z } from '../../shared/platform/zod.ts';
import { answeredHere, isFromOwnFolder, isWithoutSecrets, makeChair } from './companion-chair.ts';
import type { Connected } from '../connections.ts';
import { HeldChanges, type Held } from './held-changes.ts';
import type { Chair } from '../platform/chair/chair.ts';
import type { PlacePorts } from '../platform/connection.ts';
import type { KdfPolicy } from '../platform/crypto/kdf.ts';
import { CarryingOut } from '../platform/distant/carry-out.ts';
import type { LanLink } from '../platform/lan/lan-link.ts';
import { CallRefused, LineCut } from '../platform/lan/line-cut.ts';
import type { LinkState } from '../platform/lan/link-line.ts';
import type { SavingPolicy } from '../platform/saving.ts';
import { foldLogin } from '../platform/storage/slot-secret.ts';

export type CompanionParts = {
  readonly link: LanLink;
  /** Name of the computer that keeps the record. */
  readonly keeper: string;
  /** Of the line (`contextOf`). */
  readonly context: string;
  readonly ports: PlacePorts;
  readonly place: Pick<SavingPolicy, 'drives' | 'dataFolder'>;
  readonly kdfPolicy: KdfPolicy;
  readonly record: (error: unknown, operation: string) => string;
  /** Makes this computer one without a record again. */
  readonly leave: () => Promise<void>;
  /** The application over the data folder of this computer, which holds no record; left out where it has none. */
  readonly own?: Pick<Connected, 'invoke'>;
};

const lastWordMs = 1000;

type LineEvent = Extract<HostEvent, { kind: 'line' }>;

const eventSchema = z.strictObject({ kind: z.literal('event'), event: hostEventSchema });
const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown(), after: z.null() }),
  z.strictObject({ ok: z.literal(false), failure: failureSchema }),
]);

const refused = (failure: Failure): Envelope => ({ ok: false, failure });
const cut = () => refused(fail('storage', 'line-cut').failure);

/** Whether the call changes the record: it is sent until it has an answer, under its key. */
const changes = ({ procedure, key }: Call) =>
  key !== null && Object.hasOwn(contract, procedure) && contract[procedure as keyof typeof contract].changes;

/** Of a call as it is handed over: who is signed in, and how often the line was lost by then; null while it is not there. */
type Known = { readonly login: string | null; readonly cuts: number | null };

export class Companion implements Connected {
  readonly #parts: CompanionParts;
  readonly #chair: Chair;
  readonly #listeners = new Set<(event: HostEvent) => void>();
  readonly #carrying: CarryingOut;
  readonly #closed = new AbortController();
  /** Logins by token, for proofs of the own password. */
  readonly #logins = new Map<string, string>();
  #onTheWay = 0;
  /** Changes whose session the other program no longer knew. */
  readonly #held = new HeldChanges();
  /** Told once nothing is on its way any more. */
  readonly #waiting: (() => void)[] = [];
  /** How many the window was told of last. */
  #toldUnsent = 0;
  /** How often the line was lost. */
  #cuts = 0;
  #since: number | null = null;

  constructor(parts: CompanionParts) {
    this.#parts = parts;
    const { link, ports, place, kdfPolicy: policy, context } = parts;
    const call = async (name: string, body: unknown) => valueOf(await link.call(name, body));
    this.#chair = makeChair({ call, exporter: () => context, policy });
    this.#carrying = new CarryingOut({
      ...{ ports, place },
      fetch: (id) => link.fetch('order', id),
      tell: (outcome) => void this.#untilAnswered('outcome', outcome).catch(() => undefined),
    });
    link.subscribe((message) => this.#hear(message));
    link.onState(({ kind }) => {
      if (kind !== 'up') this.#cuts += 1;
      this.#tellLine();
    });
  }

  readonly invoke: Connected['invoke'] = async (raw) => {
    const call = callSchema.safeParse(raw);
    if (!call.success) return refused(fail('invalid', 'message-limits').failure);
    if (isFromOwnFolder(call.data))
      return this.#parts.own?.invoke(raw) ?? refused(fail('rule-broken', 'not-connected').failure);
    const here = answeredHere(call.data);
    if (here !== null) return here;
    // What a page asks when it is loaded, or moved here: also while the line is up it is to know that there is one.
    if (call.data.procedure === 'getStatus') this.#tellLine();
    try {
      return await this.#answer(call.data);
    } catch (error) {
      if (error instanceof ExpectedFailure) return refused(error.failure);
      const isOver = this.#closed.signal.aborted;
      if (isOver || error instanceof LineCut || error instanceof CallRefused) return cut();
      const incident = this.#parts.record(error, 'companion');
      return refused({ code: 'unexpected', reason: null, issues: [], incident });
    }
  };

  async #answer(call: Call): Promise<Envelope> {
    if (call.procedure === 'lock') return this.#endSession(call);
    if (call.procedure === 'leaveKeeper') return this.#leaveKeeper();
    if (!changes(call)) return this.#read(call);
    const isUp = this.#parts.link.state().kind === 'up';
    const known = { login: this.#loginOf(call), cuts: isUp ? this.#cuts : null };
    this.#count(1);
    let held: Promise<Envelope> | null = null;
    try {
      const answer = await this.#sent(call, (body) => this.#untilAnswered('invoke', body));
      held = this.#heldAfter(call, answer, known);
      if (held === null) return answer;
    } finally {
      this.#count(-1);
    }
    return held;
  }

  /** A session that nobody ended here and the other program knows no more: it was started anew. */
  async #read(call: Call): Promise<Envelope> {
    const wasOpen = this.#loginOf(call) !== null;
    const answer = await this.#sent(call, (body) => this.#parts.link.call('invoke', body));
    if (!wasOpen || !isUnknownThere(answer) || this.#loginOf(call) === null) return answer;
    this.#logins.delete(call.session ?? '');
    return refused(fail('locked', 'keeper-gone').failure);
  }

  #loginOf({ session }: Call): string | null {
    return session === null ? null : (this.#logins.get(session) ?? null);
  }

  /**
   * The other program knows the session no more though nobody ended it here: the change waits until its person signs in
   * again. Not one that carries a password: that would have to wait with it.
   */
  #heldAfter(call: Call, answer: Envelope, known: Known): Promise<Envelope> | null {
    const { login, cuts } = known;
    if (login === null || !isUnknownThere(answer)) return null;
    if (cuts === this.#cuts && this.#loginOf(call) === null) return null;
    if (!isWithoutSecrets(call)) return null;
    for (const old of this.#held.takeOld()) this.#notEntered(old, answer);
    const held = this.#held.hold(foldLogin(login), call);
    if (held === null) return null;
    const { session } = call;
    if (session !== null && this.#logins.delete(session)) this.#tell({ kind: 'locked', session, why: 'keeper-gone' });
    // Its person came back meanwhile.
    const again = [...this.#logins].find(([, other]) => foldLogin(other) === foldLogin(login));
    if (again !== undefined) void this.#sendHeld(again[1], again[0]);
    return held;
  }

  /** Under the keys that they had; what the other program refuses now is told, since its page may be gone. */
  async #sendHeld(login: string, session: string): Promise<void> {
    for (const held of this.#held.take(foldLogin(login))) {
      const call = { ...held.call, session };
      this.#count(1);
      try {
        const answer = envelopeSchema.parse(await this.#untilAnswered('invoke', call));
        if (answer.ok) held.settle(answer);
        else if (answer.failure.code !== 'locked' || !this.#held.keep(foldLogin(login), held))
          this.#notEntered(held, answer);
      } catch {
        // The program ends, or this computer may not come back.
        held.settle(cut());
      } finally {
        this.#count(-1);
      }
    }
  }

  #notEntered({ call: { procedure }, settle }: Held, answer: Extract<Envelope, { ok: false }>): void {
    const { code, reason } = answer.failure;
    settle(answer);
    this.#tell({ kind: 'not-entered', procedure, code, reason });
  }

  #untilAnswered(name: string, body: unknown): Promise<unknown> {
    return this.#parts.link.callUntilAnswered(name, body, this.#closed.signal);
  }

  /** A voucher lives for a minute: one that a longer cut outlived is asked for anew, with the password typed here. */
  async #sent(call: Call, send: (call: Call) => Promise<unknown>): Promise<Envelope> {
    const ownLogin = call.session === null ? null : (this.#logins.get(call.session) ?? null);
    for (;;) {
      const cuts = this.#cuts;
      const proven = await this.#chair.replaceSecrets(call, ownLogin);
      const answer = envelopeSchema.parse(await send(proven));
      const isSpent = !answer.ok && answer.failure.code === 'wrong-secret' && proven !== call && cuts !== this.#cuts;
      if (isSpent) continue;
      await this.#noteLogin(call, answer);
      return answer;
    }
  }

  /** After what is on its way; nobody waits for a line that is cut to see the window go blank. */
  #endSession(call: Call): Envelope {
    const { session } = call;
    if (session !== null) this.#logins.delete(session);
    void this.#allSent()
      .then(() => this.#untilAnswered('invoke', call))
      .catch(() => undefined);
    return { ok: true, value: {}, after: null };
  }

  /** Not while the keeper answers: there Coordinación disconnects a computer. */
  async #leaveKeeper(): Promise<Envelope> {
    const state = this.#parts.link.state();
    const isRefused = state.kind === 'refused' && state.why !== 'closing';
    if (!isRefused && state.kind !== 'down') throw fail('rule-broken', 'keeper-answers');
    await this.#parts.leave();
    return { ok: true, value: {}, after: null };
  }

  #allSent(): Promise<void> {
    if (this.#onTheWay === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** What waited for this person goes out before her window reads anything. */
  async #noteLogin({ procedure, input }: Call, answer: Envelope): Promise<void> {
    if (procedure !== 'signIn' || !answer.ok) return;
    const { token } = answer.value as { token: string };
    const { login } = input as { login: string };
    this.#logins.set(token, login);
    await this.#sendHeld(login, token);
  }

  #hear(message: unknown): void {
    const told = eventSchema.safeParse(message);
    if (!told.success) {
      this.#carrying.hear(message);
      return;
    }
    const { event } = told.data;
    if (event.kind === 'locked') this.#logins.delete(event.session);
    // What locks this screen is told here: the system that ends a session there is that of the other program.
    const isGone = event.kind === 'locked' && event.why === 'system';
    this.#tell(isGone ? { ...event, why: 'keeper-gone' } : event);
  }

  #tell(event: HostEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #count(by: 1 | -1): void {
    this.#onTheWay += by;
    if (this.#onTheWay === 0) for (const go of this.#waiting.splice(0)) go();
    const isTold = this.#parts.link.state().kind !== 'up' || this.#held.count > 0 || this.#toldUnsent > 0;
    if (isTold) this.#tellLine();
  }

  #tellLine(): void {
    this.#tell(this.#line());
  }

  #line(): LineEvent {
    const state = this.#parts.link.state();
    this.#toldUnsent = this.#onTheWay + this.#held.count;
    const same = { kind: 'line', keeper: this.#parts.keeper, unsent: this.#toldUnsent } as const;
    this.#since = state.kind === 'up' ? null : (this.#since ?? ('since' in state ? state.since : Date.now()));
    return { ...same, ...lineOf(state, this.#since) };
  }

  readonly subscribe: Connected['subscribe'] = (listener) => {
    this.#listeners.add(listener);
    listener(this.#line());
    return () => void this.#listeners.delete(listener);
  };

  readonly ask: Connected['ask'] = () => Promise.reject(fail('not-found'));

  /** The screen of this computer was locked. A line that is cut learns of it when it is there again. */
  readonly lock: Connected['lock'] = (why) => {
    for (const session of this.#logins.keys()) this.#tell({ kind: 'locked', session, why });
    this.#logins.clear();
    // At once, as at the keeper; over a line that is cut after what was typed before, or that would come too late.
    const isUp = this.#parts.link.state().kind === 'up';
    void (isUp ? Promise.resolve() : this.#allSent())
      .then(() => this.#untilAnswered('lock', { why }))
      .catch(() => undefined);
    return Promise.resolve();
  };

  readonly end: Connected['end'] = async () => {
    // The keeper answers after its copy of closing: nobody waits for that to see the program go.
    if (this.#parts.link.state().kind === 'up') {
      const told = this.#parts.link.call('lock', { why: 'system' }).catch(() => undefined);
      await Promise.race([told, pause(lastWordMs)]);
    }
    this.#closed.abort();
    for (const { settle } of this.#held.takeAll()) settle(cut());
    this.#listeners.clear();
    this.#parts.link.close();
  };
}

/** No such session at the other program; one that is paused there is another matter. */
const isUnknownThere = (answer: Envelope): answer is Extract<Envelope, { ok: false }> =>
  !answer.ok && answer.failure.code === 'locked' && answer.failure.reason === null;

/** The value of an answer of the chair. @throws its failure */
function valueOf(answer: unknown): unknown {
  const parsed = answerSchema.parse(answer);
  if (parsed.ok) return parsed.value;
  throw new ExpectedFailure(parsed.failure);
}

function lineOf(state: LinkState, since: number | null): Pick<LineEvent, 'state' | 'since' | 'nextTryAt' | 'why'> {
  if (state.kind === 'up') return { state: 'up', since: null, nextTryAt: null, why: null };
  if (state.kind === 'down') return { state: 'down', since: state.since, nextTryAt: state.nextTryAt, why: null };
  if (state.why === 'closing') return { state: 'closing', since, nextTryAt: null, why: null };
  const why = state.why === 'replaced' ? 'revoked' : state.why;
  return { state: 'refused', since, nextTryAt: null, why };
}

/**
 * Sends messages to a real centre and counts what must never come back: `unexpected`, a damaged record, an answer that
 * is not of its schema, a rejection nobody caught, a prototype that changed.
 *
 * A run is cut into rounds, each with a fresh centre and a seed of its own, so that one round repeats it exactly.
 */
import fc from 'fast-check';
import { contract } from '../../src/shared/contract.ts';
import { envelopeSchema, type Envelope } from '../../src/shared/platform/contract.ts';
import { verifyChain } from '../../src/main/platform/storage/audit-chain.ts';
import { queriesOf } from '../../src/main/platform/storage/migrate.ts';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import { verifyAllSeals } from '../../src/main/platform/storage/record-seals.ts';
import { sealedKinds } from '../../src/main/sealed-kinds.ts';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';
import { insideFile } from '../services/inside-file.ts';
import {
  closeCentres,
  passphrase,
  staff,
  startCentre,
  type Login,
  type TestCentre,
} from '../support/start-application.ts';
import { anyMessage, isGivenId, type Message } from './any-message.ts';

export type MessageRun = {
  readonly messages: number;
  readonly seed: number;
  /** So many messages of the run with this seed were sent before, in whole rounds: goes on after them. */
  readonly from?: number;
  /** Called after each round with the messages sent, those of before included, and what went wrong since the one before. */
  readonly onRound?: (sent: number, wrong: readonly string[]) => void;
};

export type MessageResult = {
  readonly sent: number;
  /** One line for each message that went wrong: round, number, procedure, what came. No content. */
  readonly wrong: readonly string[];
  /** How often each kind of answer came. */
  readonly answers: Readonly<Record<string, number>>;
  /** Procedures that answered ok at least once. */
  readonly answered: ReadonlySet<string>;
  /** Milliseconds. */
  readonly p99: number;
};

export const roundSize = 2500;
const batchSize = 250;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const prototype = Object.getOwnPropertyNames(Object.prototype).sort().join();

class Round {
  readonly wrong: string[] = [];
  readonly times: number[] = [];
  readonly answers: Record<string, number> = {};
  readonly answered = new Set<string>();
  readonly #centre: TestCentre;
  readonly #name: string;
  readonly #ids: string[];
  readonly #tokens = new Map<Login, string | null>();
  /** As the record has it: a message may change it. */
  readonly #passwords = new Map<Login, string>();
  #spoken = 0;

  constructor(centre: TestCentre, name: string, caseId: string) {
    this.#centre = centre;
    this.#name = name;
    this.#ids = [caseId];
  }

  async send(message: Message, at: number): Promise<void> {
    this.#centre.clock.advance(10);
    await this.#staySignedIn();
    const session = message.login === null ? null : await this.#tokenOf(message.login);
    const { procedure, hasKey, password } = message;
    const key = hasKey ? crypto.randomUUID() : null;
    const input = this.#withIds(message.input);
    const call = message.whole === undefined ? { procedure, input, session, key, password } : message.whole;
    const started = performance.now();
    try {
      const envelope = await this.#centre.application.invoke(call);
      this.times.push(performance.now() - started);
      if (envelope.ok) this.#followPassword(message.login, procedure, input);
      const found = this.#judge(message, envelope);
      if (found !== null) this.wrong.push(`${this.#name} message ${at} ${procedure}: ${found}`);
    } catch (error) {
      this.wrong.push(`${this.#name} message ${at} ${procedure}: threw ${error instanceof Error ? error.name : 'it'}`);
    }
  }

  passwordOf(login: Login): string {
    return this.#passwords.get(login) ?? passphrase;
  }

  #followPassword(login: Login | null, procedure: string, input: unknown): void {
    if (login === null || procedure !== 'changeOwnPassphrase') return;
    this.#passwords.set(login, (input as { newPassphrase: string }).newPassphrase);
  }

  #judge({ procedure, login }: Message, given: Envelope): string | null {
    const parsed = envelopeSchema.safeParse(given);
    if (!parsed.success) return 'no envelope';
    const envelope = parsed.data;
    const answer = envelope.ok ? 'ok' : envelope.failure.code;
    this.answers[answer] = (this.answers[answer] ?? 0) + 1;
    if (envelope.ok) return this.#judgeValue(procedure, envelope.value);
    if (answer === 'locked' && login !== null) this.#tokens.delete(login);
    if (answer === 'unexpected' || answer === 'damaged') return `${answer} ${envelope.failure.reason ?? ''}`;
    return JSON.stringify(envelope.failure).includes('drop table') ? 'content in a failure' : null;
  }

  #judgeValue(procedure: string, value: unknown): string | null {
    this.answered.add(procedure);
    this.#learnIds(value);
    const { output } = contract[procedure as keyof typeof contract];
    return output.safeParse(value).success ? null : 'an answer that is not of its schema';
  }

  #learnIds(value: unknown): void {
    const open: unknown[] = [value];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (typeof one === 'string' && uuid.test(one) && this.#ids.length < 500 && !this.#ids.includes(one)) {
        this.#ids.push(one);
      }
      if (typeof one === 'object' && one !== null) open.push(...(Object.values(one) as unknown[]));
    }
  }

  #withIds(value: unknown): unknown {
    if (isGivenId(value)) return this.#ids[value.givenId % this.#ids.length];
    if (Array.isArray(value)) return value.map((one) => this.#withIds(one));
    if (typeof value !== 'object' || value === null) return value;
    if (!Object.values(value).some((one) => typeof one === 'object' && one !== null)) return value;
    const copy: Record<string, unknown> = {};
    for (const [name, one] of Object.entries(value)) {
      // As a key of its own, not as the prototype of the copy.
      Object.defineProperty(copy, name, { value: this.#withIds(one), enumerable: true, writable: true });
    }
    return copy;
  }

  /** Null once this person cannot sign in any more: disabled, or given a code. */
  async #tokenOf(login: Login): Promise<string | null> {
    const known = this.#tokens.get(login);
    if (known !== undefined) return known;
    // Past the waits after wrong passwords.
    this.#centre.clock.advance(61_000);
    const call = {
      procedure: 'signIn',
      input: { login, password: this.passwordOf(login) },
      session: null,
      key: null,
      password: null,
    };
    const envelope = await this.#centre.application.invoke(call);
    const token = envelope.ok ? (envelope.value as { token: string }).token : null;
    this.#tokens.set(login, token);
    return token;
  }

  /** A sign of life every minute of the clock: sessions end after five minutes without one. */
  async #staySignedIn(): Promise<void> {
    const now = this.#centre.clock.now();
    if (now - this.#spoken < 60_000) return;
    this.#spoken = now;
    for (const session of this.#tokens.values()) {
      if (session === null) continue;
      const call = { procedure: 'keepSession', input: {}, session, key: null, password: null };
      await this.#centre.application.invoke(call);
    }
  }
}

/** Opened from outside with the password of somebody who still has one. */
async function verified(
  { folder, application }: TestCentre,
  passwordOf: (login: Login) => string,
): Promise<string | null> {
  await application.close();
  for (const login of Object.keys(staff) as Login[]) {
    const who = { login, password: passwordOf(login) };
    try {
      return await insideFile(folder, faultOf, null, who);
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || error.failure.code !== 'wrong-secret') throw error;
    }
  }
  return 'nobody can open the record any more';
}

async function faultOf(db: Database): Promise<string | null> {
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') return 'the file is damaged afterwards';
  const queries = queriesOf<PlatformTables>(db);
  const key = db.prepare("select value from secret where name = 'recordSealKey'").pluck().get() as Buffer;
  const isWhole = await verifyChain(queries).then(
    () => true,
    () => false,
  );
  const { wrong } = await verifyAllSeals(queries, sealedKinds, key);
  return isWhole && wrong.length === 0 ? null : 'the record is not sound afterwards';
}

async function runRound(number: number, count: number, seed: number): Promise<Round> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({ isValidated: false });
  const name = `seed ${seed} round ${number}`;
  const round = new Round(centre, name, caseId);
  for (let done = 0; done < count; done += batchSize) {
    const messages = fc.sample(anyMessage, { seed: seed + done, numRuns: Math.min(batchSize, count - done) });
    for (const [at, message] of messages.entries()) await round.send(message, done + at);
    if (Object.getOwnPropertyNames(Object.prototype).sort().join() !== prototype)
      round.wrong.push(`${name}: prototype`);
  }
  const problem = await verified(centre, (login) => round.passwordOf(login));
  if (problem !== null) round.wrong.push(`${name}: ${problem}`);
  await closeCentres();
  return round;
}

/** @throws nothing: what went wrong is in the result */
export async function fuzzMessages({ messages, seed, from = 0, onRound }: MessageRun): Promise<MessageResult> {
  const wrong: string[] = [];
  const times: number[] = [];
  const answers: Record<string, number> = {};
  const answered = new Set<string>();
  const onRejection = () => wrong.push(`seed ${seed}: a rejection nobody caught`);
  process.on('unhandledRejection', onRejection);
  if (from % roundSize !== 0) throw new Error(`a run goes on after whole rounds of ${roundSize}`);
  let [sent, told] = [0, 0];
  for (let number = from / roundSize; sent < messages; number += 1) {
    const count = Math.min(roundSize, messages - sent);
    const round = await runRound(number, count, seed + number * roundSize);
    wrong.push(...round.wrong);
    times.push(...round.times);
    for (const [answer, many] of Object.entries(round.answers)) answers[answer] = (answers[answer] ?? 0) + many;
    for (const name of round.answered) answered.add(name);
    sent += count;
    onRound?.(from + sent, wrong.slice(told));
    told = wrong.length;
  }
  process.off('unhandledRejection', onRejection);
  times.sort((one, other) => one - other);
  return { sent, wrong, answers, answered, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Waiting after wrong passwords (security design §2.6). Deletable, so it helps at the keyboard only. */
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from '../../../shared/platform/zod.ts';
import { replaceFile, readJson } from './durable-file.ts';
import { foldLogin } from './keyring.ts';
import { fail } from '../../../shared/platform/failures.ts';

const hourMs = 3_600_000;
const longestWaitMs = 60_000;
const stopAfterInHour = 10;
const blockAfter = 100;
const mostLogins = 500;

const counterSchema = z.strictObject({
  consecutive: z.int().nonnegative(),
  /** Failures of the last hour, newest last, milliseconds. */
  recent: z.array(z.int()).max(stopAfterInHour),
});
const stateSchema = z.strictObject({
  format: z.literal(1),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  highest: z.int().nonnegative(),
  logins: z.record(z.string().regex(/^[0-9a-f]{4}$/), counterSchema),
  /** Buckets of those who must never be locked out: they only wait. Known here because the database is closed. */
  slowOnly: z.array(z.string().regex(/^[0-9a-f]{4}$/)).max(40),
});
type State = z.infer<typeof stateSchema>;

export interface LoginClocks {
  /** Milliseconds since 1970 UTC; may be set back or forward by anybody. */
  wall(): number;
  /** Milliseconds that only grow while the process lives. */
  monotonic(): number;
}

export interface LoginAllowance {
  /** Milliseconds until the next try; 0 when allowed now. */
  waitMs: number;
  /** `hour`: stopped for the rest of the hour. `reset`: somebody has to reset the access. Null: just wait. */
  stopped: 'hour' | 'reset' | null;
}

export class LoginState {
  readonly #path: string;
  readonly #clocks: LoginClocks;
  readonly #startedAt: number;
  readonly #startedMono: number;
  #state: State;
  /** One write at a time: each says what is known when its turn comes. */
  #writing: Promise<unknown> = Promise.resolve();
  /** Last attempt of each bucket that is still being answered. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(folder: string, clocks: LoginClocks) {
    this.#path = join(folder, 'login-state.json');
    this.#clocks = clocks;
    this.#state = this.#read();
    this.#startedAt = Math.max(Math.trunc(clocks.wall()), this.#state.highest);
    this.#startedMono = clocks.monotonic();
  }

  #read(): State {
    const atFirst: State = { format: 1, salt: randomBytes(16).toString('hex'), highest: 0, logins: {}, slowOnly: [] };
    return readJson(this.#path, stateSchema) ?? atFirst;
  }

  /** Never back, and not forward by setting the clock either. */
  #now(): number {
    return this.#startedAt + Math.trunc(this.#clocks.monotonic() - this.#startedMono);
  }

  // People type their password into the login field: only 16 bits of a salted hash may reach the disk.
  #bucket(login: string): string {
    return createHash('sha256').update(this.#state.salt).update(foldLogin(login)).digest('hex').slice(0, 4);
  }

  /** Runs the attempts of one login one after the other: what the first one counts, the next one finds. */
  async inTurn<Value>(login: string, attempt: () => Promise<Value>): Promise<Value> {
    const bucket = this.#bucket(login);
    const mine = (this.#turns.get(bucket) ?? Promise.resolve()).then(attempt);
    const settled = mine.catch(() => undefined);
    this.#turns.set(bucket, settled);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(bucket) === settled) this.#turns.delete(bucket);
    }
  }

  /** Whether this login may try now. */
  allowance(login: string): LoginAllowance {
    const bucket = this.#bucket(login);
    const counter = this.#state.logins[bucket];
    const slowOnly = this.#state.slowOnly.includes(bucket);
    const last = counter?.recent.at(-1);
    if (counter === undefined || last === undefined) return { waitMs: 0, stopped: null };
    const now = this.#now();
    if (!slowOnly && counter.consecutive >= blockAfter) return { waitMs: 0, stopped: 'reset' };
    const oldest = counter.recent[0] ?? last;
    const tooMany = counter.recent.length >= stopAfterInHour && now < oldest + hourMs;
    if (tooMany && !slowOnly) return { waitMs: oldest + hourMs - now, stopped: 'hour' };
    const wait = Math.min(longestWaitMs, 1000 * 2 ** (counter.consecutive - 1));
    return { waitMs: Math.max(0, last + wait - now), stopped: null };
  }

  /**
   * Counts a wrong password, on disk before it answers. False when the disk took nothing: it counts all the same while
   * the program runs.
   */
  async failed(login: string): Promise<boolean> {
    const bucket = this.#bucket(login);
    const now = this.#now();
    const old = this.#state.logins[bucket] ?? { consecutive: 0, recent: [] };
    const recent = [...old.recent, now].filter((at) => at > now - hourMs).slice(-stopAfterInHour);
    this.#state.logins[bucket] = { consecutive: old.consecutive + 1, recent };
    return this.#write(now);
  }

  /**
   * Takes back the newest failure and no other one: it was counted before it was known how the try ends. What was failed
   * before stays for whoever succeeds.
   */
  async undo(login: string): Promise<void> {
    const bucket = this.#bucket(login);
    const old = this.#state.logins[bucket];
    if (old === undefined) return;
    const [consecutive, recent] = [old.consecutive - 1, old.recent.slice(0, -1)];
    const others = Object.entries(this.#state.logins).filter(([key]) => key !== bucket);
    const kept = consecutive > 0 ? [[bucket, { consecutive, recent }] as const] : [];
    this.#state.logins = Object.fromEntries([...others, ...kept]);
    await this.#write(this.#now());
  }

  /**
   * Forgets the failures of a login and answers how many there were, for the audit. A disk that takes nothing keeps the
   * old ones for the next start: no reason to refuse a right password.
   */
  async succeeded(login: string): Promise<number> {
    const bucket = this.#bucket(login);
    const failures = this.#state.logins[bucket]?.consecutive ?? 0;
    const others = Object.entries(this.#state.logins).filter(([key]) => key !== bucket);
    this.#state.logins = Object.fromEntries(others);
    await this.#write(this.#now());
    return failures;
  }

  /** Says which logins are only slowed (coordinators), so that nobody can lock the centre out. */
  async keepSlowOnly(logins: readonly string[]): Promise<void> {
    const slowOnly = logins.map((login) => this.#bucket(login)).sort();
    if (slowOnly.join() === this.#state.slowOnly.join()) return;
    this.#state = { ...this.#state, slowOnly };
    await this.#write(this.#now());
  }

  /** Whether it stands on the disk now. */
  async #write(now: number): Promise<boolean> {
    const kept = Object.entries(this.#state.logins)
      .sort(([, a], [, b]) => (b.recent.at(-1) ?? 0) - (a.recent.at(-1) ?? 0))
      .slice(0, mostLogins);
    this.#state = { ...this.#state, highest: Math.max(this.#state.highest, now), logins: Object.fromEntries(kept) };
    const written = this.#writing.then(() => replaceFile(this.#path, JSON.stringify(this.#state)));
    this.#writing = written.catch(() => undefined);
    return written.then(
      () => true,
      () => false,
    );
  }
}

/** @throws wrong-secret `attempts-exhausted`, `access-stopped`, `wait-before-retry` */
export function refuseHaste({ stopped, waitMs }: LoginAllowance): void {
  if (stopped !== null) throw fail('wrong-secret', stopped === 'hour' ? 'attempts-exhausted' : 'access-stopped');
  if (waitMs > 0) throw fail('wrong-secret', 'wait-before-retry');
}

/** Sessions of signed-in people: several at once, each its own; the last one to end closes the database (D1, D5). */
import { randomBytes } from 'node:crypto';
import { defaultIdleMinutes, pauseMinutes, pauseTries, signedInAtWords, type Role } from '../../shared/access/index.ts';
import type { SteadyClock } from '../../shared/platform/clock.ts';
import type { HostEvent } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { SessionFiles, type Session } from '../platform/gate/session.ts';
import type { Connection } from '../platform/connection.ts';
import type { OwnSecret } from '../platform/storage/compartments.ts';
import { SteadyTime } from '../../shared/platform/steady-time.ts';

const sessionHours = 8;
const minute = 60_000;

export type WhyEnded = Extract<HostEvent, { kind: 'locked' }>['why'];

type Person = { staffId: StaffId; login: string; roles: readonly Role[]; connection: Connection };

/** With the name of the computer where it is another one: said to whoever typed the password of that very person. */
function signedInElsewhere({ companion, device }: Connection, here: Connection) {
  if (companion === here.companion) return fail('rule-broken', 'already-signed-in');
  return failAt('login', signedInAtWords(device), 'already-signed-in');
}

export class Sessions {
  readonly #clock: SteadyClock;
  readonly #time: SteadyTime;
  readonly #open = new Map<string, Session>();
  readonly #ended: (session: Session, why: WhyEnded) => void;
  readonly #unused: () => void;
  #entering = 0;

  /** @param told `ended` after a session ended and its files are gone; `unused` when nobody is left. */
  constructor(clock: SteadyClock, told: { ended(session: Session, why: WhyEnded): void; unused(): void }) {
    this.#clock = clock;
    this.#time = new SteadyTime(clock);
    this.#ended = (session, why) => told.ended(session, why);
    this.#unused = () => told.unused();
  }

  /** Whether somebody works or is at the door: the record must not be closed under a person who signs in. */
  get isUsed(): boolean {
    return this.#open.size > 0 || this.#entering > 0;
  }

  /** Runs a sign-in; the record stays open for it, and is let go when nobody came of it. */
  async enter<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#entering += 1;
    try {
      return await work();
    } finally {
      this.#entering -= 1;
      if (!this.isUsed) this.#unused();
    }
  }

  /**
   * A session that does not count yet: `admit` lets it in once its start stands in the audit.
   *
   * @throws rule-broken `already-signed-in`: one session a person, unless the older one is taken over
   */
  prepare(
    person: Person,
    state: { isReadOnly: boolean; mustChangePassword: boolean; idleMinutes?: number; own?: OwnSecret | null },
    isTakenOver = false,
  ): Session {
    this.endIdle();
    const older = this.#ofPerson(person.staffId);
    if (!isTakenOver && older !== null) throw signedInElsewhere(older.connection, person.connection);
    const now = this.#time.now();
    return {
      token: randomBytes(32).toString('base64url'),
      ...person,
      openedAt: now,
      lastUsedAt: now,
      standsInFor: [],
      idleMinutes: defaultIdleMinutes,
      pause: null,
      looking: null,
      own: null,
      ...state,
      files: new SessionFiles(),
    };
  }

  /** Lets a prepared session in; another one of the same person ends, and its window says why. */
  admit(session: Session): void {
    const older = this.#ofPerson(session.staffId);
    this.#open.set(session.token, session);
    if (older !== null) this.end(older, 'taken-over');
  }

  /** Everybody who works here now. */
  open(): readonly Session[] {
    return [...this.#open.values()];
  }

  #ofPerson(staffId: StaffId): Session | null {
    return [...this.#open.values()].find((session) => session.staffId === staffId) ?? null;
  }

  /** Who a session is of that was begun on that line; null for any other token. */
  personOf(connection: string, token: string): { staffId: string; login: string } | null {
    const session = this.#open.get(token);
    if (session?.connection.id !== connection) return null;
    // Nothing else of the session: whoever is told of the person puts it beside what is known of the line.
    return { staffId: session.staffId, login: session.login };
  }

  /** The session of a token, and counts as use of it; null when there is none here or its time is over. */
  find(token: string, from: Connection): Session | null {
    const session = this.#open.get(token);
    if (session === undefined || session.connection !== from) return null;
    const now = this.#time.now();
    const why = this.#overdue(session, now);
    if (why !== null) {
      this.end(session, why);
      return null;
    }
    session.lastUsedAt = now;
    return session;
  }

  #overdue(session: Session, now: number): WhyEnded | null {
    if (now - session.openedAt >= sessionHours * 60 * minute) return 'expired';
    const { lineDownSince } = session.connection;
    if (lineDownSince !== null) return now - lineDownSince >= pauseMinutes * minute ? 'idle' : null;
    if (session.pause !== null) return now - session.pause.since >= pauseMinutes * minute ? 'pause-over' : null;
    return now - session.lastUsedAt >= session.idleMinutes * minute ? 'idle' : null;
  }

  /** Epoch milliseconds by the wall clock, for the eye. */
  expiresAt(session: Session): number {
    return this.#clock.now() + sessionHours * 60 * minute - (this.#time.now() - session.openedAt);
  }

  /** From now on the session answers nothing but coming back. A second press prolongs nothing. Answers when it ends. */
  pause(session: Session): { endsAt: number } {
    const now = this.#time.now();
    session.pause ??= { since: now, triesLeft: pauseTries };
    const left = Math.min(
      session.pause.since + pauseMinutes * minute - now,
      session.openedAt + sessionHours * 60 * minute - now,
    );
    return { endsAt: this.#clock.now() + left };
  }

  /** Takes one try before the PIN is looked at: a burst has no more of them. @throws locked when none is left */
  takeTry({ pause }: Session): void {
    if (pause === null) throw fail('rule-broken', 'not-paused');
    if (pause.triesLeft === 0) throw fail('locked', 'paused');
    pause.triesLeft -= 1;
  }

  /** Work goes on where it was. @throws locked when the session ended meanwhile */
  resume(session: Session): void {
    if (!this.#open.has(session.token)) throw fail('locked');
    session.pause = null;
    session.lastUsedAt = this.#time.now();
  }

  /**
   * Nobody can use a session over a line that is down: it lasts as long as a «Pausa» then, and the time of the cut does
   * not count as an empty chair once the line stands again.
   */
  line(from: Connection, isUp: boolean): void {
    const now = this.#time.now();
    if (!isUp) {
      from.lineDownSince ??= now;
      return;
    }
    this.endIdle();
    const since = from.lineDownSince;
    from.lineDownSince = null;
    if (since === null) return;
    for (const session of this.#open.values()) {
      if (session.connection === from) session.lastUsedAt += now - Math.max(since, session.lastUsedAt);
    }
  }

  /** Nobody stays longer without use than Coordinación allows, from now on. */
  limitIdle(most: number): void {
    for (const session of this.#open.values()) session.idleMinutes = Math.min(session.idleMinutes, most);
  }

  end(session: Session, why: WhyEnded): void {
    if (!this.#open.delete(session.token)) return;
    session.files.clear();
    session.own?.secretKey.fill(0);
    session.own = null;
    this.#ended(session, why);
    if (!this.isUsed) this.#unused();
  }

  /** Ends what nobody used for too long; called by a timer, so that keys do not outlive an empty chair. */
  endIdle(): void {
    const now = this.#time.now();
    for (const session of [...this.#open.values()]) {
      const why = this.#overdue(session, now);
      if (why !== null) this.end(session, why);
    }
  }

  /** What Coordinación no longer allows ends at once. */
  endPaused(): void {
    for (const session of [...this.#open.values()]) if (session.pause !== null) this.end(session, 'pause-over');
  }

  /** Ends what one person has open: the access was taken away (`disabled`), or the password was given anew. */
  endOf(staffId: string, why: WhyEnded = 'asked'): void {
    for (const session of [...this.#open.values()]) if (session.staffId === staffId) this.end(session, why);
  }

  /** The screen of one computer was locked, or its window is gone: the others work on. */
  endAt(from: Connection, why: WhyEnded): void {
    for (const session of [...this.#open.values()]) if (session.connection === from) this.end(session, why);
  }

  endAll(why: WhyEnded): void {
    for (const session of [...this.#open.values()]) this.end(session, why);
  }
}

/** Sessions of signed-in people: several at once, each its own; the last one to end closes the database (D1, D5). */
import { randomBytes } from 'node:crypto';
import type { Role } from '../../shared/access/index.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { HostEvent } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { SessionFiles } from '../platform/gate/session-files.ts';
import type { Session } from '../platform/gate/session.ts';

/** Minutes without use before the full lock; a centre may set 2 to 15 later. */
export const idleMinutes = 5;
const sessionHours = 8;

type Why = Extract<HostEvent, { kind: 'locked' }>['why'];

export class Sessions {
  readonly #clock: Clock;
  readonly #open = new Map<string, Session>();
  readonly #ended: (session: Session, why: Why) => void;
  readonly #unused: () => void;
  #entering = 0;

  /** @param told `ended` after a session ended and its files are gone; `unused` when nobody is left. */
  constructor(clock: Clock, told: { ended(session: Session, why: Why): void; unused(): void }) {
    this.#clock = clock;
    this.#ended = (session, why) => told.ended(session, why);
    this.#unused = () => told.unused();
  }

  get count(): number {
    return this.#open.size;
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

  /** @throws rule-broken `already-signed-in`: a second session of the same person is refused */
  open(
    person: { staffId: StaffId; login: string; roles: readonly Role[] },
    state: { isReadOnly: boolean; mustChangePassword: boolean },
  ): Session {
    this.endIdle();
    if ([...this.#open.values()].some((session) => session.staffId === person.staffId)) {
      throw fail('rule-broken', 'already-signed-in');
    }
    const now = this.#clock.now();
    const session: Session = {
      token: randomBytes(32).toString('base64url'),
      staffId: person.staffId,
      login: person.login,
      openedAt: now,
      lastUsedAt: now,
      roles: person.roles,
      ...state,
      files: new SessionFiles(),
    };
    this.#open.set(session.token, session);
    return session;
  }

  /** The session of a token, and counts as use of it; null when there is none or its time is over. */
  find(token: string): Session | null {
    const session = this.#open.get(token);
    if (session === undefined) return null;
    const now = this.#clock.now();
    const why = this.#overdue(session, now);
    if (why !== null) {
      this.end(session, why);
      return null;
    }
    session.lastUsedAt = now;
    return session;
  }

  #overdue(session: Session, now: number): Why | null {
    if (now - session.openedAt >= sessionHours * 3_600_000) return 'expired';
    return now - session.lastUsedAt >= idleMinutes * 60_000 ? 'idle' : null;
  }

  expiresAt(session: Session): number {
    return session.openedAt + sessionHours * 3_600_000;
  }

  end(session: Session, why: Why): void {
    if (!this.#open.delete(session.token)) return;
    session.files.clear();
    this.#ended(session, why);
    if (!this.isUsed) this.#unused();
  }

  /** Ends what nobody used for too long; called by a timer, so that keys do not outlive an empty chair. */
  endIdle(): void {
    const now = this.#clock.now();
    for (const session of [...this.#open.values()]) {
      const why = this.#overdue(session, now);
      if (why !== null) this.end(session, why);
    }
  }

  /** Ends what one person has open: her password was given anew. */
  endOf(staffId: string): void {
    for (const session of [...this.#open.values()]) if (session.staffId === staffId) this.end(session, 'asked');
  }

  endAll(why: Why): void {
    for (const session of [...this.#open.values()]) this.end(session, why);
  }
}

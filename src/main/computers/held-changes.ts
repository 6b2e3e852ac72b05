/**
 * Changes of a companion that met a keeper which knows their session no more: it was started anew while they were on their
 * way. They wait in memory, and nowhere else, until the same person signs in here again.
 */
import type { Call, Envelope } from '../../shared/platform/contract.ts';

export type Held = {
  readonly call: Call;
  /** Milliseconds that only grow. */
  readonly since: number;
  /** Whoever still waits for the answer. */
  readonly settle: (answer: Envelope) => void;
};

/** Of one person; more than a window has on its way. */
const most = 20;
/** As long as a session lasts. */
const keptMs = 8 * 3_600_000;

export class HeldChanges {
  readonly #held = new Map<string, Held[]>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get count(): number {
    return [...this.#held.values()].reduce((sum, changes) => sum + changes.length, 0);
  }

  /** Its answer, some day; null when this person has too many of them. */
  hold(login: string, call: Call): Promise<Envelope> | null {
    const { promise, resolve } = Promise.withResolvers<Envelope>();
    return this.keep(login, { call, since: this.#now(), settle: resolve }) ? promise : null;
  }

  keep(login: string, held: Held): boolean {
    const own = this.#held.get(login) ?? [];
    if (own.length >= most) return false;
    this.#held.set(login, [...own, held]);
    return true;
  }

  /** What waited for this person, in its order; they are the caller's now. */
  take(login: string): Held[] {
    const own = this.#held.get(login) ?? [];
    this.#held.delete(login);
    return own;
  }

  /** Those whose time is over, of anybody; they are the caller's now. */
  takeOld(): Held[] {
    const old: Held[] = [];
    for (const [login, own] of [...this.#held]) {
      const isOld = ({ since }: Held) => this.#now() - since >= keptMs;
      old.push(...own.filter(isOld));
      this.#held.set(
        login,
        own.filter((one) => !isOld(one)),
      );
    }
    return old;
  }

  takeAll(): Held[] {
    return [...this.#held.keys()].flatMap((login) => this.take(login));
  }
}

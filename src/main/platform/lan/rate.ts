/** How many of one kind come from one place within a second. */
import type { SteadyClock } from '../../../shared/platform/clock.ts';

const windowMs = 1000;
const mostKept = 1000;

export class Rate {
  readonly #clock: Pick<SteadyClock, 'monotonic'>;
  readonly #most: number;
  readonly #seen = new Map<string, { since: number; count: number }>();

  constructor(clock: Pick<SteadyClock, 'monotonic'>, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  /** Counts one; false when this is more than may come in the running second. */
  allows(from: string): boolean {
    const now = this.#clock.monotonic();
    const seen = this.#seen.get(from);
    if (seen !== undefined && now - seen.since < windowMs) {
      seen.count += 1;
      return seen.count <= this.#most;
    }
    // A network of many addresses must not fill the memory.
    if (this.#seen.size >= mostKept) this.#seen.clear();
    this.#seen.set(from, { since: now, count: 1 });
    return true;
  }
}

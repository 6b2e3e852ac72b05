/** How many of one kind come from one place within a second: a form sends a few, a program gone wild sends thousands. */
const windowMs = 1000;
const mostKept = 1000;

export class Rate {
  readonly #now: () => number;
  readonly #most: number;
  readonly #seen = new Map<string, { since: number; count: number }>();

  /** @param now milliseconds; a clock that is set back begins anew */
  constructor(now: () => number, most: number) {
    this.#now = now;
    this.#most = most;
  }

  /** Counts one; false when this is more than may come in the running second. */
  allows(from: string): boolean {
    const now = this.#now();
    const seen = this.#seen.get(from);
    if (seen !== undefined && now >= seen.since && now - seen.since < windowMs) {
      seen.count += 1;
      return seen.count <= this.#most;
    }
    // Many addresses, or many sessions one after the other, must not fill the memory.
    if (this.#seen.size >= mostKept) this.#seen.clear();
    this.#seen.set(from, { since: now, count: 1 });
    return true;
  }
}

/** A ceiling on calls per session: a form sends a few a second, a program gone wild sends thousands. */
const window = 1000;
const callsPerWindow = 200;

export class CallRate {
  readonly #calls = new Map<string, { since: number; count: number }>();

  /** Counts one call; false when this caller is over the ceiling in the running second. */
  allows(caller: string, now: number): boolean {
    const seen = this.#calls.get(caller);
    if (seen === undefined || now - seen.since >= window || now < seen.since) {
      this.#calls.set(caller, { since: now, count: 1 });
      return true;
    }
    seen.count += 1;
    return seen.count <= callsPerWindow;
  }

  forget(caller: string): void {
    this.#calls.delete(caller);
  }
}

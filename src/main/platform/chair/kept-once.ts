/** Things of a line that are good for one use and for a minute: challenges and vouchers. */

export const keptForMs = 60_000;
/** An honest call needs three at once; a line that asks for more loses its oldest. */
const mostOfALine = 8;

type Entry<Value> = { readonly connection: string; readonly value: Value; readonly until: number };

export class KeptOnce<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #now: () => number;
  readonly #forget: (value: Value) => void;

  /**
   * @param now Milliseconds that only grow.
   * @param forget Zeroes what was not taken.
   */
  constructor(now: () => number, forget: (value: Value) => void) {
    this.#now = now;
    this.#forget = forget;
  }

  put(connection: string, name: string, value: Value): void {
    this.sweep();
    const mine = [...this.#entries].filter(([, entry]) => entry.connection === connection);
    for (const [oldest] of mine.slice(0, Math.max(0, mine.length + 1 - mostOfALine))) this.#lose(oldest);
    this.#entries.set(name, { connection, value, until: this.#now() + keptForMs });
  }

  /** For its own line, once; null for anything else. What it answers is the caller's to zero. */
  take(connection: string, name: string): Value | null {
    this.sweep();
    const entry = this.#entries.get(name);
    if (entry?.connection !== connection) return null;
    this.#entries.delete(name);
    return entry.value;
  }

  /** Forgets what is older than a minute. */
  sweep(): void {
    const now = this.#now();
    for (const [name, { until }] of this.#entries) if (until <= now) this.#lose(name);
  }

  drop(connection: string): void {
    for (const [name, entry] of this.#entries) if (entry.connection === connection) this.#lose(name);
  }

  #lose(name: string): void {
    const entry = this.#entries.get(name);
    this.#entries.delete(name);
    if (entry !== undefined) this.#forget(entry.value);
  }
}

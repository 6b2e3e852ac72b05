/** Keys of the rules of today for a whole record, in the background: a slice, then everybody else's turn. */
import { makeSomeKeys } from './person-keys.ts';
import type { Trx } from './tables.ts';

/** Between two slices, in ms: whoever types goes first. */
const pause = 50;

export class KeyMaker {
  readonly #transaction: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  #running: Promise<void> | null = null;

  constructor(transaction: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>) {
    this.#transaction = transaction;
  }

  /** Until all are made, or the record is closed: the next sign-in goes on where this one stood. */
  run(): Promise<void> {
    this.#running ??= this.#make()
      .catch(() => undefined)
      .finally(() => (this.#running = null));
    return this.#running;
  }

  async #make(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, pause).unref());
    while (!(await this.#transaction(makeSomeKeys)));
  }
}

import { fail } from '../../../shared/platform/failures.ts';

/** One after the other: what is asked for while another runs waits for it, whether that one ends well or not. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #isKeptShut = false;

  get isKeptShut(): boolean {
    return this.#isKeptShut;
  }

  take<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Keeps a record closed while its files are exchanged, from its turn on; answers what lets go.
   *
   * @throws rule-broken `restore-while-open`, `restore-running`
   */
  keepShut(isOpen: () => boolean): Promise<() => void> {
    return this.take(() => {
      if (isOpen()) throw fail('rule-broken', 'restore-while-open');
      this.refuseShut();
      this.#isKeptShut = true;
      return Promise.resolve(() => void (this.#isKeptShut = false));
    });
  }

  /** @throws rule-broken `restore-running` */
  refuseShut(): void {
    if (this.#isKeptShut) throw fail('rule-broken', 'restore-running');
  }
}

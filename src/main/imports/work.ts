/** Long work on a list: how far it is, and stopping it. In memory only; one at a time for each list. */
import { setImmediate } from 'node:timers/promises';
import { fail } from '../../shared/platform/failures.ts';

type Running = { done: number; total: number; isStopped: boolean };

export class ListWork {
  readonly #running = new Map<string, Running>();

  progressOf(importId: string): { done: number; total: number } | null {
    const work = this.#running.get(importId);
    return work === undefined ? null : { done: work.done, total: work.total };
  }

  stop(importId: string): void {
    const work = this.#running.get(importId);
    if (work !== undefined) work.isStopped = true;
  }

  /**
   * Handles the items some at a time, letting everybody else work in between.
   *
   * @throws rule-broken `list-busy` while another work on the list runs, cancelled `list-stopped`
   */
  async run<Item>(
    importId: string,
    items: readonly Item[],
    some: (items: readonly Item[]) => Promise<void>,
    size = 25,
  ): Promise<void> {
    if (this.#running.has(importId)) throw fail('rule-broken', 'list-busy');
    const work: Running = { done: 0, total: items.length, isStopped: false };
    this.#running.set(importId, work);
    try {
      for (let start = 0; start < items.length; start += size) {
        await some(items.slice(start, start + size));
        work.done = Math.min(start + size, items.length);
        await setImmediate();
        if (isStopped(work)) throw fail('cancelled', 'list-stopped');
      }
    } finally {
      this.#running.delete(importId);
    }
  }
}

/** Set from another call while this one waits. */
function isStopped(work: Running): boolean {
  return work.isStopped;
}

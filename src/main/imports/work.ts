/** Long work on a list: how far it is, and stopping it. In memory only; one at a time for each list or proposal. */
import { setImmediate } from 'node:timers/promises';
import type { WorkProgress } from '../../shared/imports/index.ts';
import { fail } from '../../shared/platform/failures.ts';

type Running = WorkProgress & { isStopped: boolean };

/** Small enough to answer «Detener» at once, large enough to cost nothing. */
const itemsBetweenPauses = 25;

export class ListWork {
  readonly #running = new Map<string, Running>();

  /** @param id of the list while it is checked, of the proposal while it is approved */
  progressOf(id: string): WorkProgress | null {
    const work = this.#running.get(id);
    return work === undefined ? null : { stage: work.stage, done: work.done, total: work.total };
  }

  stop(id: string): void {
    const work = this.#running.get(id);
    if (work !== undefined) work.isStopped = true;
  }

  /**
   * Handles the items some at a time, letting everybody else be answered in between.
   *
   * @throws rule-broken `list-busy` while another work under the id runs, cancelled `list-stopped`
   */
  async run<Item>(
    id: string,
    stage: WorkProgress['stage'],
    items: readonly Item[],
    some: (items: readonly Item[]) => Promise<void>,
  ): Promise<void> {
    if (this.#running.has(id)) throw fail('rule-broken', 'list-busy');
    const work: Running = { stage, done: 0, total: items.length, isStopped: false };
    this.#running.set(id, work);
    try {
      for (let start = 0; start < items.length; start += itemsBetweenPauses) {
        await some(items.slice(start, start + itemsBetweenPauses));
        work.done = Math.min(start + itemsBetweenPauses, items.length);
        await setImmediate();
        if (isStopped(work)) throw fail('cancelled', 'list-stopped');
      }
    } finally {
      this.#running.delete(id);
    }
  }
}

/** Set from another call while this one waits. */
function isStopped(work: Running): boolean {
  return work.isStopped;
}

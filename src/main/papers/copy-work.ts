/** Batches of copies in hand: how far each is, and stopping it. In memory only (decision 0022). */
import { setImmediate } from 'node:timers/promises';
import { fail } from '../../shared/platform/failures.ts';

export class CopyWork {
  readonly #running = new Map<string, { done: number; readonly total: number; isStopped: boolean }>();

  progressOf(batchId: string): { done: number; total: number } | null {
    const work = this.#running.get(batchId);
    return work === undefined ? null : { done: work.done, total: work.total };
  }

  stop(batchId: string): void {
    const work = this.#running.get(batchId);
    if (work !== undefined) work.isStopped = true;
  }

  isStopped(batchId: string): boolean {
    return this.#running.get(batchId)?.isStopped === true;
  }

  /** @throws rule-broken `batch-busy` while the same batch runs */
  begin(batchId: string, total: number): void {
    if (this.#running.has(batchId)) throw fail('rule-broken', 'batch-busy');
    this.#running.set(batchId, { done: 0, total, isStopped: false });
  }

  /** One more is done; everybody else is answered in between. */
  async step(batchId: string): Promise<void> {
    const work = this.#running.get(batchId);
    if (work !== undefined) work.done += 1;
    await setImmediate();
  }

  end(batchId: string): void {
    this.#running.delete(batchId);
  }
}

/** Runs one job of the copies in a thread of its own: no save waits for a disk that is slow or far. */
import { Worker } from 'node:worker_threads';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import type { Job, JobAnswer, JobMessage, ResultOf } from './thread.ts';

/**
 * @param address of the thread's file; it stands with the program, as source or in the bundle
 * @param dek copied into the thread, which zeroes its own; stays the caller's
 * @throws what the job throws
 */
export function runInThread<One extends Job>(address: URL, job: One, dek: Buffer): Promise<ResultOf<One>> {
  // Not from the pool: the whole memory behind it moves to the thread.
  const bytes = new Uint8Array(new ArrayBuffer(dek.length));
  bytes.set(dek);
  const message: JobMessage = { job, dek: bytes };
  return new Promise((resolve, reject) => {
    const worker = new Worker(address, { workerData: message, transferList: [bytes.buffer] });
    worker.once('message', (answer: JobAnswer) => {
      if (answer.ok) resolve(answer.value as ResultOf<One>);
      else if (answer.failure === null) reject(new Error(`copying thread: ${answer.why}`));
      else reject(new ExpectedFailure(answer.failure));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the copying thread ended without an answer'));
    });
  });
}

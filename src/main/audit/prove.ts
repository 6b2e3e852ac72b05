/** Asks the thread that walks the chain, and keeps its keys no longer than the question lasts. */
import { Worker } from 'node:worker_threads';
import { fail } from '../../shared/platform/failures.ts';
import type { ChainProof, TypedStartKey, WalkStart } from '../platform/storage/audit-chain.ts';
import type { ExpectedDatabase } from '../platform/storage/open-database.ts';

export type ChainQuestion = {
  readonly file: string;
  readonly key: Uint8Array;
  readonly expected: Omit<ExpectedDatabase, 'mark'>;
  readonly startKeys: readonly { readonly segment: number | null; readonly key: Uint8Array }[];
  /** Where the walk begins; null for the first entry. */
  readonly after: { readonly seq: number; readonly hash: Uint8Array; readonly segment: number } | null;
};

type SentProof = Omit<ChainProof, 'head'> & { readonly head: { readonly seq: number; readonly hash: Uint8Array } };

export type ChainAnswer = { readonly kind: 'proof'; readonly proof: SentProof } | { readonly kind: 'unreadable' };

/** The open record as the thread opens it for itself. */
export type ChainSource = Pick<ChainQuestion, 'file' | 'expected'> & { readonly dek: Buffer };

/** The thread stands beside this file: as source, or in the bundle. */
const workerAddress = new URL(
  import.meta.url.endsWith('.ts') ? './chain-worker.ts' : './chain-worker.js',
  import.meta.url,
);

/**
 * How far the chain holds, in a thread of its own, which has let go of the file before this answers.
 *
 * @param options.until For a check that nobody waits for: it keeps no program from ending, and gives up at the signal
 * @throws damaged `database-unreadable` when the thread could not read the file, or gave up
 */
export async function proveInThread(
  { file, expected, dek }: ChainSource,
  startKeys: readonly TypedStartKey[] = [],
  { until, after = null }: { readonly until?: AbortSignal; readonly after?: WalkStart | null } = {},
): Promise<ChainProof> {
  const key = Uint8Array.from(dek);
  const worker = new Worker(workerAddress);
  if (until !== undefined) worker.unref();
  try {
    const answer = await new Promise<ChainAnswer>((resolve) => {
      worker.once('message', resolve);
      const giveUp = () => {
        resolve({ kind: 'unreadable' });
      };
      worker.once('error', giveUp);
      until?.addEventListener('abort', giveUp, { once: true });
      if (until?.aborted === true) giveUp();
      const sent = startKeys.map((one) => ({ segment: one.segment, key: Uint8Array.from(one.key) }));
      const buffers = [key, ...sent.map((one) => one.key)].map(({ buffer }) => buffer);
      // Handed over, not copied: nothing of a key stays on this side.
      worker.postMessage({ file, expected, key, startKeys: sent, after } satisfies ChainQuestion, buffers);
    });
    if (answer.kind === 'unreadable') throw fail('damaged', 'database-unreadable');
    const { head, ...proof } = answer.proof;
    return { ...proof, head: { seq: head.seq, hash: Buffer.from(head.hash) } };
  } finally {
    await worker.terminate();
  }
}

import { useState } from 'react';
import type { Failure } from '../../../shared/platform/failures.ts';
import { useClient, type Input, type Output } from '../../platform/client.ts';
import { useRead } from '../../platform/query.ts';
import { downloadBytes, fetchFile } from '../../platform/files.ts';
import { useRefreshDocuments } from '../queries.ts';
import { type ActClient, useAct } from '../../platform/forms/index.ts';

type Given = Input<'releaseCopies'>;
export type Released = Output<'releaseCopies'> & { readonly batchId: string; readonly bothSides: boolean };

/** How far a batch is: asked twice a second while it runs. */
export function useCopiesProgress(batchId: string | null) {
  const { data } = useRead(
    ['papers', 'copies', batchId],
    async (client) =>
      (await client.getCopiesProgress({ batchId } as Parameters<typeof client.getCopiesProgress>[0])).progress,
    { enabled: batchId !== null, refetchInterval: 500, gcTime: 0 },
  );
  return data ?? null;
}

/** What was stopped or did not come out of the printer is a batch that ended: the next press is another one. */
export function isEnded({ code, reason }: Pick<Failure, 'code' | 'reason'>): boolean {
  return code === 'cancelled' || (code === 'storage' && reason !== 'no-answer');
}

/** Sends a batch of copies; the name of the batch is chosen here, so that it can be followed and stopped. */
export function useReleaseCopies(onDone: (released: Released) => void) {
  const client = useClient();
  const refresh = useRefreshDocuments();
  const act = useAct({ refresh });
  // The same until it is out: what is sent again after no answer is the same batch.
  const [batchId, setBatchId] = useState(() => crypto.randomUUID());
  const send = (given: Omit<Given, 'batchId'>, password: string | null) => {
    const release = async (by: ActClient) => {
      const released = await by.releaseCopies({ ...given, batchId }, password === null ? {} : { password });
      if (released.file !== null) downloadBytes(await fetchFile(by, released.file), released.file);
      return { ...released, batchId, bothSides: given.bothSides ?? false };
    };
    return act.run(release, {
      words: ({ copies }) => `Copias registradas: ${copies.length}.`,
      done: (released) => {
        setBatchId(crypto.randomUUID());
        onDone(released);
      },
      refused: (failure) => {
        if (isEnded(failure)) setBatchId(crypto.randomUUID());
        return refresh();
      },
    });
  };
  const stop = async () => {
    if (act.busy) await client.stopCopies({ batchId });
  };
  const problem = act.issues[0]?.message ?? act.problem;
  return { running: act.busy ? batchId : null, problem, send, stop };
}

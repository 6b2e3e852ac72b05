import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Contract } from '../../../shared/contract.ts';
import type { InputGivenOf, OutputOf } from '../../../shared/platform/contract.ts';
import { announce } from '../../platform/announce.ts';
import { newKey } from '../../platform/client.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { downloadBytes, fetchFile } from '../../platform/files.ts';
import { useRefreshDocuments } from '../queries.ts';

type Given = InputGivenOf<Contract['releaseCopies']>;
export type Released = OutputOf<Contract['releaseCopies']> & { readonly batchId: string };

/** How far a batch is: asked twice a second while it runs. */
export function useCopiesProgress(batchId: string | null) {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['papers', 'copies', batchId],
    queryFn: async () =>
      (await client.getCopiesProgress({ batchId } as Parameters<typeof client.getCopiesProgress>[0])).progress,
    enabled: batchId !== null,
    refetchInterval: 500,
    gcTime: 0,
  });
  return data ?? null;
}

/** Sends a batch of copies; the name of the batch is chosen here, so that it can be followed and stopped. */
export function useReleaseCopies(onDone: (released: Released) => void) {
  const client = useClient();
  const refresh = useRefreshDocuments();
  const [running, setRunning] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const key = useRef(newKey());
  const send = async (given: Omit<Given, 'batchId'>, password: string | null) => {
    if (running !== null) return;
    const batchId = crypto.randomUUID();
    setRunning(batchId);
    setProblem(null);
    try {
      const again = password === null ? {} : { password };
      const released = await client.releaseCopies({ ...given, batchId }, { key: key.current, ...again });
      if (released.file !== null) downloadBytes(await fetchFile(client, released.file), released.file);
      announce(`Copias registradas: ${released.copies.length}.`);
      onDone({ ...released, batchId });
    } catch (error) {
      const failure = failureOf(error);
      key.current = newKey();
      setProblem(failure.issues[0]?.message ?? wordsOf(failure));
    }
    setRunning(null);
    await refresh();
  };
  const stop = async () => {
    if (running !== null) await client.stopCopies({ batchId: running });
  };
  return { running, problem, send, stop };
}

import { useCallback, useState } from 'react';
import type { MissingFact } from '../../../shared/papers/index.ts';
import type { FileHandle } from '../../../shared/platform/ids.ts';
import { useClient } from '../../platform/client-context.tsx';
import { fetchFile } from '../../platform/files.ts';

export type DraftState = {
  readonly missing: readonly MissingFact[];
  readonly reserved: readonly string[];
  readonly warnings: readonly string[];
};

export type PreviewAnswer = DraftState & { readonly file: FileHandle; readonly pages: number };

export type Preview = {
  /** The last answer; null before the first. */
  readonly answer: DraftState | null;
  /** The pages asked for with «Ver borrador»; null while they are not shown. */
  readonly bytes: Uint8Array | null;
  /** Asks anew what is missing, without showing pages. */
  readonly check: <State extends DraftState>(work: Promise<State>) => Promise<State>;
  readonly show: (work: Promise<PreviewAnswer>) => Promise<void>;
  readonly hide: () => void;
};

/** What the last draft said about itself, and its pages while they are looked at. */
export function usePreview(): Preview {
  const client = useClient();
  const [answer, setAnswer] = useState<DraftState | null>(null);
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const check = useCallback(async <State extends DraftState>(work: Promise<State>) => {
    const next = await work;
    setAnswer(next);
    return next;
  }, []);
  const show = useCallback(
    async (work: Promise<PreviewAnswer>) => {
      const next = await check(work);
      setBytes(await fetchFile(client, next.file));
    },
    [check, client],
  );
  const hide = useCallback(() => setBytes(null), []);
  return { answer, bytes, check, show, hide };
}

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { PaperBlock } from '../../../shared/papers/blocks.ts';
import type { MissingFact } from '../../../shared/papers/index.ts';
import type { Failure } from '../../../shared/platform/failures.ts';
import type { FileHandle } from '../../../shared/platform/ids.ts';
import { useClient } from '../../platform/client.ts';
import { failureOf } from '../../platform/failure-words.ts';
import { fetchFile } from '../../platform/files.ts';

const afterTyping = 700;

/** The words of a draft, and what it says about itself. */
export type PaperWords = {
  readonly blocks: readonly PaperBlock[];
  readonly missing: readonly MissingFact[];
  readonly reserved: readonly string[];
  readonly warnings: readonly string[];
};

/** A paper as it stands while it is written. */
export type PaperShown<Words extends PaperWords = PaperWords> = {
  /** As last read; null before the first time. With a `failure` it is that of before it. */
  readonly words: Words | null;
  /** A field is half filled, and left out. */
  readonly isBehind: boolean;
  readonly failure: Failure | null;
};

export type PaperNow<Words extends PaperWords> = PaperShown<Words> & {
  /** Reads it again, for what changed beside the form. */
  readonly refresh: () => void;
  /** What was read of it in another way. */
  readonly take: (words: Words) => void;
};

type Options<Values extends FieldValues, Words> = {
  readonly form: Pick<UseFormReturn<Values>, 'getValues' | 'subscribe'>;
  /** Composes what is typed; null while even what is filled cannot be read. */
  readonly read: (draft: Values) => { readonly words: Promise<Words>; readonly isBehind: boolean } | null;
};

/** Reads the paper when the form opens and 0.7 s after each change; an answer that comes late is dropped. */
export function usePaper<Values extends FieldValues, Words extends PaperWords>(
  options: Options<Values, Words>,
): PaperNow<Words> {
  const { getValues, subscribe } = options.form;
  const [now, setNow] = useState<PaperShown<Words>>({
    words: null,
    isBehind: false,
    failure: null,
  });
  const [asked, setAsked] = useState(0);
  const turn = useRef(0);
  const compose = useEffectEvent(async () => {
    turn.current += 1;
    const own = turn.current;
    const reading = options.read(getValues());
    if (reading === null) {
      setNow(({ words }) => ({ words, isBehind: true, failure: null }));
      return;
    }
    const answer = await reading.words.catch(failureOf);
    if (own !== turn.current) return;
    if ('code' in answer) setNow(({ words }) => ({ words, isBehind: false, failure: answer }));
    else setNow({ words: answer, isBehind: reading.isBehind, failure: null });
  });
  useEffect(() => {
    let timer = setTimeout(() => void compose());
    const stop = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(() => void compose(), afterTyping);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [asked, subscribe]);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  const take = useCallback((words: Words) => setNow({ words, isBehind: false, failure: null }), []);
  return { ...now, refresh, take };
}

export type DraftPages = {
  /** The pages asked for with «Ver borrador»; null while they are not shown. */
  readonly bytes: Uint8Array | null;
  readonly show: (work: Promise<{ readonly file: FileHandle }>) => Promise<void>;
  readonly hide: () => void;
};

/** The very pages of a draft, while they are looked at. */
export function useDraftPages(): DraftPages {
  const client = useClient();
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const show = useCallback(
    async (work: Promise<{ readonly file: FileHandle }>) => {
      setBytes(await fetchFile(client, (await work).file));
    },
    [client],
  );
  const hide = useCallback(() => setBytes(null), []);
  return { bytes, show, hide };
}

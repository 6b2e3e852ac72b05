import { useCallback, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../shared/platform/contract.ts';
import type { Contract } from '../../../shared/contract.ts';
import { definitionOf, type FilingKind, type OfKind } from '../../../shared/filings/index.ts';
import type { PaperBlock } from '../../../shared/papers/blocks.ts';
import { PaperView, type Preview } from '../../papers/index.ts';
import { useClient } from '../../platform/client-context.tsx';
import type { Failure } from '../../../shared/platform/failures.ts';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import type { SectionForm } from '../../platform/forms/index.ts';
import { look, Panel } from '../../platform/ui/index.ts';
import css from '../filings.module.css';
import { readableOptions, refusals, type FilingDraft } from './filing-draft.ts';

const afterTyping = 700;

type Options = {
  readonly form: SectionForm<FilingDraft>;
  readonly caseId: string;
  readonly kind: OfKind;
  readonly preview: Preview;
};

/**
 * The blocks of the draft; null before the first ones came. Behind while a field is half filled; with a `failure` they
 * are those of before it.
 */
export type LiveDraft = {
  readonly blocks: readonly PaperBlock[] | null;
  readonly isBehind: boolean;
  readonly failure: Failure | null;
};

/** Composes the draft when the form opens and 0.7 s after each change; an answer that comes late is dropped. */
export function useLiveDraft({ form, caseId, kind, preview }: Options): LiveDraft {
  const client = useClient();
  const [live, setLive] = useState<LiveDraft>({ blocks: null, isBehind: false, failure: null });
  const turn = useRef(0);
  const { getValues, subscribe } = form;
  const { check } = preview;
  const compose = useCallback(async () => {
    const draft = getValues();
    turn.current += 1;
    const own = turn.current;
    const options = readableOptions(draft, kind);
    if (options === null) {
      setLive(({ blocks }) => ({ blocks, isBehind: true, failure: null }));
      return;
    }
    const work: Promise<OutputOf<Contract['composeDraft']>> = client.composeDraft({
      caseId,
      kind: definitionOf(kind).kind as FilingKind,
      options,
    });
    const answer = await work.catch(failureOf);
    if (own !== turn.current) return;
    if ('code' in answer) {
      setLive(({ blocks }) => ({ blocks, isBehind: false, failure: answer }));
      return;
    }
    await check(Promise.resolve(answer));
    setLive({ blocks: answer.blocks, isBehind: refusals(draft, kind).length > 0, failure: null });
  }, [caseId, check, client, getValues, kind]);
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
  }, [compose, subscribe]);
  return live;
}

/** The words of the writ beside the form, as they stand now. */
export function LivePanel({ blocks, isBehind, failure }: LiveDraft) {
  if (blocks === null && failure === null) return null;
  return (
    <Panel title="Así se lee">
      {failure === null ? (
        <p className={look.secondary}>
          {isBehind ? 'Sin lo que está a medio llenar.' : 'Se pone al día mientras escribe.'}
        </p>
      ) : (
        <p role="alert">No se pudo poner al día. {wordsOf(failure)}</p>
      )}
      {blocks !== null && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard
        <div className={css.live} role="region" aria-label="Texto del escrito" tabIndex={0}>
          <PaperView blocks={blocks} />
        </div>
      )}
    </Panel>
  );
}

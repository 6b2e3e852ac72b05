/** The line of a companion to the computer that keeps the record, as the window was last told. */
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Transport } from '../../../shared/platform/contract.ts';
import { notEnteredWords, waitingWords, type Line } from './words.ts';

const Context = createContext<Line | null>(null);

type NotEntered = { readonly words: readonly string[]; readonly forget: () => void };
const NotEnteredContext = createContext<NotEntered>({ words: [], forget: () => undefined });

type Props = { readonly transport: Transport; readonly children: ReactNode };

export function LineProvider({ transport, children }: Props) {
  const [line, setLine] = useState<Line | null>(null);
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(
    () =>
      transport.subscribe((event) => {
        if (event.kind === 'line') setLine(event);
        if (event.kind === 'not-entered') setWords((before) => [...before, notEnteredWords(event)]);
        // Another program stands behind this window: it says itself how its line is.
        if (event.kind === 'changed' && event.topic === 'place') setLine(null);
      }),
    [transport],
  );
  const notEntered = useMemo(() => ({ words, forget: () => setWords([]) }), [words]);
  return (
    <Context value={line}>
      <NotEnteredContext value={notEntered}>{children}</NotEnteredContext>
    </Context>
  );
}

/** Changes sent again after a cut that did not go in, each with its reason, until somebody has read it. */
export const useNotEntered = (): NotEntered => use(NotEnteredContext);

/** Null at the computer that keeps the record: there is no line. */
export const useLine = (): Line | null => use(Context);

/** Name of the computer that keeps the record while it does not answer; null while it does, and where there is no line. */
export function useCutFrom(): string | null {
  const line = useLine();
  return line === null || line.state === 'up' ? null : line.keeper;
}

/** Why this waits; null while nothing keeps it. */
export function useWaitWords(what: keyof typeof waitingWords): string | null {
  const keeper = useCutFrom();
  return keeper === null ? null : waitingWords[what](keeper);
}

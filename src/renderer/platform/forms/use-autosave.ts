import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { announce } from '../announce.ts';
import { failureOf, wordsOf } from '../failure-words.ts';
import { onSaveKey } from '../keys.ts';
import { useBeforeLock } from '../session.tsx';
import { timeInLima } from '../times.ts';
import { saveWords, type SaveState } from '../ui/index.ts';

const afterTyping = 1500;
const atLeastEach = 10_000;

type Options<Values extends FieldValues> = {
  readonly form: UseFormReturn<Values>;
  /** Stores the draft as typed, valid or not; throws when it could not. */
  readonly save: (values: Values) => Promise<void>;
};

export type Autosave = {
  readonly state: SaveState;
  /** Saves now; put it on the form's `onBlur`, too. */
  readonly saveNow: () => Promise<void>;
  /** Whether nothing typed waits to be saved. */
  readonly isKept: () => boolean;
  /** What is typed is kept anew, though nothing changed since it was kept. */
  readonly touch: () => void;
  /** What was typed is kept in another way, and its draft is gone: nothing of it is saved any more. */
  readonly forget: () => void;
};

/** Saves the draft 1.5 s after typing, on leaving a field, each 10 s, at Ctrl+S and before a lock. */
export function useAutosave<Values extends FieldValues>({ form, save }: Options<Values>): Autosave {
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const work = useRef({ changed: false, running: null as Promise<void> | null, firstAt: 0, drops: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const again = useRef<() => void>(() => undefined);
  // The form object is new at each drawing, these are not: a drawing must not start the subscription anew.
  const { getValues, subscribe } = form;
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  }, [save]);

  const show = useCallback((next: SaveState) => {
    setState(next);
    announce(saveWords(next));
  }, []);

  const saveNow = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const now = work.current;
    // One after the other: an older draft must never overwrite a newer one.
    while (now.running !== null) await now.running;
    if (!now.changed) return;
    now.changed = false;
    const { drops } = now;
    setState({ kind: 'saving' });
    now.running = latest.current(getValues()).then(
      () => show({ kind: 'saved', time: timeInLima(Date.now()) }),
      (error: unknown) => {
        // Its draft went with the record that was kept meanwhile.
        if (now.drops !== drops) return;
        now.changed = true;
        now.firstAt = Date.now();
        timer.current = setTimeout(() => again.current(), atLeastEach);
        show({ kind: 'failed', reason: wordsOf(failureOf(error)) });
      },
    );
    await now.running;
    now.running = null;
  }, [getValues, show]);

  useEffect(() => {
    again.current = () => void saveNow();
    const stop = subscribe({
      formState: { values: true },
      callback: ({ name, type }) => {
        if (name === undefined && type === undefined) return;
        const now = work.current;
        if (!now.changed) now.firstAt = Date.now();
        now.changed = true;
        setState((shown) => (shown.kind === 'failed' || shown.kind === 'waiting' ? shown : { kind: 'waiting' }));
        clearTimeout(timer.current);
        const wait = Math.max(0, Math.min(afterTyping, now.firstAt + atLeastEach - Date.now()));
        timer.current = setTimeout(() => void saveNow(), wait);
      },
    });
    const stopKey = onSaveKey(() => void saveNow());
    return () => {
      stop();
      stopKey();
      void saveNow();
    };
  }, [saveNow, subscribe]);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    work.current.changed = false;
    work.current.drops += 1;
  }, []);

  const touch = useCallback(() => {
    work.current.changed = true;
    void saveNow();
  }, [saveNow]);

  const isKept = useCallback(() => !work.current.changed, []);

  useBeforeLock(saveNow);
  return { state, saveNow, isKept, touch, forget };
}

import { useMutation } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Contract } from '../../../shared/contract.ts';
import type { Client } from '../../../shared/platform/contract.ts';
import type { Failure, FieldIssue } from '../../../shared/platform/failures.ts';
import { ActKeys, keyedClient } from '../act-keys.ts';
import { announce } from '../announce.ts';
import { useWholeClient } from '../client-context.tsx';
import { failureOf, wordsOfError } from '../failure-words.ts';
import { tellAfter } from '../aftermath.tsx';
import { typingOver } from '../typing.ts';
import { focusTitleFrom } from '../ui/index.ts';

/** What comes after the work of a press. */
export type ActEnd<Value> = {
  /** Which of several this is, where one list has a button for each (the id of the line). */
  readonly of?: string;
  /** Said aloud once it is done. */
  readonly words?: string | ((value: Value) => string);
  /** It is done, and what it changed was read again: closing, going elsewhere, where the focus goes. */
  readonly done?: (value: Value, words: string) => unknown;
  /**
   * What was pressed goes away with it: the title takes the focus, or that of the part named here, unless the person has
   * gone elsewhere meanwhile.
   */
  readonly toTitle?: true | (() => HTMLElement | null);
  /** Told of a failure besides the words of it; the act is over when it is. */
  readonly refused?: (failure: Failure) => unknown;
};

export type ActClient = Client<Contract>;

export type Act = {
  readonly busy: boolean;
  /** What went wrong, in words; null while nothing did. `ActProblem` draws it and takes the focus. */
  readonly problem: string | null;
  readonly issues: readonly FieldIssue[];
  /** Counts refusals: the focus goes to the words when it changes. */
  readonly attempt: number;
  /** Does `work` unless one is running, with a client that keeps the keys; answers whether it was done. */
  readonly run: <Value>(work: (client: ActClient) => Promise<Value>, end?: ActEnd<Value>) => Promise<boolean>;
  /** Says what stops the act before anything is sent, or with null that nothing does any more. */
  readonly say: (words: string | null, issues?: readonly FieldIssue[]) => void;
};

type Said = { readonly problem: string | null; readonly issues: readonly FieldIssue[] };

const nothing: Said = { problem: null, issues: [] };
const noRefresh = () => Promise.resolve();

/**
 * Everything a person presses: one at a time, its failure in words at its place, and one key until an answer came, so
 * that pressing again after a lost answer stores once. `refresh` reads again what the act changed.
 */
export function useAct({ refresh = noRefresh }: { readonly refresh?: () => Promise<unknown> } = {}): Act {
  const client = useWholeClient();
  const [keys] = useState(() => new ActKeys());
  const [said, setSaid] = useState(nothing);
  const [attempt, setAttempt] = useState(0);
  const running = useRef(false);
  // Nothing of it is kept once it is over: what was typed may be a password.
  const { mutateAsync, isPending } = useMutation({ mutationFn: (work: () => Promise<void>) => work(), gcTime: 0 });

  const say = useCallback((problem: string | null, issues: readonly FieldIssue[] = []) => {
    setSaid({ problem, issues });
    if (problem !== null) setAttempt((count) => count + 1);
  }, []);

  const run: Act['run'] = async (work, end = {}) => {
    if (running.current) return false;
    running.current = true;
    setSaid(nothing);
    const pressed = document.activeElement;
    const of = end.of ?? '';
    const after: { words: string | null } = { words: null };
    const onAfter = (failure: Failure) => {
      after.words = tellAfter(failure);
    };
    const kept: { value?: Awaited<ReturnType<typeof work>> } = {};
    const press = async () => {
      try {
        kept.value = await work(keyedClient(client, keys, { of, onAfter }));
      } catch (error) {
        const failure = failureOf(error);
        // What was stored before, and is not what stands on the screen, has to be seen.
        if (failure.reason === 'stored-before') await refresh();
        await end.refused?.(failure);
        throw error;
      }
      keys.end(of);
      typingOver();
      await refresh();
    };
    try {
      await mutateAsync(press);
    } catch (error) {
      say(wordsOfError(error), failureOf(error).issues);
      return false;
    } finally {
      running.current = false;
    }
    const value = kept.value as Awaited<ReturnType<typeof work>>;
    const said = typeof end.words === 'function' ? end.words(value) : (end.words ?? '');
    // What the act was to say is not true then: it is stored, and no more.
    const words = after.words ?? said;
    if (words !== '') announce(words);
    end.done?.(value, words);
    if (end.toTitle !== undefined) focusTitleFrom(pressed, end.toTitle === true ? null : end.toTitle());
    return true;
  };

  return { busy: isPending, ...said, attempt, run, say };
}

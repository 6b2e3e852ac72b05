import { useRef, useState } from 'react';
import type { FieldIssue } from '../../../shared/platform/failures.ts';
import { announce } from '../announce.ts';
import { newKey } from '../client.ts';
import { failureOf, wordsOf } from '../failure-words.ts';

type Options = {
  /** Reads again what the act changed. */
  readonly refresh: () => Promise<unknown>;
  /** With words when something was done. */
  readonly onClose: (words?: string) => void;
};

/**
 * One act of a dialog: its failure in words and at its fields. The key of the call changes only after a refusal, so that
 * pressing again after a lost answer does nothing twice.
 */
export function useDialogAct({ refresh, onClose }: Options) {
  const key = useRef(newKey());
  const [problem, setProblem] = useState<string | null>(null);
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const run = async (work: (key: string) => Promise<unknown>, words: string) => {
    setProblem(null);
    setIssues([]);
    try {
      await work(key.current);
      await refresh();
      announce(words);
      onClose(words);
    } catch (error) {
      const failure = failureOf(error);
      key.current = newKey();
      setIssues(failure.issues);
      setProblem(wordsOf(failure));
    }
  };
  return { problem, issues, setIssues, run };
}

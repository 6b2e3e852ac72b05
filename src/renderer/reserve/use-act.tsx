import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { Client } from '../../shared/platform/contract.ts';
import { announce } from '../platform/announce.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { Problem } from '../platform/ui/index.ts';

type End = { readonly words?: string; readonly done?: () => unknown };
type ActClient = Client<Contract>;

export type Act = {
  readonly busy: boolean;
  readonly problem: string | null;
  /** Counts refusals: the focus goes to the words when it changes. */
  readonly attempt: number;
  readonly run: (work: (client: ActClient, key: string) => Promise<unknown>, end?: End) => Promise<boolean>;
};

/** One press at a time; its key changes only after a refusal, so that pressing again after a lost answer stores once. */
export function useAct({ refresh }: { readonly refresh: () => Promise<unknown> }): Act {
  const client = useClient();
  const key = useRef(newKey());
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const run: Act['run'] = async (work, end = {}) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work(client, key.current);
      key.current = newKey();
      await refresh();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code !== 'unexpected') key.current = newKey();
      setProblem(wordsOf(failure));
      setAttempt((count) => count + 1);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
    if (end.words !== undefined) announce(end.words);
    end.done?.();
    return true;
  };
  return { busy, problem, attempt, run };
}

/** What went wrong, with the focus: the button pressed may be far below. */
export function ActProblem({ act }: { readonly act: Pick<Act, 'attempt' | 'problem'> }) {
  const box = useRef<HTMLDivElement>(null);
  const { attempt, problem } = act;
  useEffect(() => {
    if (attempt > 0 && problem !== null) box.current?.focus();
  }, [attempt, problem]);
  return problem === null ? null : (
    <div ref={box} tabIndex={-1}>
      <Problem words={problem} />
    </div>
  );
}

import { useCallback, useState } from 'react';
import { failureOf, wordsOf } from '../platform/failure-words.ts';

/** One act at a time: its failure in words, whether it runs. */
export function useAct() {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { problem, isBusy, run };
}

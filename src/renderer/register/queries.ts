import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { useClient } from '../platform/client-context.tsx';

export type Sheet = OutputOf<Contract['getRegisterSheet']>;
type Passed = OutputOf<Contract['passRegisterLines']>;

const sheetKey = (caseId: string) => ['register', 'sheet', caseId] as const;
const waitingKey = ['register', 'waiting'] as const;
const papersKey = ['register', 'papers'] as const;

/** Read once when the screen opens: each reading is registered. */
export function useSheet(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: sheetKey(caseId),
    queryFn: () => client.getRegisterSheet({ caseId: caseId }),
    gcTime: 0,
    staleTime: Infinity,
  });
}

export function useWaiting() {
  const client = useClient();
  return useQuery({ queryKey: waitingKey, queryFn: () => client.listToRegister({}), staleTime: 0 });
}

export function useBlankPapers() {
  const client = useClient();
  return useQuery({ queryKey: papersKey, queryFn: () => client.listBlankPapers({}), staleTime: 0 });
}

export function useRefreshPapers(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: papersKey }), [queries]);
}

/** The sheet with the lines as they were passed just now; nothing is read again. */
function withPassed(sheet: Sheet, { lines, progress }: Passed): Sheet {
  const now = new Map(lines.map((line) => [line.id, line]));
  return {
    ...sheet,
    progress,
    lines: sheet.lines.map((line) => {
      const passed = now.get(line.id);
      return passed === undefined ? line : { ...line, state: passed.state, passedBy: passed.passedBy };
    }),
  };
}

/** Keeps in the sheet on the screen what was ticked off, or taken back. */
export function useKeepPassed(caseId: string): (passed: Passed) => void {
  const queries = useQueryClient();
  return (passed) => {
    queries.setQueryData<Sheet>(sheetKey(caseId), (sheet) => sheet && withPassed(sheet, passed));
    void queries.invalidateQueries({ queryKey: waitingKey });
  };
}

/** Reads the sheet and the lists again, after a registration or a print. */
export function useRefreshSheet(caseId: string): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: sheetKey(caseId) }),
      queries.invalidateQueries({ queryKey: waitingKey }),
      queries.invalidateQueries({ queryKey: ['intake', 'overview'] }),
      queries.invalidateQueries({ queryKey: ['papers', 'documents'] }),
    ]);
  }, [caseId, queries]);
}

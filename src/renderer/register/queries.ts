import { useQueryClient } from '@tanstack/react-query';
import type { Output } from '../platform/client.ts';
import { readOnce, useRead, useRefresh } from '../platform/query.ts';

export type Sheet = Output<'getRegisterSheet'>;
type Passed = Output<'passRegisterLines'>;

const sheetKey = (caseId: string) => ['register', 'sheet', caseId] as const;
const waitingKey = ['register', 'waiting'] as const;
const papersKey = ['register', 'papers'] as const;

/** Read once when the screen opens: each reading is registered. */
export const useSheet = (caseId: string) =>
  useRead(sheetKey(caseId), (client) => client.getRegisterSheet({ caseId }), readOnce);

export const useWaiting = () => useRead(waitingKey, (client) => client.listToRegister({}), { staleTime: 0 });

export const useBlankPapers = () => useRead(papersKey, (client) => client.listBlankPapers({}), { staleTime: 0 });

export const useRefreshPapers = () => useRefresh(papersKey);

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
export const useRefreshSheet = (caseId: string) =>
  useRefresh(sheetKey(caseId), waitingKey, ['intake', 'overview'], ['papers', 'documents']);

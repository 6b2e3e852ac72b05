import { clauseTable } from '../../../shared/filings/index.ts';
import { useRules } from '../../rulebook/index.ts';

export type Clause = { readonly id: string; readonly title: string; readonly text: string };

/** The bank as it counts today; none while it is read. */
export function useClauses(): readonly Clause[] {
  const rules = useRules(clauseTable.id);
  return (rules.data ?? [])
    .filter(({ isCurrent, isSound }) => isCurrent && isSound)
    .map(({ rowId, value }) => ({ id: rowId, title: String(value['title']), text: String(value['text']) }));
}

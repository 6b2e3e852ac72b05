import { useState } from 'react';
import type { MergeChoices, MergeComparison, MergeField, MergeSide } from '../../../shared/people/index.ts';
import { useSession } from '../../platform/session.tsx';

/**
 * What was chosen in a comparison and not proposed yet, by its author and the two records: fields and sides, nothing of
 * the records. In the memory of this window, as the place that a lock comes back to.
 */
const kept = new Map<string, Partial<MergeChoices>>();

/** The choices of a comparison; a lock, or a look elsewhere, undoes none of them. */
export function useChoices(comparison: MergeComparison) {
  const key = [useSession().staff.id, comparison.kept.personId, comparison.absorbed.personId].join(' ');
  const [chosen, setChosen] = useState(() => kept.get(key) ?? {});
  const choose = (field: MergeField, side: MergeSide) => {
    const next = { ...chosen, [field]: side };
    kept.set(key, next);
    setChosen(next);
  };
  const forget = () => {
    kept.delete(key);
  };
  return { choices: { ...comparison.choices, ...chosen }, choose, forget };
}

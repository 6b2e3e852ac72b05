import { useState } from 'react';
import { newestShown } from '../../shared/timeline/index.ts';
import { useRead } from '../platform/query.ts';

/** The newest of the history of a case, as it stands now: what its page opens with. */
const useNewest = (caseId: string) =>
  useRead(['timeline', caseId], (client) => client.readTimeline({ caseId, newest: newestShown }), { staleTime: 0 });

const useWhole = (caseId: string, enabled: boolean) =>
  useRead(['timeline', caseId, 'whole'], (client) => client.readTimeline({ caseId }), { staleTime: 0, enabled });

/** The history of a case: its newest part, and all of it once somebody looks further. */
export function useTimeline(caseId: string) {
  const query = useNewest(caseId);
  const [asked, setAsked] = useState<'no' | 'looking' | 'older'>('no');
  const first = query.data;
  const left = first === undefined ? 0 : (first.counts.all ?? 0) - first.entries.length;
  const whole = useWhole(caseId, asked !== 'no' && left > 0);
  const isCut = left > 0 && whole.data === undefined;
  return {
    query,
    told: left > 0 ? (whole.data ?? first) : first,
    /** How many are not here yet, and how far asking for them came. */
    older: isCut ? { count: left, query: asked === 'no' ? null : whole, ask: () => setAsked('older') } : null,
    /** Where those that were asked for begin; null where nobody asked. */
    goTo: asked === 'older' && !isCut && first !== undefined ? first.entries.length : null,
    /** Somebody filters or searches, which goes through all of it. */
    look: () => setAsked('looking'),
  };
}
export type Timeline = ReturnType<typeof useTimeline>;

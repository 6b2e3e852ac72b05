/** F4 in a case: something is written over its history, wherever in the case one stands. */
import { useEffect, useEffectEvent } from 'react';
import type { CaseOverview } from '../../shared/intake/index.ts';
import { announce } from '../platform/announce.ts';
import { isPlainKey, useScreenKey } from '../platform/keys.ts';
import { follow } from '../platform/routes.ts';
import { useMayStore } from '../platform/session.tsx';
import { casePath } from './words.ts';

const openers = new Set<() => void>();
/** The history of which case is to open with its note, once it is drawn. */
let awaited: string | null = null;

export function useAnnotateKey({ caseId, state, isFromOldList }: CaseOverview): void {
  const may = useMayStore('attention.record') && state !== 'closed' && !isFromOldList;
  useScreenKey(
    (event) => isPlainKey(event, 'F4'),
    () => {
      if (!may) {
        announce('En esta ficha no puede anotar.');
        return;
      }
      if (openers.size > 0) {
        for (const open of openers) open();
        return;
      }
      awaited = caseId;
      follow(casePath, { caseId });
    },
  );
}

/** For the place where it is written: called at F4, also at that of the page one came from. */
export function useAnnotation(caseId: string, open: () => void): void {
  const opened = useEffectEvent(open);
  useEffect(() => {
    const opener = () => opened();
    openers.add(opener);
    if (awaited === caseId) opener();
    awaited = null;
    return () => void openers.delete(opener);
  }, [caseId]);
}

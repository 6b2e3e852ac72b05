import { useEffect } from 'react';
import { useClient, type Output } from '../platform/client-context.tsx';
import { isDialogOpen, isPlainKey } from '../platform/keys.ts';
import { follow } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { pairPath } from './words.ts';

type Found = Output<'readPairHistory'>;

/** The newest other ficha of this pair that the reader may open; null when there is none. */
function earlierOf({ fichas }: Found): string | null {
  const after = fichas.slice(fichas.findIndex((one) => one.isThis) + 1);
  return after.find((one) => one.aggressor === 'same' && one.caseId !== null)?.caseId ?? null;
}

/** F8: the earlier ficha of the same pair, or the list of all where there is none to open. */
export function useEarlierKey(caseId: string): void {
  const client = useClient();
  const may = useMay('registerForm.readB');
  useEffect(() => {
    const open = async () => {
      const found = await client.readPairHistory({ caseId });
      const earlier = earlierOf(found);
      if (earlier === null) follow(pairPath, { caseId });
      else follow('/casos/$caseId', { caseId: earlier });
    };
    const listen = (event: KeyboardEvent) => {
      if (!isPlainKey(event, 'F8') || isDialogOpen()) return;
      event.preventDefault();
      // What fails here fails on that page too, where there is room for its words.
      open().catch(() => follow(pairPath, { caseId }));
    };
    if (!may) return undefined;
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [caseId, client, may]);
}

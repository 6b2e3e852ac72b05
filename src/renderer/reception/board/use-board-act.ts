import { useState } from 'react';
import type { ArrivalLine } from '../../../shared/reception/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { failureOf, wordsOf } from '../../platform/failure-words.ts';
import { useRefreshReception } from '../queries.ts';

type Service = NonNullable<ArrivalLine['service']>;

/** What is done with one arrival as it was read; a failure is told and the board is read again. */
export function useBoardAct(line: ArrivalLine) {
  const client = useClient();
  const refresh = useRefreshReception();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { arrivalId, version, label } = line;
  /** True when it was done. */
  const act = async (work: () => Promise<string>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      announce(await work());
      return true;
    } catch (error) {
      const words = wordsOf(failureOf(error));
      setProblem(words);
      announce(words, 'alert');
      return false;
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    call: () =>
      act(async () => {
        await client.callArrival({ arrivalId, version });
        return `${label} llamada.`;
      }),
    attend: () =>
      act(async () => {
        await client.attendArrival({ arrivalId, version, staffId: null });
        return `${label} en atención.`;
      }),
    handOver: (to: { service: Service | null; staffId: string | null; name: string }) =>
      act(async () => {
        const { hasGrant } = await client.handOverArrival({
          arrivalId,
          version,
          service: to.service,
          staffId: to.staffId,
        });
        return hasGrant ? `${label} entregada a ${to.name}, con su ficha.` : `${label} entregada a ${to.name}.`;
      }),
    setHold: (mustCall: boolean) =>
      act(async () => {
        await client.setArrivalHold({ arrivalId, version, mustCall });
        return mustCall ? `${label}: se pedirá llamar a Coordinación.` : `${label} puede pasar.`;
      }),
    close: (end: Omit<Parameters<typeof client.closeArrival>[0], 'arrivalId' | 'version'>, words: string) =>
      act(async () => {
        await client.closeArrival({ arrivalId, version, ...end });
        return `${label} cerrada: ${words}.`;
      }),
  };
}

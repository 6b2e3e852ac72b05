import { useCallback, useEffect, useMemo } from 'react';
import { blankArrivalFacts, holdWords, type ArrivalFacts } from '../../../shared/reception/index.ts';
import { announce } from '../../platform/announce.ts';
import { useUnpressed, type UnpressedClient } from '../../platform/client-context.tsx';
import { type ActClient, useAct } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { EmptyState, PageTitle, QueryState } from '../../platform/ui/index.ts';
import { ArrivalFactsForm, type FactsValues } from '../forms/arrival-facts-form.tsx';
import { useOpenArrival, useRefreshReception } from '../queries.ts';

/** «Registrar llegada»: the door is opened with the page; she waits with a number, whatever else is still unknown. */
export function NewArrivalScreen() {
  const may = useMay('case.open');
  return (
    <>
      <PageTitle>Registrar llegada</PageTitle>
      {may ? <OpenDoor /> : <EmptyState>Su función no registra llegadas.</EmptyState>}
    </>
  );
}

function OpenDoor() {
  const { data, error, mutate } = useOpenArrival();
  useEffect(() => mutate(), [mutate]);
  return (
    <QueryState query={{ data, error, refetch: () => mutate() }}>
      {(arrivalId) => <NewArrival key={arrivalId} arrivalId={arrivalId} />}
    </QueryState>
  );
}

function NewArrival({ arrivalId }: { readonly arrivalId: string }) {
  const client = useUnpressed();
  const refresh = useRefreshReception();
  const go = useGo();
  const start = useMemo<FactsValues>(() => blankArrivalFacts(), []);
  const keep = useCallback(
    (facts: ArrivalFacts, by: UnpressedClient = client) => by.registerArrival({ arrivalId, facts }),
    [arrivalId, client],
  );
  const register = async (facts: ArrivalFacts, by: ActClient) => {
    const { label, mustCall } = await keep(facts, by);
    await refresh();
    announce(mustCall ? `${label} registrada. ${holdWords}.` : `${label} registrada, en espera.`);
  };
  const act = useAct({ refresh });
  const leave = () => go('/llegadas');
  // Nobody came: the door is closed with the page, or it would stand on the board as never registered.
  const cancel = () =>
    act.run((by) => by.closeArrival({ arrivalId, outcome: 'mistake' }), { done: leave, refused: leave });
  return (
    <ArrivalFactsForm
      arrivalId={arrivalId}
      start={start}
      personName={null}
      maySearch
      keep={keep}
      main={{
        label: 'Registrar en espera',
        run: async (facts, by) => {
          await register(facts, by);
          go('/llegadas');
        },
      }}
      second={{
        label: 'Registrar y abrir ficha',
        run: async (facts, by) => {
          await register(facts, by);
          go('/llegadas/$arrivalId/ficha', { arrivalId });
        },
      }}
      onCancel={() => void cancel()}
    />
  );
}

import { useEffect, useMemo, useState } from 'react';
import { blankArrivalFacts, holdWords, type ArrivalFacts } from '../../../shared/reception/index.ts';
import { announce } from '../../platform/announce.ts';
import { useUnpressed } from '../../platform/client.ts';
import { type ActClient, useAct } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay, useSession } from '../../platform/session.tsx';
import { EmptyState, PageTitle, QueryState } from '../../platform/ui/index.ts';
import { ArrivalFactsForm } from '../forms/arrival-facts-form.tsx';
import type { FactsValues } from '../forms/arrival-fields.tsx';
import { keepTyped, typedBefore, type TypedArrival } from '../line/kept.ts';
import { useOpenArrival, useRefreshReception } from '../queries.ts';

/** «Registrar llegada»: what the line of the board has no room for; what was typed there stands here already. */
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
  const staff = useSession().staff.id;
  const [typed] = useState(() => typedBefore(staff));
  const { data, error, mutate } = useOpenArrival();
  const before = typed?.arrivalId ?? null;
  useEffect(() => {
    if (before === null) mutate();
  }, [before, mutate]);
  if (before !== null) return <NewArrival arrivalId={before} typed={typed} />;
  return (
    <QueryState query={{ data, error, refetch: () => mutate() }}>
      {(arrivalId) => <NewArrival key={arrivalId} arrivalId={arrivalId} typed={typed} />}
    </QueryState>
  );
}

type Props = { readonly arrivalId: string; readonly typed: TypedArrival | null };

function NewArrival({ arrivalId, typed }: Props) {
  const client = useUnpressed();
  const refresh = useRefreshReception();
  const go = useGo();
  const start = useMemo<FactsValues>(() => typed?.facts ?? blankArrivalFacts(), [typed]);
  const link = typed?.link ?? null;
  // Before a lock: what the line kept of her is older.
  const keep = (facts: ArrivalFacts) => {
    keepTyped(null);
    return client.registerArrival({ arrivalId, facts });
  };
  const register = async (facts: ArrivalFacts, by: ActClient) => {
    const { label, mustCall } = await by.registerArrival({ arrivalId, facts });
    keepTyped(null);
    await refresh();
    announce(mustCall ? `${label} registrada. ${holdWords}.` : `${label} registrada, en espera.`);
  };
  const act = useAct({ refresh });
  const leave = () => {
    keepTyped(null);
    go('/llegadas');
  };
  // Nobody came: the door is closed with the page, or it would stand on the board as never registered.
  const cancel = () =>
    act.run((by) => by.closeArrival({ arrivalId, outcome: 'mistake' }), { done: leave, refused: leave });
  return (
    <ArrivalFactsForm
      arrivalId={arrivalId}
      start={start}
      personName={link === null || link.kind === 'new' ? null : link.name}
      sought={link === null && typed !== null && typed.text.trim() !== '' ? typed.text : undefined}
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

import { useQueryClient } from '@tanstack/react-query';
import { holdWords, type ArrivalFacts } from '../../../shared/reception/index.ts';
import { announce } from '../../platform/announce.ts';
import { useUnpressed, type UnpressedClient } from '../../platform/client.ts';
import { useGo } from '../../platform/routes.ts';
import { PageTitle, QueryState } from '../../platform/ui/index.ts';
import { ArrivalFactsForm } from '../forms/arrival-facts-form.tsx';
import { useArrival, useRefreshReception, type OpenedArrival } from '../queries.ts';

/** What was written of an arrival, to be mended or completed. */
export function ArrivalFactsScreen({ params }: { readonly params: { readonly arrivalId: string } }) {
  const arrival = useArrival(params.arrivalId);
  return (
    <>
      <PageTitle>Datos de la llegada</PageTitle>
      <QueryState query={arrival}>
        {(opened) => <Facts key={opened.version} arrivalId={params.arrivalId} opened={opened} />}
      </QueryState>
    </>
  );
}

function Facts({ arrivalId, opened }: { readonly arrivalId: string; readonly opened: OpenedArrival }) {
  const client = useUnpressed();
  const queries = useQueryClient();
  const refresh = useRefreshReception();
  const go = useGo();
  const { version } = opened;
  const keep = (facts: ArrivalFacts, by: UnpressedClient = client) => by.changeArrival({ arrivalId, version, facts });
  return (
    <ArrivalFactsForm
      arrivalId={arrivalId}
      start={opened.facts}
      personName={opened.personName}
      maySearch={opened.isOpen}
      keep={keep}
      main={{
        label: 'Guardar',
        run: async (facts, by) => {
          const { mustCall } = await keep(facts, by);
          queries.removeQueries({ queryKey: ['arrival', arrivalId] });
          await refresh();
          announce(mustCall ? `${opened.label} guardada. ${holdWords}.` : `${opened.label} guardada.`);
          go('/llegadas');
        },
      }}
      onCancel={() => go('/llegadas')}
    />
  );
}

import { caseStateLabels, type CaseOverview } from '../../../shared/intake/index.ts';
import type { AggressorFicha } from '../../../shared/pairs/index.ts';
import { repeatPages } from '../../intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { EmptyState, Notice, PageTitle, Panel, QueryState, type Column, useNamed } from '../../platform/ui/index.ts';
import { FichaLink } from '../ficha-link.tsx';
import { FichaTable, OverTime } from '../over-time.tsx';
import { useAggressorCases } from '../queries.ts';

/** Coordinación's view of the alleged aggressor of a case over time: his fichas by number, without the name of any user. */
export function AggressorPage({ overview }: { readonly overview: CaseOverview }) {
  const may = useMay('person.readAggressorCases');
  return (
    <>
      <PageTitle>Fichas de la presunta persona agresora</PageTitle>
      {may ? <Cases overview={overview} /> : <EmptyState>Su función no ve estas fichas.</EmptyState>}
    </>
  );
}

const user: Column<AggressorFicha> = {
  title: 'Persona usuaria',
  cell: ({ isSameUser, user: number }) => (isSameUser ? 'La de esta ficha' : `Otra (${number})`),
};

const state: Column<AggressorFicha> = { title: 'Estado', cell: (ficha) => caseStateLabels[ficha.state] };

function Cases({ overview }: { readonly overview: CaseOverview }) {
  const named = useNamed();
  const cases = useAggressorCases(overview.caseId);
  return (
    <QueryState query={cases}>
      {({ asAggressor, asUser, hidden }) => (
        <>
          <Notice>
            Esta lista no dice quién es la persona usuaria de cada ficha. No anote en una ficha datos de otra. Toda
            consulta queda en la bitácora.
          </Notice>
          <Panel title={`Figura como presunta persona agresora: ${named(overview.aggressorName)}`}>
            <OverTime fichas={asAggressor} />
            <FichaTable
              caption={
                asAggressor.length === 1 ? '1 ficha' : `${asAggressor.length} fichas, el hecho más reciente primero`
              }
              fichas={asAggressor}
              who={user}
              last={state}
            />
          </Panel>
          {asUser.length > 0 && (
            <Panel title="Figura también como persona usuaria">
              <ul>
                {asUser.map((one) => (
                  <li key={one.number}>
                    <FichaLink ficha={{ ...one, isThis: false }} />
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <p>
            <a href={hrefOf(repeatPages.accused.path)}>{repeatPages.accused.title}</a>
          </p>
          {hidden > 0 && <Notice tone="warning">{`Fichas reservadas o con conflicto de interés: ${hidden}.`}</Notice>}
        </>
      )}
    </QueryState>
  );
}

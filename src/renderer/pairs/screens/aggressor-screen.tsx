import type { CaseOverview } from '../../../shared/intake/index.ts';
import type { AggressorFicha } from '../../../shared/pairs/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { CaseFrame, riskWord, stateWords } from '../../intake/index.ts';
import { useMay } from '../../platform/session.tsx';
import {
  DataTable,
  EmptyState,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  RiskWord,
  type Column,
} from '../../platform/ui/index.ts';
import { FichaLink } from '../ficha-link.tsx';
import { useAggressorCases } from '../queries.ts';
import { eventWords } from '../words.ts';

/** Coordinación's view of the alleged aggressor of a case: his fichas by number, without the name of any user. */
export function AggressorScreen({ params }: { readonly params: { readonly caseId: string } }) {
  const may = useMay('person.readAggressorCases');
  return (
    <CaseFrame caseId={params.caseId} section={null}>
      {(overview) => (
        <>
          <PageTitle>Fichas de la presunta persona agresora</PageTitle>
          {may ? <Cases overview={overview} /> : <EmptyState>Su función no ve estas fichas.</EmptyState>}
        </>
      )}
    </CaseFrame>
  );
}

const columns: readonly Column<AggressorFicha>[] = [
  { id: 'number', title: 'Ficha', cell: (ficha) => <FichaLink ficha={ficha} /> },
  {
    id: 'user',
    title: 'Persona usuaria',
    cell: ({ isSameUser }) => (isSameUser ? 'La de esta ficha' : 'Otra'),
  },
  { id: 'event', title: 'Hecho', cell: eventWords },
  { id: 'admitted', title: 'Ingreso', cell: ({ admittedOn }) => formatCivilDate(admittedOn) },
  {
    id: 'level',
    title: 'Riesgo (CEM)',
    cell: ({ valuationLevel }) => {
      const { level, word } = riskWord(valuationLevel);
      return <RiskWord level={level} word={word} />;
    },
  },
  { id: 'state', title: 'Estado', cell: ({ state }) => stateWords[state] },
];

function Cases({ overview }: { readonly overview: CaseOverview }) {
  const cases = useAggressorCases(overview.caseId);
  return (
    <QueryState query={cases}>
      {({ asAggressor, asUser, hidden }) => (
        <>
          <Notice>
            Esta lista no dice quién es la persona usuaria de cada ficha. No anote en una ficha datos de otra. Toda
            consulta queda en la bitácora.
          </Notice>
          <Panel title={`Figura como presunta persona agresora: ${overview.aggressorName}`}>
            <DataTable
              caption={
                asAggressor.length === 1 ? '1 ficha' : `${asAggressor.length} fichas, el hecho más reciente primero`
              }
              columns={columns}
              rows={asAggressor}
              keyOf={({ number }) => number}
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
          {hidden > 0 && <Notice tone="warning">{`Fichas reservadas o con conflicto de interés: ${hidden}.`}</Notice>}
        </>
      )}
    </QueryState>
  );
}

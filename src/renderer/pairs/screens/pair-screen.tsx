import { caseStateLabels, type CaseOverview } from '../../../shared/intake/index.ts';
import type { AggressorFicha, PairFicha } from '../../../shared/pairs/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { conditionWord } from '../../intake/index.ts';
import type { Output } from '../../platform/client.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { EmptyState, Notice, PageTitle, Panel, QueryState, type Column, PersonName } from '../../platform/ui/index.ts';
import { FichaTable, OverTime, Stacked } from '../over-time.tsx';
import { usePairHistory } from '../queries.ts';
import { aggressorPath } from '../words.ts';

/** Every ficha of the user: first the events with the same alleged aggressor, then the others. */
export function PairPage({ overview }: { readonly overview: CaseOverview }) {
  return (
    <>
      <PageTitle>Fichas y hechos anteriores</PageTitle>
      <History overview={overview} />
    </>
  );
}

const condition: Column<PairFicha> = {
  title: 'Condición',
  cell: ({ condition: confirmed, state }) => (confirmed === null ? caseStateLabels[state] : conditionWord(confirmed)),
};

const lastAttention = ({ lastAttentionOn }: PairFicha): (string | null)[] => [
  lastAttentionOn === null ? null : `última atención ${formatCivilDate(lastAttentionOn)}`,
];

const who: Column<PairFicha> = {
  title: 'Presunta persona agresora',
  cell: ({ aggressorName, aggressor, isSameEvent }) => (
    <Stacked
      first={aggressorName === null ? 'Requiere revisión' : <PersonName>{aggressorName}</PersonName>}
      others={[
        aggressor === 'undecided' ? '(no se sabe si es la misma)' : null,
        isSameEvent ? '(el mismo hecho)' : null,
      ]}
    />
  ),
};

const user: Column<AggressorFicha> = { title: 'Persona usuaria', cell: (ficha) => `Otra (${ficha.user})` };

const state: Column<AggressorFicha> = { title: 'Estado', cell: (ficha) => caseStateLabels[ficha.state] };

type Found = Output<'readPairHistory'>;

function History({ overview }: { readonly overview: CaseOverview }) {
  const history = usePairHistory(overview.caseId);
  return (
    <QueryState query={history}>
      {(found) => (
        <>
          <KnownRoles caseId={overview.caseId} known={found.known} />
          <Tables fichas={found.fichas} ofOthers={found.ofOthers} />
          {found.hidden > 0 && (
            <Notice tone="warning">
              {found.hidden === 1
                ? 'Hay otra ficha que solo Coordinación puede revisar.'
                : `Hay otras ${found.hidden} fichas que solo Coordinación puede revisar.`}
            </Notice>
          )}
        </>
      )}
    </QueryState>
  );
}

function Tables({ fichas, ofOthers }: Pick<Found, 'fichas' | 'ofOthers'>) {
  const ofPair = fichas.filter((one) => one.aggressor === 'same');
  const others = fichas.filter((one) => one.aggressor !== 'same');
  return (
    <>
      <Panel title="Con la misma presunta persona agresora">
        {ofPair.length === 1 && <EmptyState>No hay otra ficha con la misma presunta persona agresora.</EmptyState>}
        {ofPair.length > 1 && (
          <>
            <OverTime fichas={ofPair} />
            <FichaTable
              caption={`${ofPair.length} fichas, el hecho más reciente primero`}
              fichas={ofPair}
              below={lastAttention}
              last={condition}
            />
          </>
        )}
      </Panel>
      {others.length > 0 && (
        <Panel title="Con otra presunta persona agresora">
          <FichaTable
            caption={others.length === 1 ? '1 ficha' : `${others.length} fichas, el hecho más reciente primero`}
            fichas={others}
            below={lastAttention}
            who={who}
            last={condition}
          />
        </Panel>
      )}
      {ofOthers.length > 0 && (
        <Panel title="La misma presunta persona agresora, con otras personas usuarias">
          <p>Solo las fichas que usted puede abrir. No anote en una ficha datos de otra.</p>
          <FichaTable
            caption={ofOthers.length === 1 ? '1 ficha' : `${ofOthers.length} fichas, el hecho más reciente primero`}
            fichas={ofOthers}
            who={user}
            last={state}
          />
        </Panel>
      )}
    </>
  );
}

/** What each of the two is in other fichas, for whoever may know it; no name, no number. */
function KnownRoles({ caseId, known }: { readonly caseId: string; readonly known: Found['known'] }) {
  const mayList = useMay('person.readAggressorCases');
  const sentences = [
    known.userIsAggressor ? 'La persona usuaria figura como presunta persona agresora en otra ficha.' : null,
    known.aggressorIsUser ? 'La presunta persona agresora figura como persona usuaria en otra ficha.' : null,
    known.aggressorHasOthers ? 'La presunta persona agresora figura como tal en fichas de otras personas.' : null,
  ].filter((one) => one !== null);
  return (
    <>
      {sentences.map((sentence) => (
        <Notice key={sentence} tone="warning">
          {sentence}
        </Notice>
      ))}
      {mayList && (
        <p>
          <a href={hrefOf(aggressorPath, { caseId })}>Fichas de la presunta persona agresora</a>
        </p>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract.ts';
import type { CaseOverview } from '../../../shared/intake/index.ts';
import type { PairFicha } from '../../../shared/pairs/index.ts';
import type { OutputOf } from '../../../shared/platform/contract.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { partnerRiskLevelLabels } from '../../../shared/risk/index.ts';
import { CaseFrame, conditionWord, riskWord, stateWords } from '../../intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
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
import css from '../pairs.module.css';
import { usePairHistory } from '../queries.ts';
import { aggressorPath, eventWords } from '../words.ts';

/** Every ficha of the user: first the events with the same alleged aggressor, then the others. */
export function PairScreen({ params }: { readonly params: { readonly caseId: string } }) {
  return (
    <CaseFrame caseId={params.caseId} section={null} page="earlier">
      {(overview) => (
        <>
          <PageTitle>Fichas y hechos anteriores</PageTitle>
          <History overview={overview} />
        </>
      )}
    </CaseFrame>
  );
}

const level: Column<PairFicha> = {
  id: 'level',
  title: 'Riesgo (CEM; ficha)',
  cell: ({ valuationLevel, partnerRisk }) => {
    const { level: shape, word } = riskWord(valuationLevel);
    const form = partnerRisk === null ? null : `ficha: ${partnerRiskLevelLabels[partnerRisk]}`;
    return <Stacked first={<RiskWord level={shape} word={word} />} second={form} />;
  },
};

/** Two facts of one cell, the second below and smaller. */
function Stacked({ first, second }: { readonly first: ReactNode; readonly second: string | null }) {
  return (
    <>
      <div>{first}</div>
      {second !== null && <div className={css.second}>{second}</div>}
    </>
  );
}

const columns: readonly Column<PairFicha>[] = [
  { id: 'number', title: 'Ficha', cell: (ficha) => <FichaLink ficha={ficha} /> },
  { id: 'event', title: 'Hecho', cell: eventWords },
  {
    id: 'admitted',
    title: 'Ingreso',
    cell: ({ admittedOn, lastAttentionOn }) => (
      <Stacked
        first={formatCivilDate(admittedOn)}
        second={lastAttentionOn === null ? null : `última atención ${formatCivilDate(lastAttentionOn)}`}
      />
    ),
  },
  level,
  {
    id: 'condition',
    title: 'Condición',
    cell: ({ condition, state }) => (condition === null ? stateWords[state] : conditionWord(condition)),
  },
];

const who: Column<PairFicha> = {
  id: 'who',
  title: 'Presunta persona agresora',
  cell: ({ aggressorName, aggressor, isSameEvent }) =>
    [aggressorName, aggressor === 'undecided' ? '(quizá la misma)' : '', isSameEvent ? '(el mismo hecho)' : '']
      .filter((part) => part !== '')
      .join(' '),
};

type Found = OutputOf<Contract['readPairHistory']>;

function History({ overview }: { readonly overview: CaseOverview }) {
  const history = usePairHistory(overview.caseId);
  return (
    <QueryState query={history}>
      {(found) => (
        <>
          <KnownRoles caseId={overview.caseId} known={found.known} />
          <Tables fichas={found.fichas} />
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

function Tables({ fichas }: { readonly fichas: readonly PairFicha[] }) {
  const ofPair = fichas.filter((one) => one.aggressor === 'same');
  const others = fichas.filter((one) => one.aggressor !== 'same');
  const keyOf = ({ number }: PairFicha) => number;
  return (
    <>
      <Panel title="Con la misma presunta persona agresora">
        {ofPair.length === 1 && <EmptyState>No hay otra ficha con la misma presunta persona agresora.</EmptyState>}
        {ofPair.length > 1 && (
          <DataTable
            caption={`${ofPair.length} hechos, el más reciente primero`}
            columns={columns}
            rows={ofPair}
            keyOf={keyOf}
          />
        )}
      </Panel>
      {others.length > 0 && (
        <Panel title="Con otra presunta persona agresora">
          <DataTable
            caption={others.length === 1 ? '1 ficha' : `${others.length} fichas, el hecho más reciente primero`}
            columns={[...columns.slice(0, 1), who, ...columns.slice(1)]}
            rows={others}
            keyOf={keyOf}
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

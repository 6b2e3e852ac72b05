import { Button } from '@mantine/core';
import { caseStateLabels, type CaseOverview } from '../../../shared/intake/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { CaseAlerts } from '../../alerts/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { Facts, type Fact, look, EmptyState, Notice, PageTitle, Panel, QueryState } from '../../platform/ui/index.ts';
import { OpenFichas } from '../../people/index.ts';
import { CaseFrame } from '../case-frame.tsx';
import { HandOverToServices } from '../hand-over.tsx';
import { SettlePanel } from '../validation/settle-panel.tsx';
import { LinkedPanel } from '../linked-panel.tsx';
import { useOpenFichas } from '../queries.ts';
import { conditionWord, sectionPaths, sectionTitles } from '../words.ts';

/** The page of a case: what it is, who has it, what comes next. */
export function CaseScreen({ params }: { readonly params: { readonly caseId: string } }) {
  const mayHandOver = useMay('case.handOver');
  return (
    <CaseFrame caseId={params.caseId} section={null}>
      {(overview) => (
        <>
          <PageTitle>{`Ficha ${overview.number}`}</PageTitle>
          {overview.sameDay.length > 0 && <NextStep overview={overview} />}
          <CaseAlerts caseId={overview.caseId} />
          <OtherFichas caseId={overview.caseId} />
          <SettlePanel overview={overview} />
          {overview.sameDay.length === 0 && <NextStep overview={overview} />}
          <CaseFacts overview={overview} />
          <LinkedPanel overview={overview} />
          {mayHandOver && <HandOverToServices overview={overview} />}
        </>
      )}
    </CaseFrame>
  );
}

/** What is open of hers beside this ficha. */
function OtherFichas({ caseId }: { readonly caseId: string }) {
  const found = useOpenFichas(caseId);
  return <QueryState query={found}>{(open) => <OpenFichas found={open} />}</QueryState>;
}

/** The first section of the reader that is not finished; after validating, the papers. */
function nextOf({ state, sections }: CaseOverview) {
  const open = sections.filter((one) => one.canRead);
  const wanted = state === 'draft' ? (['a', 'b', 'validate'] as const) : (['documents'] as const);
  return open.find((one) => wanted.some((id) => id === one.id) && one.state !== 'complete') ?? null;
}

function NextStep({ overview }: { readonly overview: CaseOverview }) {
  const go = useGo();
  const next = nextOf(overview);
  const hasToday = overview.sameDay.length > 0;
  if (next === null && !hasToday) {
    return <EmptyState>No hay nada pendiente para usted en esta ficha.</EmptyState>;
  }
  return (
    <Panel title="Lo que sigue">
      {hasToday && <Today overview={overview} />}
      {next !== null && (
        <div className={look.row}>
          <Button
            variant={hasToday ? 'default' : 'filled'}
            onClick={() => go(sectionPaths[next.id], { caseId: overview.caseId })}
          >
            {`Ir a ${sectionTitles[next.id]}${missingWords(next)}`}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function missingWords({ missing, state }: CaseOverview['sections'][number]): string {
  return missing > 0 && state !== 'notStarted' ? ` (faltan ${missing})` : '';
}

/** What waits for an answer today stands before any section, until somebody says what was done. */
function Today({ overview }: { readonly overview: CaseOverview }) {
  const go = useGo();
  return (
    <>
      <Notice tone="error">{`Pide respuesta hoy: ${overview.sameDay.join(' · ')}.`}</Notice>
      <div className={look.row}>
        <Button onClick={() => go(sectionPaths.risk, { caseId: overview.caseId })}>Responder lo de hoy</Button>
      </div>
    </>
  );
}

function CaseFacts({ overview }: { readonly overview: CaseOverview }) {
  const official = overview.fichaNumber;
  const rows: Fact[] = [
    ['Ingreso', formatCivilDate(overview.admittedOn)],
    ['Estado', caseStateLabels[overview.state]],
    [
      'N.º de ficha oficial',
      official === null
        ? 'Sin registrar'
        : [official.numeric, official.alphabetic, official.year].filter((part) => part !== null).join('-'),
    ],
    overview.aggressorName !== '' && ['Presunta persona agresora', overview.aggressorName],
    overview.confirmedCondition !== null && ['Condición', conditionWord(overview.confirmedCondition)],
    overview.reportingMonth !== null && ['Mes del reporte', monthWords(overview.reportingMonth)],
    ...overview.team.map(({ name, role }): Fact => [role, name]),
  ];
  return (
    <Panel title="Datos de la ficha">
      <Facts of={rows} />
    </Panel>
  );
}

/** `2026-09` as «09/2026». */
export function monthWords(month: string): string {
  return month.split('-').reverse().join('/');
}

import { useState, type ReactNode } from 'react';
import { addMonths, monthSchema } from '../../../shared/platform/dates.ts';
import { useRead } from '../../platform/query.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { ActionBar, Icon, Told, PageTitle, QueryState } from '../../platform/ui/index.ts';
import { ClosingPanel } from '../closing-panel.tsx';
import { ExportPanel } from '../export-panel.tsx';
import { Halves } from '../halves.tsx';
import { Reconciliation } from '../internal/reconciliation.tsx';
import { MonthPath, stepButton, type MonthStep } from '../month-path.tsx';
import { Outlook } from '../outlook.tsx';
import { Publication } from '../publication.tsx';
import { Quality } from '../quality.tsx';
import { useMonthPreview, type MonthView } from '../queries.ts';
import css from '../reports.module.css';
import { monthTitle, stateSentence } from '../words.ts';

type Props = { readonly month: string };

/** One month in three steps: what its data lack, what would be published, its closing and its files. */
export function MonthScreen({ month }: Props) {
  const view = useRead(['reports', 'month', month], (client) => client.getMonth({ month }));
  const [chosen, setShown] = useState<MonthStep | null>(null);
  const shown = chosen ?? (view.data === undefined ? 'quality' : firstOf(view.data));
  return (
    <>
      <PageTitle
        before={<Neighbour month={month} step={-1} />}
        aside={
          <>
            {view.data?.state !== 'current' && view.data?.state !== 'future' && <Neighbour month={month} step={1} />}
            <a className={css.beside} href={hrefOf('/reporte')}>
              Todos los meses
            </a>
            {view.data !== undefined && <span className={css.quiet}>{stateSentence(view.data)}</span>}
          </>
        }
      >
        {monthTitle(month)}
      </PageTitle>
      <QueryState query={view}>
        {(data) => <Month month={month} view={data} shown={shown} onShow={setShown} />}
      </QueryState>
    </>
  );
}

function firstOf({ state }: MonthView): MonthStep {
  return state === 'closed' || state === 'proposed' ? 'closing' : 'quality';
}

function Neighbour({ month, step }: { readonly month: string; readonly step: 1 | -1 }) {
  const other = addMonths(monthSchema.parse(month), step);
  const words = `Mes ${step < 0 ? 'anterior' : 'siguiente'}: ${monthTitle(other).toLowerCase()}`;
  return (
    <a
      className={css.neighbour}
      data-step={step}
      href={hrefOf('/reporte/$month', { month: other })}
      title={words}
      aria-label={words}
    >
      <Icon name="fold" size={18} />
    </a>
  );
}

type MonthProps = Props & {
  readonly view: MonthView;
  readonly shown: MonthStep;
  readonly onShow: (shown: MonthStep) => void;
};

function Month({ month, view, shown, onShow }: MonthProps) {
  const mayPreview = useMay('report.preview');
  const isClosed = view.state === 'closed';
  const isPublic = mayPreview && view.state !== 'future';
  return (
    <>
      <MonthPath view={view} step={shown} onStep={onShow} />
      <StepBody
        {...{ month, view, step: shown }}
        aside={isPublic ? <Outlook month={month} isClosed={isClosed} /> : null}
      />
      <NextStep shown={shown} mayPreview={isPublic} onShow={onShow} />
    </>
  );
}

type StepProps = Props & { readonly view: MonthView; readonly step: MonthStep; readonly aside: ReactNode };

function StepBody({ month, view, step, aside }: StepProps) {
  if (step === 'closing') return <Closing month={month} view={view} aside={aside} />;
  return (
    <Halves aside={aside}>
      {step === 'draft' ? (
        <PublicationPart month={month} isClosed={view.state === 'closed'} />
      ) : (
        <>
          <Quality month={view} />
          {view.state !== 'future' && <Reconciliation month={month} />}
        </>
      )}
    </Halves>
  );
}

/** The one filled button, until the closing has its own. */
function NextStep({
  shown,
  mayPreview,
  onShow,
}: Pick<MonthProps, 'shown' | 'onShow'> & { readonly mayPreview: boolean }) {
  if (shown === 'closing') return null;
  const [label, next] =
    shown === 'quality' && mayPreview
      ? (['Pasar al borrador', 'draft'] as const)
      : (['Pasar al cierre', 'closing'] as const);
  const goOn = () => {
    onShow(next);
    // What was pressed, or stood under the focus, may go with its step.
    document.getElementById(stepButton(next))?.focus();
  };
  return <ActionBar main={{ label, onClick: goOn, reads: true, byControlEnter: true }} />;
}

function Closing({ month, view, aside }: Pick<StepProps, 'month' | 'view' | 'aside'>) {
  const mayExport = useMay('report.readFrozen');
  if (view.state !== 'closed') return <ClosingPanel month={month} view={view} aside={aside} />;
  return mayExport ? <ExportPanel month={month} aside={aside} /> : <Halves aside={aside}>{null}</Halves>;
}

function PublicationPart({ month, isClosed }: { readonly month: string; readonly isClosed: boolean }) {
  const preview = useMonthPreview(month);
  return (
    <>
      {!isClosed && (
        <Told tone="warning">
          <strong>Borrador.</strong> Las cifras cambian hasta el cierre y no se entregan.
        </Told>
      )}
      <QueryState query={preview}>{(data) => <Publication published={data.published} />}</QueryState>
    </>
  );
}

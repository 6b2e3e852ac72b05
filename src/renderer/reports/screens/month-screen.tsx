import { monthStateLabels } from '../../../shared/reports/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { PlainButton, look, Notice, PageTitle, QueryState, StateBadge, Tabs } from '../../platform/ui/index.ts';
import { ClosingPanel } from '../closing-panel.tsx';
import { ExportPanel } from '../export-panel.tsx';
import { InternalTables } from '../internal.tsx';
import { Publication } from '../publication.tsx';
import { Quality } from '../quality.tsx';
import { useMonth, useMonthPreview, type MonthView } from '../queries.ts';
import { monthTitle, stateTones } from '../words.ts';

/** One month: what it lacks, what would be published, the exact tables, its closing and its files. */
export function MonthScreen({ params: { month } }: { readonly params: { readonly month: string } }) {
  const view = useMonth(month);
  const go = useGo();
  return (
    <>
      <PageTitle
        aside={
          <div className={look.row}>
            {view.data !== undefined && (
              <StateBadge tone={stateTones[view.data.state]}>{monthStateLabels[view.data.state]}</StateBadge>
            )}
            <PlainButton small onClick={() => go('/reporte')}>
              Todos los meses
            </PlainButton>
          </div>
        }
      >
        {`Reporte de ${monthTitle(month).toLowerCase()}`}
      </PageTitle>
      <QueryState query={view}>{(data) => <Month month={month} view={data} />}</QueryState>
    </>
  );
}

function Month({ month, view }: { readonly month: string; readonly view: MonthView }) {
  const mayPreview = useMay('report.preview');
  const mayExport = useMay('report.readFrozen');
  const isClosed = view.state === 'closed';
  return (
    <>
      {isClosed && mayExport && <ExportPanel month={month} />}
      {!isClosed && view.state !== 'future' && <ClosingPanel month={month} view={view} />}
      <Tabs
        label="Partes del reporte"
        tabs={[
          { id: 'quality', title: 'Calidad de datos', body: () => <Quality month={view} /> },
          ...(mayPreview
            ? [
                {
                  id: 'publication',
                  title: isClosed ? 'Publicación' : 'Borrador de la publicación',
                  body: () => <PublicationPart month={month} isClosed={isClosed} />,
                },
                { id: 'internal', title: 'Tablas internas', body: () => <InternalPart month={month} /> },
              ]
            : []),
        ]}
      />
    </>
  );
}

function PublicationPart({ month, isClosed }: { readonly month: string; readonly isClosed: boolean }) {
  const preview = useMonthPreview(month);
  return (
    <>
      {!isClosed && (
        <Notice tone="warning">
          <p>
            <strong>Borrador.</strong> Las cifras cambian hasta el cierre y no se entregan.
          </p>
        </Notice>
      )}
      <QueryState query={preview}>{(data) => <Publication published={data.published} />}</QueryState>
    </>
  );
}

function InternalPart({ month }: { readonly month: string }) {
  const preview = useMonthPreview(month);
  return <QueryState query={preview}>{(data) => <InternalTables tables={data.internal} />}</QueryState>;
}

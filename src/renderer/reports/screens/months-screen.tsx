import { monthStateLabels } from '../../../shared/reports/index.ts';
import { bandWords, coverageWords } from '../../../shared/reports/labels.ts';
import { useRead } from '../../platform/query.ts';
import { inLima } from '../../platform/times.ts';
import { useGo } from '../../platform/routes.ts';
import {
  DataTable,
  Notice,
  PageTitle,
  QueryState,
  StateBadge,
  type Column,
  Sentences,
} from '../../platform/ui/index.ts';
import { type MonthLine } from '../queries.ts';
import { Restored } from '../restored.tsx';
import { monthTitle, stateTones } from '../words.ts';

const columnsOf = (next: string): readonly Column<MonthLine>[] => [
  { title: 'Mes', cell: (line) => monthTitle(line.month) },
  {
    title: 'Estado',
    cell: (line) => (
      <>
        <StateBadge tone={stateTones[line.state]}>{monthStateLabels[line.state]}</StateBadge>
        {line.month === next && line.state === 'open' && ' es el siguiente'}
      </>
    ),
  },
  { title: 'Publicado', cell: (line) => (line.isBand === null ? '—' : line.isBand ? bandWords : 'con cifras') },
  { title: 'Cerrado el', cell: (line) => (line.closedAt === null ? '—' : inLima(line.closedAt)) },
];

/** «Reporte mensual»: every month with its state. */
export function MonthsScreen() {
  const months = useRead(['reports', 'months'], (client) => client.listMonths({}));
  const go = useGo();
  return (
    <>
      <PageTitle>Reporte mensual</PageTitle>
      <QueryState query={months}>
        {({ months: all, next }) => (
          <>
            <Restored />
            <Coverage months={all} />
            <DataTable
              empty="Aún no hay meses con casos."
              caption="Meses, del más reciente al más antiguo"
              columns={columnsOf(next)}
              rows={all}
              keyOf={(line) => line.month}
              onOpen={(line) => go('/reporte/$month', { month: line.month })}
            />
          </>
        )}
      </QueryState>
    </>
  );
}

/** A centre of few cases publishes by quarter: said before anybody looks for the figures of its months. */
function Coverage({ months }: { readonly months: readonly MonthLine[] }) {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const words = years.map((year) => coverageWords(year, months)).filter((one) => one !== null);
  if (words.length === 0) return null;
  return (
    <Notice>
      <Sentences of={words} />
    </Notice>
  );
}

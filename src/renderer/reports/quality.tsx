import { hrefOf } from '../platform/routes.ts';
import { Facts, look, DataTable, Notice, type Column } from '../platform/ui/index.ts';
import type { MonthView } from './queries.ts';
import { qualityPages } from './words.ts';

type Line = MonthView['quality'][number] & { readonly at: number };

const columns: readonly Column<Line>[] = [
  { title: 'Caso', cell: (line) => <span className={look.nowrap}>{line.number}</span> },
  { title: 'Qué falta', cell: (line) => line.problem },
  {
    title: 'Dónde se completa',
    cell: ({ page, caseId, number }) => {
      const { path, words } = qualityPages[page];
      return (
        <a href={hrefOf(path, { caseId })} aria-label={`${words} del caso ${number}`}>
          {words}
        </a>
      );
    },
  },
];

/** What the month still lacks. Nothing here stops its closing (D20). */
export function Quality({ month }: { readonly month: MonthView }) {
  const lines = month.quality.map((line, at) => ({ ...line, at }));
  return (
    <>
      <Facts
        of={[
          ['Casos validados que cuentan', month.validated],
          ['Observaciones', lines.length],
        ]}
      />
      {month.sealed > 0 && (
        <Notice tone="warning">
          <p>
            {month.sealed === 1
              ? 'Hay 1 caso con acceso restringido que no entra en estas tablas.'
              : `Hay ${month.sealed} casos con acceso restringido que no entran en estas tablas.`}{' '}
            El total puede diferir del registro central.
          </p>
        </Notice>
      )}
      <DataTable
        empty="No hay observaciones en los casos de este mes."
        caption={`Observaciones: ${lines.length}. No impiden cerrar el mes; lo que no se valida no se cuenta.`}
        columns={columns}
        rows={lines}
        keyOf={(line) => String(line.at)}
      />
    </>
  );
}

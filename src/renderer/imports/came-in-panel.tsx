import { useState } from 'react';
import type { ImportedCase, ImportView } from '../../shared/imports/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { hrefOf } from '../platform/routes.ts';
import { DataTable, Panel, QueryState, type Column } from '../platform/ui/index.ts';
import css from './imports.module.css';
import { Pages } from './pages.tsx';
import { useCameIn } from './queries.ts';

const columns: readonly Column<ImportedCase>[] = [
  { title: 'Ficha', cell: ({ caseId, number }) => <a href={hrefOf('/casos/$caseId', { caseId })}>{number}</a> },
  { title: 'Fila', right: true, cell: ({ line }) => line },
  { title: 'Ingreso', cell: ({ admittedOn }) => formatCivilDate(admittedOn) },
  { title: 'Cierre', cell: ({ closedOn }) => (closedOn === null ? '—' : formatCivilDate(closedOn)) },
  {
    title: 'La fila como estaba en el archivo',
    cell: ({ source }) => (
      <span className={css.source}>{source.map(({ header, text }) => `${header}: ${text}`).join(' · ')}</span>
    ),
  },
];

/** The fichas of the list, each with the text of its row: nothing that the list said is lost. */
export function CameInPanel({ view }: { readonly view: ImportView }) {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const cases = useCameIn(view.importId, pages.at(-1) ?? 0);
  return (
    <Panel title="Fichas de la lista">
      <QueryState query={cases}>
        {(page) => (
          <>
            <DataTable
              caption={`Fichas en el registro: ${view.cases}`}
              columns={columns}
              rows={page.cases}
              keyOf={({ caseId }) => caseId}
            />
            <Pages pages={pages} next={page.next} onGo={setPages} />
          </>
        )}
      </QueryState>
    </Panel>
  );
}

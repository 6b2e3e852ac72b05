import type { InternalTable } from '../../shared/reports/index.ts';
import { Notice } from '../platform/ui/index.ts';
import { FigureTable } from './figure-table.tsx';

/** Exact tables for the centre's own eyes. */
export function InternalTables({ tables }: { readonly tables: readonly InternalTable[] }) {
  return (
    <>
      <Notice tone="warning">
        <p>
          <strong>Uso interno.</strong> Cifras exactas: no se publican ni salen del centro.
        </p>
      </Notice>
      {tables.map((table) => (
        <FigureTable
          key={table.sheet}
          title={table.title}
          head={['', ...table.columns.map(({ label }) => label)]}
          rows={table.rows.map((row) => ({
            label: row.label,
            total: row.total,
            cells: row.cells.map((value, index) => ({ value, kind: table.columns[index]?.kind ?? 'count' })),
          }))}
        />
      ))}
    </>
  );
}

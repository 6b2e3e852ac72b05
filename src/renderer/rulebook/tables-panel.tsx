import type { RuleTableSummary } from '../../shared/rulebook/index.ts';
import { useRead } from '../platform/query.ts';
import { useGo } from '../platform/routes.ts';
import { ConfirmMark, DataTable, QueryState, type Column } from '../platform/ui/index.ts';
import { tablePath } from './paths.ts';

const columns: readonly Column<RuleTableSummary>[] = [
  { title: 'Tabla', cell: (table) => table.title },
  { title: 'Filas', cell: (table) => table.rows, right: true },
  {
    title: 'Por confirmar',
    cell: (table) =>
      table.toConfirm === 0 ? (
        'Ninguna'
      ) : (
        <>
          {table.toConfirm} <ConfirmMark />
        </>
      ),
  },
];

/** Every table the centre may change, with how much of it waits for its source. */
export function RuleTablesPanel() {
  const tables = useRead(['rulebook', 'tables'], async (client) => (await client.listRuleTables({})).tables);
  const go = useGo();
  return (
    <QueryState query={tables}>
      {(all) => (
        <DataTable
          caption={`${all.length} tablas que el centro puede cambiar y confirmar`}
          columns={columns}
          rows={all}
          keyOf={(table) => table.tableId}
          onOpen={({ tableId }) => go(tablePath, { tableId })}
        />
      )}
    </QueryState>
  );
}

import type { OutsideLine } from '../../../shared/papers/index.ts';
import { useRead } from '../../platform/query.ts';
import { ageWords, inLima } from '../../platform/times.ts';
import { DataTable, Panel, type Column, LineButton, TwoLines } from '../../platform/ui/index.ts';
import { outsideWords, placeWarning, whereOutside } from '../copy-words.ts';
import { registerKey } from '../queries.ts';

/** «Archivos guardados fuera»: each stays here until somebody says that it was deleted from there. */
export function SavedOutsidePanel({ onRemove }: { readonly onRemove: (line: OutsideLine) => void }) {
  const { data } = useRead([...registerKey, 'outside'], (client) => client.listSavedOutside({}), { gcTime: 0 });
  if (data === undefined || data.lines.length === 0) return null;
  const now = Date.parse(data.asOf);
  const whose = data.isWhole ? 'de todo el centro' : 'que usted guardó';
  return (
    <Panel title="Archivos guardados fuera">
      {data.isCut && <p>Se muestran los 500 más antiguos. Al marcarlos aparecen los siguientes.</p>}
      <p>Fuera del programa nadie los cifra. Cuando ya no hagan falta, bórrelos del disco y márquelo aquí.</p>
      <DataTable
        caption={`Archivos ${whose}, del más antiguo al más nuevo: ${data.lines.length}`}
        columns={columnsFor(now, onRemove)}
        rows={data.lines}
      />
    </Panel>
  );
}

function fichaWords(line: OutsideLine): string {
  const number = (line.sort === 'file' ? line.file : line.document)?.caseNumber ?? null;
  return number === null ? '' : `Ficha ${number}`;
}

function columnsFor(now: number, remove: (line: OutsideLine) => void): readonly Column<OutsideLine>[] {
  return [
    { title: 'Número', cell: (line) => <TwoLines isWhole first={line.number ?? '—'} second={line.staffName} /> },
    { title: 'Qué es', cell: (line) => <TwoLines first={outsideWords(line)} second={fichaWords(line)} /> },
    { title: 'Dónde', cell: (line) => <TwoLines first={whereOutside(line)} second={placeWarning(line)} /> },
    {
      title: 'Desde',
      cell: ({ requestedAt }) => <TwoLines first={ageWords(requestedAt, now)} second={inLima(requestedAt)} />,
    },
    {
      title: 'Acciones',
      cell: (line) =>
        line.mayRemove ? (
          <LineButton
            label="Eliminado del disco"
            of={line.number ?? `${outsideWords(line)}, ${inLima(line.requestedAt)}`}
            onClick={() => remove(line)}
          />
        ) : (
          '—'
        ),
    },
  ];
}

import type { CopyList, CopyState } from '../../shared/backup/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { DataTable, EmptyState, Panel, QueryState, ButtonRow } from '../platform/ui/index.ts';
import css from './backup.module.css';
import { drillWords } from './copy-words.ts';
import { FormerCopies } from './former-copies.tsx';
import { useCopyList } from './queries.ts';

/** What stands in the folder of the copies, and what restores put aside in the data folder. */
export function CopiesInFolder({ folder }: { readonly folder: string | null }) {
  const list = useCopyList();
  return (
    <QueryState query={list}>
      {(found) => (
        <>
          {folder !== null && (
            <Panel title="Copias en la carpeta">
              <CopyTable list={found} />
            </Panel>
          )}
          <FormerCopies former={found.former} />
          {found.aside.length > 0 && (
            <Panel title="Archivos apartados">
              <p>
                Lo que había antes de una recuperación o de pasar a otra versión del programa. Está en la carpeta de
                datos, cifrado. El programa lo quita a los 30 días.
              </p>
              <DataTable
                caption="Carpetas apartadas"
                rows={found.aside}
                keyOf={(row) => row.name}
                columns={[
                  { title: 'Carpeta', cell: (row) => <span className={css.path}>{row.name}</span> },
                  { title: 'Desde', cell: (row) => inLima(row.since) },
                  { title: 'Se quita', cell: (row) => inLima(row.until) },
                ]}
              />
            </Panel>
          )}
        </>
      )}
    </QueryState>
  );
}

function CopyTable({ list }: { readonly list: CopyList }) {
  if (!list.isReachable) return <p>La carpeta no se puede leer ahora. Conecte el disco de las copias.</p>;
  if (list.copies.length === 0) return <EmptyState>Aún no hay copias en esta carpeta.</EmptyState>;
  const foreign = list.copies.some(({ isOfThisRecord }) => !isOfThisRecord);
  return (
    <>
      <DataTable
        caption={list.copies.length === 1 ? '1 copia verificada' : `${list.copies.length} copias verificadas`}
        rows={list.copies}
        keyOf={(row) => row.name}
        columns={[
          { title: 'Hecha', cell: (row) => inLima(row.at) },
          { title: 'Carpeta', cell: (row) => <span className={css.path}>{row.name}</span> },
          { title: 'Última anotación', right: true, cell: (row) => row.seq },
          { title: 'De', cell: (row) => (row.isOfThisRecord ? 'este registro' : 'antes de una recuperación') },
        ]}
      />
      <p>
        Se quita una copia solo cuando otra que queda tiene todo lo suyo.
        {foreign && ' Las de antes de una recuperación no se quitan nunca solas.'}
      </p>
    </>
  );
}

type DrillProps = { readonly state: CopyState; readonly onDrill: () => void; readonly busy: string | null };

/** The drill of the month: when, which copies, and whether they would have served. */
export function DrillPanel({ state: { drill, folder }, onDrill, busy }: DrillProps) {
  const mayDrill = useMay('backup.verify');
  return (
    <Panel title="Prueba del mes">
      <p>El programa abre cada mes la copia más nueva y otra al azar, y las revisa enteras.</p>
      {drill === null ? (
        <p>Aún no se hizo ninguna.</p>
      ) : (
        <>
          <p>Última prueba: {inLima(drill.at)}.</p>
          <ul>
            {drillWords(drill).map((words) => (
              <li key={words} className={css.drilled}>
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
      {mayDrill && folder !== null && (
        <ButtonRow plain busy={busy !== null} label={busy ?? 'Probar ahora'} onClick={onDrill} />
      )}
    </Panel>
  );
}

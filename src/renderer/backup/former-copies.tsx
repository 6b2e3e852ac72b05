import { useRef } from 'react';
import { isStanding, type FormerCopy } from '../../shared/backup/index.ts';
import { downloadBytes, fetchFile } from '../platform/files.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import { DataTable, Panel, StateBadge, type Column, ButtonRow, LineButton } from '../platform/ui/index.ts';
import css from './backup.module.css';
import { useRefreshCopies } from './queries.ts';

const keyOf = ({ folder, name }: FormerCopy) => `${folder}/${name}`;

function State({ copy }: { readonly copy: FormerCopy }) {
  const { kind, isThere, destroyed } = copy;
  if (destroyed !== null)
    return (
      <StateBadge tone="done">
        destruida: {inLima(destroyed.at)}, {destroyed.by}
      </StateBadge>
    );
  if (isThere === false) return <StateBadge tone="done">ya no está en esa carpeta</StateBadge>;
  if (kind === 'aside') return <StateBadge tone="warning">la quita el programa a los 30 días</StateBadge>;
  return <StateBadge tone="warning">{isThere === null ? 'la carpeta no está conectada' : 'está ahí'}</StateBadge>;
}

const columns: readonly Column<FormerCopy>[] = [
  { title: 'Hecha', cell: (copy) => inLima(copy.madeAt) },
  {
    title: 'Dónde',
    cell: (copy) => (
      <span className={css.path}>
        {copy.folder} · {copy.name}
      </span>
    ),
  },
  { title: 'Estado', cell: (copy) => <State copy={copy} /> },
];

type TableProps = { readonly former: readonly FormerCopy[]; readonly act?: Column<FormerCopy> };

/** Copies that a key of before opens, newest first. */
export function FormerTable({ former, act }: TableProps) {
  const standing = former.filter(isStanding).length;
  const count = standing === 1 ? '1 copia por destruir' : `${standing} copias por destruir`;
  return (
    <DataTable
      // The list stands in the page and over it: each has a name of its own.
      caption={act === undefined ? `${count} o guardar bajo llave` : count}
      rows={former}
      keyOf={keyOf}
      columns={act === undefined ? columns : [...columns, act]}
    />
  );
}

const savedWords = 'Lista guardada. Imprímala, llévela y borre el archivo.';

/** To take along: whoever walks to the safe has no screen there. */
export function PrintFormer() {
  const act = useAct();
  if (!useMay('settings.technical')) return null;
  const save = () =>
    void act.run(
      async (client) => {
        const { file } = await client.printFormerCopies({ way: 'save' });
        if (file !== null) downloadBytes(await fetchFile(client, file), file);
      },
      { words: savedWords },
    );
  return (
    <>
      <ActProblem act={act} />
      <ButtonRow plain busy={act.busy} label="Guardar lista para imprimir" meanwhile="Preparando…" onClick={save} />
    </>
  );
}

/** The same in «Copias», where each is noted once it was destroyed by hand. */
export function FormerCopies({ former }: { readonly former: readonly FormerCopy[] }) {
  const act = useAct({ refresh: useRefreshCopies() });
  const mayNote = useMayStore('settings.technical');
  const list = useRef<HTMLDivElement>(null);
  if (former.length === 0) return null;
  const note = (copy: FormerCopy) => {
    const { folder, name } = copy;
    void act.run((client) => client.noteCopyDestroyed({ folder, name }), {
      of: keyOf(copy),
      words: 'Anotada como destruida.',
      // The button that was pressed goes away with the answer.
      done: () => list.current?.focus(),
    });
  };
  const column: Column<FormerCopy> = {
    title: 'Acciones',
    cell: (copy) =>
      copy.kind === 'copy' &&
      copy.destroyed === null && (
        <LineButton label="Ya la destruí" of={copy.name} busy={act.busy} onClick={() => note(copy)} />
      ),
  };
  return (
    <Panel title="Copias que abre la llave de antes">
      <p>
        Se abren con las contraseñas y la clave de recuperación que valían cuando se hicieron. Destrúyalas (borre la
        carpeta y vacíe la papelera), o guárdelas bajo llave; el programa no las borra.
      </p>
      <ActProblem act={act} />
      <div ref={list} tabIndex={-1}>
        <FormerTable former={former} {...(mayNote ? { act: column } : {})} />
      </div>
      {former.some(isStanding) && <PrintFormer />}
    </Panel>
  );
}

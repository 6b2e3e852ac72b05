import { useState } from 'react';
import { noticePlaceLabels, type Part } from '../../shared/program/index.ts';
import { useMay } from '../platform/session.tsx';
import { DataTable, Dialog, Panel, QueryState, TextField, type Column } from '../platform/ui/index.ts';
import { useRead } from '../platform/query.ts';
import { UpdatePanel } from './update-panel.tsx';
import css from './program.module.css';

const keyOf = ({ name, version }: Part) => `${name}@${version}`;

/** As people type it: capitals do not count. */
function matches(part: Part, asked: string): boolean {
  const words = [part.name, part.version, part.licence, ...part.places.map((place) => noticePlaceLabels[place])];
  return words.join(' ').toLowerCase().includes(asked.trim().toLowerCase());
}

function countWords(shown: number, all: number): string {
  if (shown === all) return `${all} partes de otros autores`;
  return shown === 1 ? `1 de ${all} partes` : `${shown} de ${all} partes`;
}

/** «Acerca de»: the version, and what the program is made of with the licence of each part. */
export function AboutPanel() {
  const notices = useNotices();
  const mayUpdate = useMay('settings.technical');
  return (
    <QueryState query={notices}>
      {({ version, parts }) => (
        <>
          <Panel title="Este programa">
            <p>{`Registro CEM, versión ${version}. Sistema de trabajo del centro; no reemplaza al registro central del Ministerio.`}</p>
          </Panel>
          {mayUpdate && <UpdatePanel />}
          <Parts parts={parts} />
        </>
      )}
    </QueryState>
  );
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState<Part | null>(null);
  const found = parts.filter((part) => matches(part, asked));
  return (
    <Panel title="Licencias">
      <p>
        El programa usa partes hechas por otras personas. Cada una conserva a sus autores y su licencia; los textos
        están en el idioma en que se publicaron. La base de la ventana trae además los avisos del navegador en el
        archivo LICENSES.chromium.html, junto al programa instalado.
      </p>
      <TextField
        words={{ id: 'parts-search', label: 'Buscar por nombre o licencia', optional: true }}
        width="medium"
        value={asked}
        maxLength={80}
        onChange={({ currentTarget }) => setAsked(currentTarget.value)}
      />
      <DataTable
        empty="Ninguna parte tiene ese nombre o esa licencia."
        caption={countWords(found.length, parts.length)}
        columns={columns}
        rows={found}
        keyOf={keyOf}
        onOpen={setOpen}
      />
      {open !== null && <NoticeDialog part={open} onClose={() => setOpen(null)} />}
    </Panel>
  );
}

const columns: readonly Column<Part>[] = [
  { title: 'Parte', cell: ({ name }) => name },
  { title: 'Versión', cell: ({ version }) => version },
  { title: 'Licencia', cell: ({ licence }) => licence },
  { title: 'Dónde', cell: ({ places }) => places.map((one) => noticePlaceLabels[one]).join(', ') },
];

function NoticeDialog({ part, onClose }: { readonly part: Part; readonly onClose: () => void }) {
  const texts = useNotice(part);
  return (
    <Dialog
      isWide
      title={`${part.name} ${part.version}: ${part.licence}`}
      cancel={{ label: 'Cerrar', onClick: onClose }}
    >
      <QueryState query={texts}>
        {(all) => (
          // Long, and read with the arrow keys: it has to take the focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
          <div className={css.text} tabIndex={0} role="region" aria-label={`Licencia de ${part.name}`} lang="en">
            {all.map((text, at) => (
              <pre key={at}>{text}</pre>
            ))}
          </div>
        )}
      </QueryState>
    </Dialog>
  );
}

/** The version of the program and its parts: they do not change while it runs. */
const useNotices = () => useRead(['program', 'notices'], (client) => client.listNotices({}), { staleTime: Infinity });

const useNotice = (part: { readonly name: string; readonly version: string }) =>
  useRead(
    ['program', 'notice', part.name, part.version],
    async (client) => (await client.readNotice({ name: part.name, version: part.version })).texts,
    { staleTime: Infinity },
  );

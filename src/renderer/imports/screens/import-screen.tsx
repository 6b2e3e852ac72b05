import { useState } from 'react';
import { importStateLabels, type ImportView } from '../../../shared/imports/index.ts';
import { useGo } from '../../platform/routes.ts';
import { inLima } from '../../platform/times.ts';
import { PlainButton, look, Notice, Told, PageTitle, QueryState, StateBadge } from '../../platform/ui/index.ts';
import { ActDialog } from '../../platform/forms/index.ts';
import { CameInPanel } from '../came-in-panel.tsx';
import { CheckPanel } from '../check-panel.tsx';
import { ColumnsPanel } from '../columns-panel.tsx';
import { ProposePanel } from '../propose-panel.tsx';
import { useImport, useRefreshImports } from '../queries.ts';
import { ReadingPanel } from '../reading-panel.tsx';
import { RowsPanel } from '../rows-panel.tsx';
import { SplitPanel } from '../split-panel.tsx';
import { UndoPanel } from '../undo-panel.tsx';
import { useSettings, type SettingsUse } from '../use-settings.ts';
import { counted, listsPath, stateTones } from '../words.ts';

/** One list: how it is read, its rows judged, its approval, and taking it out again. */
export function ImportScreen({ params: { importId } }: { readonly params: { readonly importId: string } }) {
  const list = useImport(importId);
  const go = useGo();
  return (
    <>
      <PageTitle
        aside={
          <div className={look.row}>
            {list.data !== undefined && (
              <StateBadge tone={stateTones[list.data.state]}>{importStateLabels[list.data.state]}</StateBadge>
            )}
            <PlainButton small onClick={() => go(listsPath)}>
              Todas las listas
            </PlainButton>
          </div>
        }
      >
        Importar una lista antigua
      </PageTitle>
      <QueryState query={list}>{(view) => <List view={view} />}</QueryState>
    </>
  );
}

function List({ view }: { readonly view: ImportView }) {
  const isOpen = view.state === 'draft' || view.state === 'checked';
  const [isReading, setReading] = useState(view.counts === null);
  return (
    <>
      <p>
        {view.fileName} · {counted(view.rows, 'fila', 'filas')} · empezada por {view.startedBy},{' '}
        {inLima(view.startedAt)}
      </p>
      {isOpen && <Open view={view} isReading={isReading} onReading={setReading} />}
      {!isReading && <Judged view={view} isOpen={isOpen} />}
      <CameIn view={view} />
      {view.state === 'discarded' && <Notice>La lista se descartó. Su archivo ya no está en el registro.</Notice>}
    </>
  );
}

type OpenProps = {
  readonly view: ImportView;
  readonly isReading: boolean;
  readonly onReading: (isReading: boolean) => void;
};

function Open({ view, isReading, onReading }: OpenProps) {
  const use = useSettings(view);
  return (
    <>
      {isReading ? <Reading view={view} use={use} /> : null}
      <CheckPanel view={view} settled={use.settled} onChecked={() => onReading(false)}>
        {!isReading && <PlainButton onClick={() => onReading(true)}>Cambiar cómo se lee</PlainButton>}
        <DiscardButton view={view} />
      </CheckPanel>
    </>
  );
}

function Reading({ view, use }: { readonly view: ImportView; readonly use: SettingsUse }) {
  return (
    <>
      {view.counts !== null && (
        <Told tone="warning">Si cambia cómo se lee la lista, se pierde lo corregido y lo decidido en sus filas.</Told>
      )}
      <ReadingPanel view={view} use={use} />
      <ColumnsPanel view={view} use={use} />
      {view.splits.map((split) => (
        <SplitPanel key={split.role} view={view} split={split} use={use} />
      ))}
    </>
  );
}

function Judged({ view, isOpen }: { readonly view: ImportView; readonly isOpen: boolean }) {
  const { counts, state } = view;
  return (
    <>
      {counts !== null && <RowsPanel view={view} counts={counts} isOpen={isOpen} />}
      {(state === 'checked' || state === 'proposed') && <ProposePanel view={view} />}
    </>
  );
}

function CameIn({ view }: { readonly view: ImportView }) {
  if (view.state !== 'done' && view.state !== 'undone') return null;
  return (
    <>
      <UndoPanel view={view} />
      {view.cases > 0 && <CameInPanel view={view} />}
    </>
  );
}

/** Drops a list that did not go in, after one question. */
function DiscardButton({ view: { importId, version } }: { readonly view: ImportView }) {
  const refresh = useRefreshImports();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <PlainButton onClick={() => setAsking(true)}>Descartar lista</PlainButton>
      {isAsking && (
        <ActDialog
          dangerous
          words={{
            ...{ title: '¿Descartar esta lista?', send: 'Descartar', cancel: 'Volver sin cambios' },
            sent: 'Lista descartada.',
          }}
          send={(client) => client.discardImport({ importId, version })}
          done={() => {
            go(listsPath);
            void refresh();
          }}
          onClose={() => setAsking(false)}
        >
          Se borran del registro el archivo y lo corregido en sus filas. El archivo original no se toca.
        </ActDialog>
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CopyState } from '../../shared/backup/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { useMay } from '../platform/session.tsx';
import { EmptyState, Notice, Panel, QueryState, TextField } from '../platform/ui/index.ts';
import css from './backup.module.css';
import { CopiesInFolder, DrillPanel } from './copies-list.tsx';
import { hasDrillFailed, lastCopyWords, lostFilesWords, placeWords } from './copy-words.ts';
import { useCopyState, useKeepCopyState } from './queries.ts';
import { RotationPanel } from './rotation/rotation-panel.tsx';

type Result = { readonly tone: 'done' | 'error'; readonly text: string };

type PanelProps = {
  /** Set where a link opens the page with the dialog of the new key: where closing it leads. */
  readonly onRotationClosed?: () => void;
};

/** Copies: their age, their folder, and one made now; the key that opens them. */
export function CopiesPanel({ onRotationClosed }: PanelProps) {
  const mayRun = useMay('backup.run');
  const copies = useCopyState(mayRun);
  if (!mayRun) return <EmptyState>Las copias no corresponden a su función.</EmptyState>;
  return (
    <QueryState query={copies}>
      {(state) => (
        <div className={css.stack}>
          <Copies state={state} now={copies.dataUpdatedAt} />
          <RotationPanel onClosed={onRotationClosed ?? null} />
        </div>
      )}
    </QueryState>
  );
}

function lateWords({ folder, place, lastVerifiedAt, lastOutsideAt }: CopyState): string {
  if (folder === null) return 'Elija abajo la carpeta y haga una.';
  if (lastVerifiedAt === null) return 'Haga una ahora.';
  if (place !== 'outside' && lastOutsideAt === null) return 'Elija abajo una carpeta de otro disco.';
  return 'Pasaron más de 24 horas: conecte el disco de las copias y haga una.';
}

/** One act on the copies at a time, with how it ended at its place. */
function useCopyAct() {
  const keep = useKeepCopyState();
  const [busy, setBusy] = useState<string | null>(null);
  const [result, setResult] = useState<Result | null>(null);
  const act = async (words: { readonly doing: string }, work: () => Promise<{ state: CopyState; result: Result }>) => {
    if (busy !== null) return;
    setBusy(words.doing);
    setResult(null);
    announce(words.doing);
    try {
      const ended = await work();
      keep(ended.state);
      setResult(ended.result);
      announce(ended.result.text);
    } catch (error) {
      setResult({ tone: 'error', text: wordsOf(failureOf(error)) });
    }
    setBusy(null);
  };
  return { act, busy, result };
}

/** `now` is when the state was asked for. */
function Copies({ state, now }: { readonly state: CopyState; readonly now: number }) {
  const client = useClient();
  const { act, busy, result } = useCopyAct();
  const lost = lostFilesWords(state.lostFiles);
  const place = state.folder === null ? null : placeWords(state.place);
  const mayChoose = useMay('settings.technical');
  const make = () =>
    act({ doing: 'Haciendo la copia…' }, async () => ({
      state: await client.makeCopy({}),
      result: { tone: 'done', text: 'Copia hecha y verificada.' },
    }));
  const drill = () =>
    act({ doing: 'Probando las copias…' }, async () => {
      const after = await client.drillCopies({});
      const text = hasDrillFailed(after.drill) ? 'Una copia no serviría: vea cuál abajo.' : 'Las copias están sanas.';
      return { state: after, result: { tone: hasDrillFailed(after.drill) ? 'error' : 'done', text } };
    });
  return (
    <div className={css.stack}>
      <Notice tone={state.isLate ? 'warning' : 'neutral'}>
        {lastCopyWords(state, now)}
        {state.isLate && ` ${lateWords(state)}`}
      </Notice>
      {[place, lost].map(
        (words) =>
          words !== null && (
            <Notice key={words} tone="warning">
              <p>{words}</p>
            </Notice>
          ),
      )}
      {result !== null && (
        <Notice tone={result.tone}>
          <p role={result.tone === 'error' ? 'alert' : 'status'}>{result.text}</p>
        </Notice>
      )}
      <Panel title="Copia ahora">
        <p>
          Carpeta: <span className={css.path}>{state.folder ?? 'aún no elegida'}</span>
        </p>
        <p>La copia está cifrada como el registro. El programa también hace una cada 4 horas de uso y al cerrar.</p>
        <div className={css.row}>
          <Button onClick={make} aria-disabled={busy !== null}>
            {busy === 'Haciendo la copia…' ? busy : 'Hacer copia'}
          </Button>
        </div>
      </Panel>
      <CopiesInFolder folder={state.folder} />
      <DrillPanel state={state} onDrill={drill} busy={busy === 'Probando las copias…' ? busy : null} />
      {mayChoose && <FolderForm state={state} />}
    </div>
  );
}

function FolderForm({ state }: { readonly state: CopyState }) {
  const client = useClient();
  const keep = useKeepCopyState();
  const [folder, setFolder] = useState(state.folder ?? '');
  const [error, setError] = useState<string | undefined>();
  const [chosen, setChosen] = useState(false);
  const choose = async (path: string | null) => {
    setChosen(false);
    if (path !== null && path.trim() === '') {
      setError('Escriba la carpeta de las copias.');
      return;
    }
    try {
      const next = await client.chooseCopyFolder({ folder: path });
      keep(next);
      setFolder(next.folder ?? '');
      setError(undefined);
      setChosen(true);
      announce('Carpeta de copias guardada.');
    } catch (thrown) {
      const failure = failureOf(thrown);
      setError(failure.code === 'cancelled' ? undefined : (failure.issues[0]?.message ?? wordsOf(failure)));
    }
  };
  return (
    <Panel title="Carpeta de las copias">
      <form
        className={css.stack}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void choose(folder);
        }}
      >
        <TextField
          words={{
            label: 'Carpeta',
            hint: 'La ruta completa, mejor en un disco externo: «E:\\Copias CEM». Nunca dentro de la carpeta de datos.',
            error,
            id: 'copy-folder',
          }}
          spellCheck={false}
          value={folder}
          onChange={(event) => {
            setFolder(event.target.value);
          }}
        />
        {chosen && <p role="status">Carpeta guardada.</p>}
        <div className={css.row}>
          <Button variant="default" type="submit">
            Usar esta carpeta
          </Button>
          {window.api !== undefined && (
            <Button variant="default" onClick={() => void choose(null)}>
              Buscar la carpeta
            </Button>
          )}
        </div>
      </form>
    </Panel>
  );
}

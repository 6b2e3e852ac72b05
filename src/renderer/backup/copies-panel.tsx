import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { useMay } from '../platform/session.tsx';
import { EmptyState, Notice, Panel, QueryState, TextField } from '../platform/ui/index.ts';
import css from './backup.module.css';
import { lastCopyWords, lostFilesWords } from './copy-words.ts';
import { useCopyState, useKeepCopyState, type CopyState } from './queries.ts';

type Result = { readonly tone: 'done' | 'error'; readonly text: string };

/** Copies: their age, their folder, and one made now. */
export function CopiesPanel() {
  const mayRun = useMay('backup.run');
  const copies = useCopyState(mayRun);
  if (!mayRun) return <EmptyState>Las copias no corresponden a su función.</EmptyState>;
  return <QueryState query={copies}>{(state) => <Copies state={state} now={copies.dataUpdatedAt} />}</QueryState>;
}

function lateWords({ folder, lastVerifiedAt }: CopyState): string {
  if (folder === null) return 'Elija abajo la carpeta y haga una.';
  if (lastVerifiedAt === null) return 'Haga una ahora.';
  return 'Pasaron más de 24 horas: conecte el disco de las copias y haga una.';
}

/** `now` is when the state was asked for. */
function Copies({ state, now }: { readonly state: CopyState; readonly now: number }) {
  const client = useClient();
  const keep = useKeepCopyState();
  const lost = lostFilesWords(state.lostFiles);
  const mayChoose = useMay('settings.technical');
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const make = async () => {
    if (busy) return;
    setBusy(true);
    setResult(null);
    announce('Haciendo la copia…');
    try {
      keep(await client.makeCopy({}));
      setResult({ tone: 'done', text: 'Copia hecha y verificada.' });
      announce('Copia hecha y verificada.');
    } catch (error) {
      setResult({ tone: 'error', text: wordsOf(failureOf(error)) });
    }
    setBusy(false);
  };
  return (
    <div className={css.stack}>
      <Notice tone={state.isLate ? 'warning' : 'neutral'}>
        {lastCopyWords(state.lastVerifiedAt, now)}
        {state.isLate && ` ${lateWords(state)}`}
      </Notice>
      {lost !== null && (
        <Notice tone="warning">
          <p>{lost}</p>
        </Notice>
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
        <p>La copia está cifrada como el registro. El programa también hace una al cerrar.</p>
        <div className={css.row}>
          <Button onClick={make} aria-disabled={busy}>
            {busy ? 'Haciendo la copia…' : 'Hacer copia'}
          </Button>
        </div>
      </Panel>
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

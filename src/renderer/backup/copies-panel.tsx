import { useState } from 'react';
import { openCopyWords, placeWords, type CopyState } from '../../shared/backup/index.ts';
import { announce } from '../platform/announce.ts';
import { failureOf } from '../platform/failure-words.ts';
import { ActProblem, useAct, type ActClient } from '../platform/forms/index.ts';
import { useLine } from '../platform/line/index.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import {
  SheetForm,
  PlainButton,
  look,
  EmptyState,
  Notice,
  Told,
  Panel,
  QueryState,
  TextField,
  ButtonRow,
  Stores,
} from '../platform/ui/index.ts';
import { CopiesInFolder, DrillPanel } from './copies-list.tsx';
import { hasDrillFailed, lastCopyWords, lostFilesWords } from './copy-words.ts';
import { useCopyState, useKeepCopyState } from './queries.ts';
import { NotesPaperPanel } from './rotation/notes-paper.tsx';
import { RotationDialogs } from './rotation/rotation-dialogs.tsx';
import css from './backup.module.css';

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
        <div className={look.stack}>
          <WhoseDisk />
          <Copies state={state} now={copies.dataUpdatedAt} />
          <RotationPanel onClosed={onRotationClosed ?? null} />
          <NotesPaperPanel />
        </div>
      )}
    </QueryState>
  );
}

/** At another computer of the centre: the folders and disks below are not those of this one. */
function WhoseDisk() {
  const line = useLine();
  if (line === null) return null;
  return (
    <p>{`Las copias y carpetas de esta página son de ${line.keeper}, la computadora que guarda el registro. La carpeta y el disco se eligen allí.`}</p>
  );
}

/** `where` the folder is chosen. */
function lateWords({ folder, place, lastVerifiedAt, lastOutsideAt }: CopyState, where: string): string {
  if (folder === null) return `Elija ${where} la carpeta y haga una.`;
  if (lastVerifiedAt === null) return 'Haga una ahora.';
  if (place !== 'outside' && lastOutsideAt === null) return `Elija ${where} una carpeta de otro disco.`;
  return 'Pasaron más de 24 horas: conecte el disco de las copias y haga una.';
}

type CopyProps = { readonly state: CopyState; readonly now: number };

function LastCopy({ state, now }: CopyProps) {
  const line = useLine();
  return (
    <Notice tone={state.isLate ? 'warning' : 'neutral'}>
      {lastCopyWords(state, now)}
      {state.isLate && ` ${lateWords(state, line === null ? 'abajo' : `en ${line.keeper}`)}`}
    </Notice>
  );
}

type Ended = { readonly tone: 'done' | 'error'; readonly text: string };

/** One act on the copies at a time, with how it ended at its place. */
function useCopyAct() {
  const keep = useKeepCopyState();
  const act = useAct();
  const [doing, setDoing] = useState('');
  const [ended, setEnded] = useState<Ended | null>(null);
  const start = (
    words: string,
    work: (client: ActClient) => Promise<CopyState>,
    endOf: (state: CopyState) => Ended,
  ) => {
    if (act.busy) return;
    setDoing(words);
    setEnded(null);
    announce(words);
    void act.run(work, {
      words: (state) => endOf(state).text,
      done: (state) => {
        keep(state);
        setEnded(endOf(state));
      },
    });
  };
  return { act, start, busy: act.busy ? doing : null, ended };
}

/** `now` is when the state was asked for. */
function Copies({ state, now }: CopyProps) {
  const { act, start, busy, ended } = useCopyAct();
  const lost = lostFilesWords(state.lostFiles);
  const place = state.folder === null ? null : placeWords(state.place);
  // A folder of the keeper, typed at another computer, would mean another thing: refused there.
  const isHere = useLine() === null;
  const mayChoose = useMayStore('settings.technical') && isHere;
  const make = () =>
    start(
      'Haciendo la copia…',
      (client) => client.makeCopy({}),
      () => ({ tone: 'done', text: 'Copia hecha y verificada.' }),
    );
  const drill = () =>
    start(
      'Probando las copias…',
      (client) => client.drillCopies({}),
      (after) =>
        hasDrillFailed(after.drill)
          ? { tone: 'error', text: 'Una copia no serviría: vea cuál abajo.' }
          : { tone: 'done', text: 'Las copias están sanas.' },
    );
  return (
    <div className={look.stack}>
      <LastCopy state={state} now={now} />
      {[place, openCopyWords(state.isOpenToOthers), lost].map(
        (words) =>
          words !== null && (
            <Told key={words} tone="warning">
              {words}
            </Told>
          ),
      )}
      <ActProblem act={act} />
      {ended !== null && (
        <Told role={ended.tone === 'error' ? 'alert' : 'status'} tone={ended.tone}>
          {ended.text}
        </Told>
      )}
      <Panel title="Copia ahora">
        <p>
          Carpeta: <span className={css.path}>{state.folder ?? 'aún no elegida'}</span>
        </p>
        <p>La copia está cifrada como el registro. El programa también hace una cada 4 horas de uso y al cerrar.</p>
        <ButtonRow busy={busy !== null} label={busy === 'Haciendo la copia…' ? busy : 'Hacer copia'} onClick={make} />
      </Panel>
      <CopiesInFolder folder={state.folder} />
      <DrillPanel state={state} onDrill={drill} busy={busy === 'Probando las copias…' ? busy : null} />
      {mayChoose && <FolderForm state={state} />}
    </div>
  );
}

/** Closing the dialog of the system is no failure. */
function unlessCancelled(error: unknown): null {
  if (failureOf(error).code !== 'cancelled') throw error;
  return null;
}

function FolderForm({ state }: { readonly state: CopyState }) {
  const act = useAct();
  const keep = useKeepCopyState();
  const [folder, setFolder] = useState(state.folder ?? '');
  const [chosen, setChosen] = useState(false);
  const choose = async (path: string | null) => {
    setChosen(false);
    if (path !== null && path.trim() === '') {
      act.say('Escriba la carpeta de las copias.');
      return;
    }
    await act.run((client) => client.chooseCopyFolder({ folder: path }).catch(unlessCancelled), {
      words: (next) => (next === null ? '' : 'Carpeta de copias guardada.'),
      done: (next) => {
        if (next === null) return;
        keep(next);
        setFolder(next.folder ?? '');
        setChosen(true);
      },
    });
  };
  return (
    <Panel title="Carpeta de las copias">
      <SheetForm onSend={() => choose(folder)}>
        <TextField
          words={{
            label: 'Carpeta',
            hint: 'La ruta completa, mejor en un disco externo: «E:\\Copias CEM». Nunca dentro de la carpeta de datos.',
            error: act.issues[0]?.message ?? act.problem ?? undefined,
            id: 'copy-folder',
          }}
          spellCheck={false}
          value={folder}
          onChange={(event) => setFolder(event.target.value)}
        />
        {chosen && <p role="status">Carpeta guardada.</p>}
        <ButtonRow plain label="Usar esta carpeta">
          {window.api !== undefined && <PlainButton onClick={() => void choose(null)}>Buscar la carpeta</PlainButton>}
        </ButtonRow>
      </SheetForm>
    </Panel>
  );
}

type Props = {
  /** Comes from a link: the dialog is open already, and closing it goes back. */
  readonly onClosed: (() => void) | null;
};

/** Why and when the key of the file is changed, and the way there. Coordinación alone sees it. */
function RotationPanel({ onClosed }: Props) {
  const mayRotate = useMay('key.rotate');
  const [isOpen, setOpen] = useState(onClosed !== null);
  if (!mayRotate) return null;
  return (
    <Panel title="Llave del archivo">
      <p>
        Cámbiela cuando alguien deja el centro, cuando otra persona pudo ver una contraseña, y una vez al año. Hacen
        falta dos personas aquí, y papel para la clave nueva.
      </p>
      <div className={look.row}>
        <Stores>
          <PlainButton onClick={() => setOpen(true)}>Cambiar la llave del archivo</PlainButton>
        </Stores>
      </div>
      {isOpen && (
        <RotationDialogs
          onClose={() => {
            setOpen(false);
            onClosed?.();
          }}
        />
      )}
    </Panel>
  );
}

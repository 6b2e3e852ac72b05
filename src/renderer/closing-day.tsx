/** «Cerrar el día»: what is left of today on one sheet, answered in its row; one button makes the copy and ends the session. */
import { useState, type ReactNode } from 'react';
import { lastCopyWords, useCopyState, useKeepCopyState } from './backup/index.ts';
import { draftPath, useMyDrafts, type DraftLine } from './intake/index.ts';
import { ActProblem, useAct } from './platform/forms/index.ts';
import { hrefOf, screen, type RouteModule } from './platform/routes.ts';
import { useMay, useSession, useSessionAccess } from './platform/session.tsx';
import { inLima } from './platform/times.ts';
import {
  ActionBar,
  Dialog,
  EmptyState,
  look,
  PageTitle,
  PlainButton,
  QueryState,
  Step,
  StepSheet,
} from './platform/ui/index.ts';
import { DayPaper, useDayPaperState, useDeadlineCount } from './proceedings/index.ts';
import { ExpectedRow, OpenArrivalRow, useBoard } from './reception/index.ts';
import type { Board } from '../shared/reception/index.ts';

export const closingPath = '/cerrar-dia';

export const closingRoutes: RouteModule = {
  screens: [screen(closingPath, ClosingDay, { writes: 'Cerrar el día' })],
  areas: [{ path: closingPath, label: 'Cerrar el día', action: 'case.open' }],
};

function ClosingDay() {
  const mayReceive = useMay('case.open');
  return mayReceive ? <Received /> : <NotHers />;
}

function NotHers() {
  return (
    <>
      <PageTitle>Cerrar el día</PageTitle>
      <EmptyState>Su función no recibe llegadas: cierre la sesión con F12.</EmptyState>
    </>
  );
}

function Received() {
  const board = useBoard();
  const own = useMyDrafts();
  return (
    <>
      <PageTitle>Cerrar el día</PageTitle>
      <QueryState query={board}>
        {(read) => <QueryState query={own}>{(drafts) => <Sheet board={read} drafts={drafts} />}</QueryState>}
      </QueryState>
    </>
  );
}

function Sheet({ board, drafts }: { readonly board: Board; readonly drafts: readonly DraftLine[] }) {
  const open = board.arrivals.length + board.earlier.length;
  const ended = board.ended.reduce((sum, { count }) => sum + count, 0);
  const deadlines = useMay('deadline.read');
  return (
    <>
      <StepSheet label="Lo que queda del día">
        <Step
          number={1}
          isDone={open + board.unregistered.length === 0}
          title="Llegadas sin final"
          note={arrivalWords(open, ended)}
          aside={open === 0 ? undefined : '1–8 elige y pasa a la siguiente'}
        >
          {open + board.unregistered.length > 0 && (
            <>
              {board.arrivals.map((line) => (
                <OpenArrivalRow key={line.arrivalId} line={line} day={null} />
              ))}
              {board.earlier.map((line) => (
                <OpenArrivalRow key={line.arrivalId} line={line} day={inLima(line.arrivedAt).slice(0, 5)} />
              ))}
              {board.unregistered.length > 0 && <OpenDoors count={board.unregistered.length} />}
            </>
          )}
        </Step>
        <Step
          number={2}
          isDone={board.visits.length === 0}
          title="Citas de hoy"
          note={board.visits.length === 0 ? 'ninguna sin marcar' : `${board.visits.length} sin marcar`}
        >
          {board.visits.length > 0 &&
            board.visits.map((visit) => <ExpectedRow key={visit.visitId} visit={visit} saidNow={board.now} />)}
        </Step>
        <Step
          number={3}
          isDone={drafts.length === 0}
          title="Lo que quedó a medias"
          note={drafts.length === 0 ? 'ningún borrador suyo' : draftWords(drafts.length)}
        >
          {drafts.length > 0 && <Drafts drafts={drafts} />}
        </Step>
        {deadlines && <Deadlines />}
        <Copy number={deadlines ? 5 : 4} />
      </StepSheet>
      <End left={leftWords(open, board.visits.length)} />
    </>
  );
}

function OpenDoors({ count }: { readonly count: number }) {
  return (
    <p>
      {count === 1 ? '1 llegada se abrió y no se registró. ' : `${count} llegadas se abrieron y no se registraron. `}
      <a href={hrefOf('/llegadas')}>Ver en la orden de llegada</a>
    </p>
  );
}

function arrivalWords(open: number, ended: number): string {
  const done = ended === 1 ? '1 cerrada hoy' : `${ended} cerradas hoy`;
  if (open === 0) return done;
  return `${open === 1 ? 'queda 1' : `quedan ${open}`} · ${done}`;
}

const draftWords = (count: number): string => (count === 1 ? '1 borrador suyo' : `${count} borradores suyos`);

/** What the button at the foot leaves as it is; null when nothing is left. */
export function leftWords(arrivals: number, visits: number): string | null {
  const parts = [
    ...(arrivals === 0 ? [] : [arrivals === 1 ? '1 llegada' : `${arrivals} llegadas`]),
    ...(visits === 0 ? [] : [visits === 1 ? '1 cita' : `${visits} citas`]),
  ];
  if (parts.length === 0) return null;
  return `${arrivals + visits === 1 ? 'Queda' : 'Quedan'} ${parts.join(' y ')}: lo que no marque sigue abierto mañana.`;
}

function Drafts({ drafts }: { readonly drafts: readonly DraftLine[] }) {
  return (
    <ul>
      {drafts.map((draft) => (
        <li key={draft.draftId}>
          <a href={draftPath(draft)}>{draft.title}</a>{' '}
          <span className={look.secondary}>guardado {inLima(draft.savedAt)}, sigue donde lo dejó</span>
        </li>
      ))}
    </ul>
  );
}

/** What falls due today, and the sheet for when the computer is off. */
function Deadlines() {
  const mayAll = useMay('case.assign');
  const [isPaper, setPaper] = useState(false);
  const { data: count } = useDeadlineCount();
  const { data: paper } = useDayPaperState();
  if (count === undefined || paper === undefined) return null;
  const due = dueWords(count);
  return (
    <Step
      number={4}
      isDone={due === null && paper.leftAt !== null}
      title="Plazos y hoja del día"
      note={paper.leftAt === null ? 'la hoja de hoy no se ha sacado' : `hoja sacada ${inLima(paper.leftAt)}`}
      aside={
        <PlainButton small onClick={() => setPaper(true)}>
          Hoja del día
        </PlainButton>
      }
    >
      {due !== null && (
        <p>
          {due} <a href={hrefOf('/plazos')}>Ver los plazos</a>
        </p>
      )}
      {isPaper && <DayPaper scope={mayAll ? 'all' : 'mine'} onClose={() => setPaper(false)} />}
    </Step>
  );
}

function dueWords({ overdue, today }: { readonly overdue: number; readonly today: number }): string | null {
  const parts = [
    ...(overdue === 0 ? [] : [overdue === 1 ? '1 vencido' : `${overdue} vencidos`]),
    ...(today === 0 ? [] : [today === 1 ? '1 vence hoy' : `${today} vencen hoy`]),
  ];
  return parts.length === 0 ? null : `Plazos: ${parts.join(', ')}.`;
}

function Copy({ number }: { readonly number: number }): ReactNode {
  const may = useMay('backup.run');
  const { data, dataUpdatedAt } = useCopyState(may);
  if (data === undefined) return null;
  const words = data.folder === null ? 'no hay carpeta de copias' : 'al cerrar se hace otra';
  return (
    <Step number={number} isDone={data.folder !== null} title="Copia" note={words}>
      <p>{lastCopyWords(data, dataUpdatedAt)}</p>
    </Step>
  );
}

/** Copy first, then the lock: a copy that fails is said, and without one it is asked first. */
function End({ left }: { readonly left: string | null }) {
  const { lock } = useSessionAccess();
  const { isReadOnly } = useSession();
  const may = useMay('backup.run');
  const { data, isError } = useCopyState(may);
  const keep = useKeepCopyState();
  const act = useAct();
  // Whether there is a folder is not known yet: closing now would skip the copy.
  const isUnknown = may && data === undefined && !isError;
  const copies = data !== undefined && data.folder !== null && !isReadOnly && act.problem === null;
  const [isAsked, setAsked] = useState(false);
  const end = async () => {
    if (!copies) {
      setAsked(true);
      return;
    }
    if (!(await act.run((client) => client.makeCopy({}), { words: 'Copia hecha y verificada.', done: keep }))) return;
    lock('asked');
  };
  const label = copies || isUnknown ? 'Hacer la copia y cerrar sesión' : 'Cerrar sesión sin copia';
  return (
    <>
      <ActProblem act={act} byBar />
      <Dialog
        opened={isAsked}
        title="¿Cerrar sesión sin copia?"
        confirm={{ label: 'Cerrar sin copia', onClick: () => lock('asked') }}
        cancel={{ label: 'Seguir aquí', onClick: () => setAsked(false) }}
      >
        <p>
          Lo de hoy queda solo en esta computadora hasta la próxima copia. Si falta la carpeta de copias, avise a
          Coordinación.
        </p>
      </Dialog>
      <ActionBar
        main={{ label, onClick: () => void end(), busy: act.busy || isUnknown, byControlEnter: true, reads: true }}
      >
        <span role="status" data-left={left === null ? undefined : true}>
          {act.busy ? 'Haciendo la copia…' : (left ?? 'Todo lo de hoy tiene final.')}
        </span>
      </ActionBar>
    </>
  );
}

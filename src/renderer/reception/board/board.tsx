import { useRef, useState } from 'react';
import { holdWords, outcomeLabels, type Board, type VisitLine } from '../../../shared/reception/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { inLima } from '../../platform/times.ts';
import { QueryState } from '../../platform/ui/index.ts';
import { ArrivalLine } from '../line/arrival-line.tsx';
import { useArrivalLine } from '../line/use-arrival-line.ts';
import { useNames } from '../names.ts';
import { useApplicationNow, useBoard, useRefreshReception } from '../queries.ts';
import { ArrivalPane, type PaneKeys } from './arrival-pane.tsx';
import { BoardList, type RowKey } from './board-list.tsx';
import css from './board.module.css';
import { groupsOf, markedElement, markedRow, markOf, noMark, shownRows, type BoardGroup, type Mark } from './rows.ts';
import { StaffPanel } from './staff-panel.tsx';
import { VisitPane } from './visit-pane.tsx';

/**
 * «Orden de llegada» as this reader may see it, with the line in which an arrival is said: it stands there before the board
 * is read, and takes what is typed at once.
 */
export function OrderOfArrival({ isSecond = false }: { readonly isSecond?: boolean }) {
  const board = useBoard();
  const [mark, setMark] = useState(noMark);
  const line = useArrivalLine((arrivalId) => setMark({ ...noMark, id: arrivalId }));
  return (
    <div className={css.sheet} data-sheet={isSecond ? undefined : true}>
      <ArrivalLine line={line} isSecond={isSecond} />
      <QueryState query={board}>
        {(read) => <Drawn board={read} ownDoor={line.arrivalId} mark={mark} onMark={setMark} />}
      </QueryState>
    </div>
  );
}

type DrawnProps = {
  readonly board: Board;
  /** That of the line: it is being registered. */
  readonly ownDoor: string | null;
  readonly mark: Mark;
  readonly onMark: (mark: Mark) => void;
};

function Drawn({ board, ownDoor, mark, onMark }: DrawnProps) {
  const now = useApplicationNow(board.now);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const keys = useRef<PaneKeys>(null);
  const groups = groupsOf(board, withMarked(board, open, mark.id));
  const rows = shownRows(groups);
  const marked = markedRow(groups, mark);
  const names = useNames(marked?.id ?? null);
  const { arrive, act } = useArrive();
  const fold = (group: BoardGroup['id']) => {
    const isWhole = groups.some(({ id, folded }) => id === group && folded === null);
    setOpen(withGroup(open, group, !isWhole));
    if (isWhole && groups.some(({ id, rows: own }) => id === group && own.some((row) => row.id === marked?.id)))
      onMark(noMark);
  };
  const press = (key: RowKey) => {
    if (marked?.kind === 'arrival') keys.current?.press(key);
    else if (marked?.kind === 'visit' && key === 'Enter' && marked.visit.name !== null) void arrive(marked.visit);
  };
  const doors = board.unregistered.filter(({ arrivalId }) => arrivalId !== ownDoor);
  return (
    <div className={css.board}>
      <div className={css.main}>
        {rows.length === 0 && groups.length === 0 ? (
          <p className={css.none}>Aún no hay personas en espera.</p>
        ) : (
          <BoardList
            label={listWords(board)}
            {...{ groups, now, marked }}
            onMark={(row) => onMark(markOf(groups, row.id))}
            onKey={press}
            onFold={fold}
            onArrived={(visit) => void arrive(visit)}
          />
        )}
        <ActProblem act={act} />
        <Ended board={board} />
      </div>
      <aside
        className={css.side}
        data-board-side
        aria-label={marked === undefined ? 'Quién atiende' : sideWords(marked)}
      >
        <div className={css.inSide}>
          {marked?.kind === 'arrival' && (
            <ArrivalPane
              key={marked.id}
              line={marked.line}
              {...{ today: board.today, staff: board.staff, names, keys, rowOf: markedElement }}
            />
          )}
          {marked?.kind === 'visit' && (
            <VisitPane visit={marked.visit} names={names} busy={act.busy} onArrived={(visit) => void arrive(visit)} />
          )}
          <StaffPanel board={board} now={now} />
          <div className={css.tail}>
            {board.earlier.length > 0 && (
              <Earlier count={board.earlier.length} isOpen={open.has('earlier')} onToggle={() => fold('earlier')} />
            )}
            {doors.length > 0 && <OpenDoors doors={doors} />}
          </div>
        </div>
      </aside>
    </div>
  );
}

type Marked = NonNullable<ReturnType<typeof markedRow>>;
const sideWords = (row: Marked) => (row.kind === 'arrival' ? `Llegada ${row.line.label}` : `Cita ${row.visit.time}`);

/** Whoever is marked stays in sight when the attention begins. */
function withMarked(board: Board, open: ReadonlySet<string>, id: string | null): ReadonlySet<string> {
  const isAttended = board.arrivals.some(({ arrivalId, state }) => arrivalId === id && state === 'attended');
  return isAttended ? new Set([...open, 'attended']) : open;
}

function withGroup(open: ReadonlySet<string>, group: string, isOpen: boolean): ReadonlySet<string> {
  const others = [...open].filter((one) => one !== group);
  return new Set(isOpen ? [...others, group] : others);
}

function listWords({ arrivals }: Board): string {
  const count = arrivals.length === 1 ? '1 llegada' : `${arrivals.length} llegadas`;
  return `${count}: primero las que pasan primero, luego por hora de llegada`;
}

function useArrive() {
  const refresh = useRefreshReception();
  const act = useAct({ refresh });
  const arrive = ({ visitId, version }: VisitLine) =>
    act.run((client) => client.checkInVisit({ visitId, version }), {
      of: visitId,
      words: ({ label, mustCall }) =>
        mustCall ? `${label} registrada. ${holdWords}.` : `${label} registrada, en espera.`,
      refused: refresh,
      toTitle: markedElement,
    });
  return { arrive, act };
}

type EarlierProps = { readonly count: number; readonly isOpen: boolean; readonly onToggle: () => void };

/** Each arrival ends in one way: what earlier days left is closed from here. */
function Earlier({ count, isOpen, onToggle }: EarlierProps) {
  return (
    <button type="button" className={css.link} aria-expanded={isOpen} onClick={onToggle}>
      {count === 1 ? '1 llegada de otro día sin cerrar' : `${count} llegadas de otros días sin cerrar`}
    </button>
  );
}

function OpenDoors({ doors }: { readonly doors: Board['unregistered'] }) {
  const refresh = useRefreshReception();
  const act = useAct({ refresh });
  const end = (arrivalId: string) =>
    act.run((client) => client.closeArrival({ arrivalId, outcome: 'mistake' }), { of: arrivalId, refused: refresh });
  return (
    <section aria-label="Abiertas sin registrar">
      <h2>Abiertas sin registrar</h2>
      {doors.map((door) => (
        <p key={door.arrivalId}>
          {`${inLima(door.openedAt)}, ${door.openedBy} `}
          <button
            type="button"
            className={css.link}
            aria-label={`Abierta por error: ${inLima(door.openedAt)}`}
            onClick={() => void end(door.arrivalId)}
          >
            Abierta por error
          </button>
        </p>
      ))}
      <ActProblem act={act} />
    </section>
  );
}

/** How the arrivals of today ended so far. */
function Ended({ board }: { readonly board: Board }) {
  const total = board.ended.reduce((sum, one) => sum + one.count, 0);
  if (total === 0) return null;
  const parts = board.ended.map(({ outcome, count }) => `${outcomeLabels[outcome]}: ${count}`);
  return <p className={css.foot}>{`Cerradas hoy: ${total}. ${parts.join(' · ')}`}</p>;
}

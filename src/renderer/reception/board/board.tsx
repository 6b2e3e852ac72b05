import { useState } from 'react';
import {
  waitWords,
  minutesBetween,
  outcomeLabels,
  type ArrivalLine,
  type Board,
} from '../../../shared/reception/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import { inLima } from '../../platform/times.ts';
import { PlainButton, look, EmptyState, Panel, QueryState } from '../../platform/ui/index.ts';
import { useNames, type Names } from '../names.ts';
import { useApplicationNow, useBoard, useRefreshReception } from '../queries.ts';
import css from '../reception.module.css';
import { ArrivalDialog } from './arrival-dialog.tsx';
import { BoardTable } from './board-table.tsx';
import { publicPage } from '../public-board/channel.ts';
import { StaffPanel } from './staff-panel.tsx';
import { VisitsPanel } from './visits-panel.tsx';

/** «Orden de llegada» as this reader may see it. */
export function OrderOfArrival() {
  const board = useBoard();
  return <QueryState query={board}>{(read) => <Drawn board={read} />}</QueryState>;
}

function Drawn({ board }: { readonly board: Board }) {
  const names = useNames();
  const now = useApplicationNow(board.now);
  const [chosen, setChosen] = useState<string | null>(null);
  const line = [...board.arrivals, ...board.earlier].find((one) => one.arrivalId === chosen);
  const open = (one: ArrivalLine) => setChosen(one.arrivalId);
  return (
    <div className={look.stack}>
      <Tools names={names} />
      {board.arrivals.length === 0 ? (
        <NobodyWaits />
      ) : (
        <BoardTable caption={captionOf(board, now)} lines={board.arrivals} now={now} names={names} onActs={open} />
      )}
      {board.earlier.length > 0 && (
        <Panel title="Sin cerrar de otros días">
          <p>Cada llegada termina de una sola manera. Cierre las que quedaron abiertas.</p>
          <BoardTable
            caption={countWords(board.earlier.length)}
            lines={board.earlier}
            now={now}
            names={names}
            onActs={open}
          />
        </Panel>
      )}
      {board.unregistered.length > 0 && <OpenDoors board={board} />}
      <div className={css.halves}>
        <VisitsPanel visits={board.visits} areNamesShown={names.areShown} />
        <StaffPanel staff={board.staff} now={now} />
      </div>
      <Ended board={board} />
      {line !== undefined && <ArrivalDialog line={line} staff={board.staff} onClose={() => setChosen(null)} />}
    </div>
  );
}

function countWords(count: number): string {
  return count === 1 ? '1 llegada' : `${count} llegadas`;
}

function captionOf({ arrivals }: Board, now: string): string {
  const waiting = arrivals.filter((one) => one.state !== 'attended');
  const longest = Math.max(0, ...waiting.map((one) => minutesBetween(one.sinceAt, now)));
  const waits = waiting.length === 0 ? 'nadie espera' : `la espera más larga, ${waitWords(longest)}`;
  return `${countWords(arrivals.length)}: primero las urgentes, luego por hora de llegada; ${waits}`;
}

function NobodyWaits() {
  const go = useGo();
  const register = () => go('/llegada');
  return (
    <EmptyState action={{ label: 'Registrar llegada (Alt+N)', onClick: register }}>
      Aún no hay personas en espera.
    </EmptyState>
  );
}

/** What the desk reaches from here, and whether names stand on the screen. */
function Tools({ names }: { readonly names: Names }) {
  return (
    <div className={look.row}>
      {names.areShown ? (
        <PlainButton onClick={names.hide}>Ocultar nombres</PlainButton>
      ) : (
        <PlainButton onClick={names.showBriefly} title="Alt+M: por 20 segundos">
          Mostrar nombres (Alt+M)
        </PlainButton>
      )}
      {names.areShown && !names.areKept && (
        <PlainButton onClick={() => names.keep(true)}>Dejar visibles en esta sesión</PlainButton>
      )}
      <a href={hrefOf('/consulta-por-persona')}>Preguntan por otra persona</a>
      <a href={hrefOf('/instituciones')}>Llama una institución</a>
      <PlainButton onClick={() => window.open(publicPage, 'orden-de-llegada', 'popup,width=1280,height=720')}>
        Pantalla pública
      </PlainButton>
    </div>
  );
}

function OpenDoors({ board }: { readonly board: Board }) {
  const refresh = useRefreshReception();
  const act = useAct({ refresh });
  const end = (arrivalId: string) =>
    act.run((client) => client.closeArrival({ arrivalId, outcome: 'mistake' }), { of: arrivalId, refused: refresh });
  return (
    <Panel title="Abiertas sin registrar">
      <ul className={css.lines}>
        {board.unregistered.map((door) => (
          <li key={door.arrivalId} className={css.line}>
            <span className={css.grow}>{`Abierta ${inLima(door.openedAt)} por ${door.openedBy}`}</span>
            <PlainButton
              small
              aria-label={`Abierta por error: ${inLima(door.openedAt)}`}
              onClick={() => void end(door.arrivalId)}
            >
              Abierta por error
            </PlainButton>
          </li>
        ))}
      </ul>
      <ActProblem act={act} />
    </Panel>
  );
}

/** How the arrivals of today ended so far. */
function Ended({ board }: { readonly board: Board }) {
  const total = board.ended.reduce((sum, one) => sum + one.count, 0);
  if (total === 0) return null;
  const parts = board.ended.map(({ outcome, count }) => `${outcomeLabels[outcome]}: ${count}`);
  return <p className={look.secondary}>{`Cerradas hoy: ${total}. ${parts.join(' · ')}`}</p>;
}

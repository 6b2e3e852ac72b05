import { serviceLabels } from '../../../shared/access/index.ts';
import {
  minutesBetween,
  presenceLabels,
  waitWords,
  type Board,
  type Presence,
  type StaffLine,
} from '../../../shared/reception/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useSession } from '../../platform/session.tsx';
import { PlainButton, look } from '../../platform/ui/index.ts';
import { useRefreshReception } from '../queries.ts';
import css from './board.module.css';
import { shortName } from './rows.ts';

export function stateWords({ state }: Pick<StaffLine, 'state'>): string {
  if (state === null) return 'Sin indicar';
  return state === 'attending' ? 'En atención' : presenceLabels[state];
}

/** «con A-05, 12 min», «libre hasta 09:30». */
function nowWords(member: StaffLine, { arrivals, visits }: Board, now: string): string {
  if (member.state === 'attending') {
    const here = arrivals.find((line) => line.state === 'attended' && line.staffName === member.name);
    const since = member.sinceAt === null ? '' : `, ${waitWords(minutesBetween(member.sinceAt, now))}`;
    return `${here === undefined ? 'ocupada' : `con ${here.label}`}${since}`;
  }
  if (member.state !== 'free') return member.state === null ? 'sin indicar' : 'fuera';
  const next = visits.filter(({ staffName }) => staffName === member.name).map(({ time }) => time);
  return next.length === 0 ? 'libre' : `libre hasta ${next.toSorted()[0] ?? ''}`;
}

/** Who is free: said by each one today, and who attends from the board itself. */
export function StaffPanel({ board, now }: { readonly board: Board; readonly now: string }) {
  return (
    <section className={css.staff} aria-label="Quién atiende">
      <h2>Quién atiende</h2>
      {board.staff.length === 0 && <p className={css.quiet}>Aún no hay profesionales registrados.</p>}
      <ul>
        {board.staff.map((member) => (
          <li key={member.staffId} className={css.dot} data-state={member.state ?? undefined}>
            <span title={member.name}>{shortName(member.name)}</span>
            <span className={css.quiet}>{member.services.map((one) => serviceLabels[one]).join(' · ')}</span>
            <span>{nowWords(member, board, now)}</span>
          </li>
        ))}
      </ul>
      <OwnPresence board={board} />
    </section>
  );
}

/** Whoever attends says here that she is free, or that she goes out. */
export function OwnPresence({ board }: { readonly board: Board }) {
  const { id } = useSession().staff;
  const act = useAct({ refresh: useRefreshReception() });
  if (!board.staff.some((member) => member.staffId === id)) return null;
  const say = (state: Presence) =>
    act.run((client) => client.setMyPresence({ state }), {
      of: state,
      words: state === 'free' ? 'Figura como disponible.' : 'Figura como fuera.',
    });
  return (
    <>
      <div className={look.row}>
        <PlainButton small onClick={() => void say('free')}>
          Estoy disponible
        </PlainButton>
        <PlainButton small onClick={() => void say('out')}>
          Salgo
        </PlainButton>
      </div>
      <ActProblem act={act} />
    </>
  );
}

import { serviceLabels } from '../../../shared/access/index.ts';
import {
  minutesBetween,
  presenceLabels,
  waitWords,
  type Presence,
  type StaffLine,
} from '../../../shared/reception/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useSession } from '../../platform/session.tsx';
import { PlainButton, look, EmptyState, Panel, StateBadge, type Tone } from '../../platform/ui/index.ts';
import { useRefreshReception } from '../queries.ts';
import css from '../reception.module.css';

const tones = { free: 'done', attending: 'accent', out: 'neutral' } as const satisfies Record<string, Tone>;

export function stateWords({ state }: Pick<StaffLine, 'state'>): string {
  if (state === null) return 'Sin indicar';
  return state === 'attending' ? 'En atención' : presenceLabels[state];
}

/** Who is free: said by each one today, and «en atención» from the board itself. */
export function StaffPanel({ staff, now }: { readonly staff: readonly StaffLine[]; readonly now: string }) {
  const { id } = useSession().staff;
  const isHere = staff.some((member) => member.staffId === id);
  return (
    <Panel title="Quién atiende">
      {staff.length === 0 && <EmptyState>Aún no hay profesionales registrados.</EmptyState>}
      <ul className={css.lines}>
        {staff.map((member) => (
          <li key={member.staffId} className={css.line}>
            <span className={css.grow}>{member.name}</span>
            <span className={look.secondary}>{member.services.map((one) => serviceLabels[one]).join(' · ')}</span>
            <StateBadge tone={member.state === null ? 'neutral' : tones[member.state]}>{stateWords(member)}</StateBadge>
            {member.sinceAt !== null && (
              <span className={look.secondary}>{`hace ${waitWords(minutesBetween(member.sinceAt, now))}`}</span>
            )}
          </li>
        ))}
      </ul>
      {isHere && <MyPresence />}
    </Panel>
  );
}

function MyPresence() {
  const act = useAct({ refresh: useRefreshReception() });
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

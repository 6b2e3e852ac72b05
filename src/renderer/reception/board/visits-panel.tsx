import { serviceLabels } from '../../../shared/access/index.ts';
import { holdWords, type VisitLine } from '../../../shared/reception/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { PlainButton, look, Panel } from '../../platform/ui/index.ts';
import { useRefreshReception } from '../queries.ts';
import css from '../reception.module.css';

type Props = { readonly visits: readonly VisitLine[]; readonly areNamesShown: boolean };

/** Who is expected today; «Llegó» puts her on the board. */
export function VisitsPanel({ visits, areNamesShown }: Props) {
  const { arrive, act } = useArrive();
  return (
    <Panel title="Citas de hoy">
      {visits.length === 0 && <p className={look.secondary}>No hay citas pendientes para hoy.</p>}
      <ul className={css.lines}>
        {visits.map((visit) => (
          <li key={visit.visitId} className={css.line}>
            <span className={css.time}>{visit.time}</span>
            <span className={css.grow}>
              <span className={look.strong}>{areNamesShown && visit.name !== null ? visit.name : '· · ·'}</span>{' '}
              <span className={look.secondary}>{whereTo(visit, areNamesShown)}</span>
            </span>
            {visit.name !== null && (
              <PlainButton small aria-label={`Llegó: cita de las ${visit.time}`} onClick={() => void arrive(visit)}>
                Llegó
              </PlainButton>
            )}
          </li>
        ))}
      </ul>
      <ActProblem act={act} />
      <a href={hrefOf('/citas')}>Ver o registrar citas</a>
    </Panel>
  );
}

function whereTo({ service, staffName, note }: VisitLine, isNoteShown: boolean): string {
  return [service === null ? null : serviceLabels[service], staffName, isNoteShown ? note : null]
    .filter((part) => part !== null)
    .join(' · ');
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
    });
  return { arrive, act };
}

import { caseRoleLabels, caseStateLabels, type TimelineCase } from '../../../shared/intake/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { hrefOf } from '../../platform/routes.ts';
import { look, Panel, QueryState, StateBadge } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { stateTones } from '../words.ts';
import { usePersonTimeline } from './queries.ts';

/** Every ficha in which she has a part, inside what the reader may see; newest first. */
export function PersonTimeline({ caseId, personId }: { readonly caseId: string; readonly personId: string }) {
  const timeline = usePersonTimeline(caseId, personId);
  return (
    <Panel title="Fichas de esta persona">
      <QueryState query={timeline}>
        {({ cases }) => (
          <ol className={css.timeline} aria-label="Fichas, la más reciente primero">
            {cases.map((one) => (
              <OneCase key={one.number} one={one} isHere={one.caseId === caseId} />
            ))}
          </ol>
        )}
      </QueryState>
    </Panel>
  );
}

function OneCase({ one, isHere }: { readonly one: TimelineCase; readonly isHere: boolean }) {
  const title = `Ficha ${one.number}`;
  return (
    <li>
      <div className={look.row}>
        {one.caseId === null ? (
          <span>{title}</span>
        ) : (
          <a href={hrefOf('/casos/$caseId', { caseId: one.caseId })}>{title}</a>
        )}
        <span>{formatCivilDate(one.admittedOn)}</span>
        {one.roles.map((role) => (
          <span key={role} className={look.secondary}>
            {caseRoleLabels[role]}
          </span>
        ))}
        {one.state !== null && <StateBadge tone={stateTones[one.state]}>{caseStateLabels[one.state]}</StateBadge>}
        {isHere && <span className={look.secondary}>esta ficha</span>}
        {one.caseId === null && <span className={look.secondary}>No tiene acceso a esta ficha.</span>}
      </div>
      {one.events.length > 0 && (
        <ul className={css.plainList}>
          {one.events.map(({ id, on, time, words }) => (
            <li key={id}>
              <span className={look.secondary}>{[formatCivilDate(on), time].filter(Boolean).join(' ')}</span> {words}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

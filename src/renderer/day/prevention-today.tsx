import { nearDay } from '../../shared/prevention/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { QueryState } from '../platform/ui/index.ts';
import { groupsOf, preventionPath, titleOf, usePrevention, type Prevention } from '../prevention/index.ts';
import css from './day.module.css';
import { Pane, PaneLines } from './pane.tsx';

const shownAtMost = 6;

/** What Promoción has to write and what comes today and next: each leads to its activity's month. */
export function PreventionToday() {
  return <QueryState query={usePrevention(null)}>{(data) => <Drawn data={data} />}</QueryState>;
}

function Drawn({ data }: { readonly data: Prevention }) {
  const { open, next } = groupsOf(data.activities, data);
  return (
    <div className={css.halves}>
      <Lines {...{ data, lines: open, title: 'Sin asistencia', none: 'Toda actividad hecha tiene su asistencia.' }} />
      <Lines {...{ data, lines: next, title: 'Hoy y lo que viene', none: 'No hay actividades planificadas.' }} />
    </div>
  );
}

type LinesProps = {
  readonly data: Prevention;
  readonly lines: Prevention['activities'];
  readonly title: string;
  readonly none: string;
};

function Lines({ data, lines, title, none }: LinesProps) {
  return (
    <Pane
      title={title}
      end={
        <a href={hrefOf(preventionPath)} aria-label={`Prevención: ${title}`}>
          Prevención
        </a>
      }
    >
      <PaneLines none={none}>
        {lines.slice(0, shownAtMost).map((view) => (
          <li key={view.activity.id}>
            <span className={css.hour}>{nearDay(view.activity.heldOn, data.today)}</span>
            <span className={css.grow}>
              {titleOf(view, data.terms)}
              <small>{`${view.activity.startsAt} · ${view.activity.place}`}</small>
            </span>
          </li>
        ))}
      </PaneLines>
      {lines.length > shownAtMost && <p className={css.more}>{`${lines.length - shownAtMost} más en Prevención`}</p>}
    </Pane>
  );
}

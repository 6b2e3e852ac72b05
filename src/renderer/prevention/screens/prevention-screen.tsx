import { useState } from 'react';
import { monthOf } from '../../../shared/platform/clock.ts';
import type { Month } from '../../../shared/platform/dates.ts';
import type { Activity, ActivityForm, ActivityView } from '../../../shared/prevention/index.ts';
import { isArrivalKey, useScreenKey } from '../../platform/keys.ts';
import { useMay } from '../../platform/session.tsx';
import { EmptyState, Icon, PageTitle, PlainButton, QueryState } from '../../platform/ui/index.ts';
import { ActivityList } from '../activity-list.tsx';
import { ActivityPane } from '../activity-pane.tsx';
import { Calendar } from '../calendar.tsx';
import { PlanDialog } from '../plan-dialog.tsx';
import css from '../prevention.module.css';
import { Programmes } from '../programmes.tsx';
import { usePrevention, type Prevention } from '../queries.ts';
import { groupsOf, monthWords } from '../words.ts';

type Planning = { readonly view: ActivityView | null; readonly start: Partial<ActivityForm> };

/** «Prevención»: the month with its list, one activity with its attendance, and the programmes. */
export function PreventionScreen() {
  const [month, setMonth] = useState<Month | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [planning, setPlanning] = useState<Planning | null>(null);
  const mayWrite = useMay('prevention.write');
  const read = usePrevention(month);
  const plan = () => setPlanning({ view: null, start: {} });
  usePlanKey(mayWrite ? plan : null);
  return (
    <>
      <PageTitle
        aside={
          <>
            {read.data !== undefined && <span className={css.sub}>{monthWords(read.data)}</span>}
            {mayWrite && (
              <span className={css.add}>
                <PlainButton onClick={plan} aria-keyshortcuts="Alt+N">
                  <Icon name="plus" size={18} /> Actividad <kbd aria-hidden="true">Alt N</kbd>
                </PlainButton>
              </span>
            )}
          </>
        }
      >
        Prevención
      </PageTitle>
      <QueryState query={read}>
        {(data) => (
          <Drawn
            {...{ data, chosen, mayWrite }}
            onMonth={(next) => {
              setMonth(next);
              setChosen(null);
            }}
            onChoose={setChosen}
            onSettled={({ id, heldOn }) => {
              setMonth(monthOf(heldOn));
              setChosen(id);
            }}
            onPlan={setPlanning}
          />
        )}
      </QueryState>
      {planning !== null && read.data !== undefined && (
        <PlanDialog
          {...{ data: read.data, ...planning }}
          onDone={(kept) => {
            setPlanning(null);
            if (kept === null) return;
            setChosen(kept.id);
            if (kept.month !== null) setMonth(kept.month);
          }}
        />
      )}
    </>
  );
}

type DrawnProps = {
  readonly data: Prevention;
  readonly chosen: string | null;
  readonly mayWrite: boolean;
  readonly onMonth: (month: Month) => void;
  readonly onChoose: (id: string) => void;
  /** Something was said of how it ended: its month is shown, and it in it. */
  readonly onSettled: (one: Activity) => void;
  readonly onPlan: (planning: Planning) => void;
};

function Drawn({ data, chosen, mayWrite, onMonth, onChoose, onSettled, onPlan }: DrawnProps) {
  const groups = groupsOf(data.activities, data);
  const view =
    data.activities.find(({ activity }) => activity.id === chosen) ??
    [...groups.open, ...groups.next, ...groups.settled][0];
  const own = view?.activity.id ?? null;
  return (
    <div className={css.sheet} data-sheet>
      <section className={css.when} aria-label="Calendario y lista">
        <Calendar {...{ data, onMonth, onChoose }} chosen={view?.activity ?? null} />
        <ActivityList {...{ data, groups, onChoose }} chosen={own} />
      </section>
      <section className={css.pane} aria-label="Actividad">
        {view === undefined ? (
          <EmptyState>
            {mayWrite
              ? 'Todavía no hay actividades en este mes. Planifique una con Alt N.'
              : 'No hay actividades en este mes. Las registra Promoción.'}
          </EmptyState>
        ) : (
          <ActivityPane
            key={`${view.activity.id} ${view.standing.version ?? 0}`}
            {...{ data, view, mayWrite }}
            onChange={() => onPlan({ view, start: {} })}
            onSettled={() => onSettled(view.activity)}
          />
        )}
      </section>
      <Programmes {...{ data, mayWrite, onChoose }} onSession={(start) => onPlan({ view: null, start })} />
    </div>
  );
}

/** Alt N plans an activity, as it registers an arrival where people arrive. */
function usePlanKey(plan: (() => void) | null) {
  useScreenKey(
    (event) => plan !== null && !event.defaultPrevented && isArrivalKey(event),
    () => plan?.(),
  );
}

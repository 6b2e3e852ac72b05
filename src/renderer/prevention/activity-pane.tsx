import { useState } from 'react';
import {
  activityModeLabels,
  cancelReasonLabels,
  hoursWords,
  weekdayAndDay,
  type ActivityView,
  type CancelReason,
} from '../../shared/prevention/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { ChosenReasonDialog, Notice, PlainButton, usePlaceName } from '../platform/ui/index.ts';
import { Evidence } from './evidence.tsx';
import { ActivityHistory } from './history-dialog.tsx';
import { LinkButton } from './link-button.tsx';
import css from './prevention.module.css';
import { useRefreshPrevention, type Prevention } from './queries.ts';
import { ResultForm, ResultRead } from './result-form.tsx';
import { ClosedMonth } from './closed-month.tsx';
import { termWords, titleOf } from './words.ts';

type Props = {
  readonly data: Prevention;
  readonly view: ActivityView;
  readonly mayWrite: boolean;
  /** Opens the form of the plan. */
  readonly onChange: () => void;
  /** Something was said of how it ended. */
  readonly onSettled: () => void;
};

/** One activity: what the plan says as text, and its attendance once its day is there. */
export function ActivityPane({ data, view, mayWrite, onChange, onSettled }: Props) {
  const { activity, standing } = view;
  const acts = useActivityActs(view, onSettled);
  const takes = takesAttendance(data, view) && mayWrite;
  const buttons = mayWrite && <Acts {...{ view, acts }} />;
  return (
    <>
      <header className={css.head}>
        <h2>{`${titleOf(view, data.terms)}, ${weekdayAndDay(activity.heldOn)}`}</h2>
        {mayWrite && (
          <span>
            Del plan: todo esto ya está escrito · <LinkButton onClick={onChange}>Cambiar</LinkButton>
          </span>
        )}
      </header>
      <PlanFacts {...{ data, view }} />
      <Standing {...{ data, view }} />
      {mayWrite && <ClosedMonth {...{ data, view }} heldOn={activity.heldOn} />}
      {takes ? (
        <ResultForm {...{ view, onSettled }} month={data.month} acts={buttons} />
      ) : (
        <>
          {standing.result !== null && <ResultRead view={view} result={standing.result} />}
          {buttons !== false && <div className={css.acts}>{buttons}</div>}
        </>
      )}
      <Evidence {...{ view, mayWrite }} hasCome={activity.heldOn <= data.today} />
      <ActProblem act={acts.act} />
      <div className={css.beneath}>
        <ActivityHistory {...{ data, view }} />
        {mayWrite && (
          <LinkButton onClick={acts.retire}>{activity.isActive ? 'Retirar de la lista' : 'Volver a usarla'}</LinkButton>
        )}
      </div>
      {acts.isCancelling && (
        <ChosenReasonDialog<CancelReason>
          title="¿Se canceló esta actividad?"
          label="Por qué se canceló"
          reasons={cancelReasonLabels}
          confirm="Cancelar la actividad"
          cancel="Seguir"
          onCancel={() => acts.setCancelling(false)}
          onChosen={acts.cancel}
        >
          <p>Queda en la lista como cancelada y no cuenta en ninguna cifra.</p>
        </ChosenReasonDialog>
      )}
    </>
  );
}

type ReadProps = Pick<Props, 'data' | 'view'>;

/** Its day is there, and it was neither cancelled nor withdrawn. */
function takesAttendance({ today }: Prevention, { activity, standing }: ActivityView): boolean {
  return activity.isActive && standing.state !== 'cancelled' && activity.heldOn <= today;
}

/** Why it has no attendance. */
function Standing({ data, view: { activity, standing } }: ReadProps) {
  const { cancelled } = standing;
  if (!activity.isActive) return <Notice>Retirada de la lista: no cuenta en ninguna cifra.</Notice>;
  if (cancelled !== null)
    return <Notice>{`Cancelada: ${cancelled.words ?? cancelReasonLabels[cancelled.code]}.`}</Notice>;
  if (activity.heldOn <= data.today) return null;
  return (
    <p className={css.quiet}>
      {`Todavía no llega: su asistencia se escribe desde el ${formatCivilDate(activity.heldOn)}.`}
    </p>
  );
}

function PlanFacts({ data: { terms, staff, programmes }, view: { activity } }: ReadProps) {
  const district = usePlaceName()(activity.districtCode) ?? activity.districtCode;
  const series = programmes.find(({ programme }) => programme.id === activity.programmeId)?.programme.name;
  const lead = staff.find(({ id }) => id === activity.leadStaff)?.fullName;
  const facts: (readonly [string, string | null | undefined])[] = [
    ['Grupo', termWords(terms, activity.activityGroup)],
    ['Tema', activity.topic],
    ['Público', termWords(terms, activity.audience)],
    ['Lugar', `${activity.place}, ${district.split(',')[0] ?? ''}`],
    [
      'Duración',
      `${activity.startsAt}, ${hoursWords(activity.minutes)}, ${activityModeLabels[activity.mode as 'inPerson'].toLowerCase()}`,
    ],
    ['Responsable', lead],
    ['Institución', activity.hostInstitution],
    ['Estrategia', activity.strategy],
    ['Programa', series === undefined ? null : `${series}, sesión ${activity.sessionNumber ?? ''}`],
    ['Código oficial', activity.officialCode],
    ['Observaciones', activity.notes],
  ];
  return (
    <dl className={css.facts}>
      {facts.map(
        ([label, words]) =>
          typeof words === 'string' && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What can be said of an activity besides its attendance. */
function useActivityActs(
  { activity: { id: activityId, version: own, isActive }, standing: { version } }: ActivityView,
  onSettled: () => void,
) {
  const act = useAct({ refresh: useRefreshPrevention() });
  const [isCancelling, setCancelling] = useState(false);
  return {
    ...{ act, isCancelling, setCancelling },
    cancel: (code: CancelReason, words: string | null) => {
      setCancelling(false);
      void act.run((client) => client.cancelPreventionActivity({ activityId, version, reason: { code, words } }), {
        ...{ words: 'Actividad cancelada.', done: onSettled, toTitle: true },
      });
    },
    replan: () => {
      if (version === null) return;
      void act.run((client) => client.replanPreventionActivity({ activityId, version }), {
        ...{ words: 'Vuelve a estar por venir.', toTitle: true },
      });
    },
    retire: () =>
      void act.run((client) => client.retirePreventionActivity({ id: activityId, version: own, isActive: !isActive }), {
        ...{ words: isActive ? 'Retirada de la lista.' : 'Vuelve a la lista.', toTitle: true },
      }),
  };
}
type ActivityActs = ReturnType<typeof useActivityActs>;

function Acts({ view, acts }: { readonly view: ActivityView; readonly acts: ActivityActs }) {
  const { activity, standing } = view;
  if (!activity.isActive) return null;
  return standing.state === 'planned' ? (
    <PlainButton quiet onClick={() => acts.setCancelling(true)}>
      Se canceló…
    </PlainButton>
  ) : (
    <PlainButton quiet onClick={acts.replan}>
      {standing.state === 'done' ? 'No se hizo: volver a por venir' : 'Volver a por venir'}
    </PlainButton>
  );
}

import { useMemo, useRef, useState } from 'react';
import {
  activity,
  type ActivityForm,
  type ActivityView,
  type ProgrammeForm,
  type ProgrammeView,
  programme as programmeThing,
  type PreventionDraftForm,
} from '../../shared/prevention/index.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Month } from '../../shared/platform/dates.ts';
import { blankForm, formSchema, type Coded } from '../../shared/record/index.ts';
import { Controlled, FieldSuggestions, type AnyForm } from '../platform/forms/index.ts';
import { useSession } from '../platform/session.tsx';
import { Dialog, QueryState, SearchField } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { ClosedMonthOf } from './closed-month.tsx';
import { DraftKeeper, Recovered, useOwnDraft, type Keeping, type OwnDraft } from './draft.tsx';
import { useRefreshPrevention, type Prevention } from './queries.ts';
import { choicesOf, elsewhereWords } from './words.ts';

/** `month`: of whose page it is now; null where it stays on every page. */
export type KeptPlan = { readonly id: string; readonly month: Month | null };

type Props = {
  readonly data: Prevention;
  /** Null for a new one. */
  readonly view: ActivityView | null;
  readonly start: Partial<ActivityForm>;
  /** With what was kept; null when nothing was. */
  readonly onDone: (kept: KeptPlan | null) => void;
};

const schema = formSchema(activity);
const { leadStaff, programmeId } = activity.fields;

/** Who leads it and of which programme it is are searched: a list of a whole staff would fill the form. */
function searched({ staff, programmes }: Prevention, chosen: string | null | undefined) {
  const series = programmes
    .filter(({ programme }) => programme.isActive || programme.id === chosen)
    .map(({ programme: { id, name } }) => ({ code: id, label: name }));
  const people = staff.map(({ id, fullName }) => ({ code: id, label: fullName }));
  return (form: AnyForm) => ({
    leadStaff: <Searched {...{ form, options: people }} name="leadStaff" label={leadStaff.label} />,
    // Without a programme nothing is a session of one.
    ...(series.length === 0 && { programmeId: null, sessionNumber: null }),
    ...(series.length > 0 && {
      programmeId: <Searched {...{ form, options: series }} name="programmeId" label={programmeId.label} optional />,
    }),
  });
}

type SearchedProps = {
  readonly form: AnyForm;
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly options: readonly Coded<string>[];
};

function Searched({ options, ...place }: SearchedProps) {
  return (
    <Controlled {...place} columns={6}>
      {({ words, value, onChange, onBlur }) => (
        <SearchField {...{ words, options, onChange, onBlur }} value={value as string | null} width="full" />
      )}
    </Controlled>
  );
}

function choicesFor(data: Prevention, plan: Partial<ActivityForm>): Readonly<Record<string, readonly Coded[]>> {
  const { terms } = data;
  return {
    activityType: choicesOf(terms, 'type', plan.activityType),
    activityGroup: choicesOf(terms, 'group', plan.activityGroup),
    audience: choicesOf(terms, 'audience', plan.audience),
  };
}

/** Free lists: what was written before is offered. */
function useOffered({ activities }: Prevention): ReadonlyMap<string, readonly string[]> {
  return useMemo(() => {
    const texts = (name: 'topic' | 'place' | 'strategy' | 'hostInstitution') => [
      ...new Set(activities.flatMap(({ activity: one }) => one[name] ?? [])),
    ];
    return new Map((['topic', 'place', 'strategy', 'hostInstitution'] as const).map((name) => [name, texts(name)]));
  }, [activities]);
}

const blank = blankForm<ActivityForm>(activity.fields);

/** A session of a programme is typed beside what is typed of another activity. */
function draftOf(view: ActivityView | null, { programmeId: series }: Partial<ActivityForm>): PreventionDraftForm {
  const own = view?.activity.id ?? series;
  return own === undefined || own === null ? 'prevention-plan' : `prevention-plan-${own}`;
}

/** The plan of an activity, with what was typed and not saved. */
export function PlanDialog(props: Props) {
  const { view, start, onDone } = props;
  const version = view?.activity.version ?? null;
  const kind = draftOf(view, start);
  const query = useOwnDraft(kind, { version, blank });
  const [isDiscarded, setDiscarded] = useState(false);
  if (query.data !== undefined)
    return (
      <PlanForm
        key={String(isDiscarded)}
        {...props}
        {...{ kind, draft: isDiscarded ? null : query.data, onDiscarded: () => setDiscarded(true) }}
      />
    );
  return (
    <Dialog title="Actividad" cancel={{ label: 'Cerrar', onClick: () => onDone(null) }}>
      <QueryState query={query}>{() => null}</QueryState>
    </Dialog>
  );
}

type FormProps = Props & {
  readonly kind: PreventionDraftForm;
  readonly draft: OwnDraft<ActivityForm> | null;
  readonly onDiscarded: () => void;
};

/** Once it is written, its attendance is numbers alone. */
function PlanForm({ data, view, start, onDone, kind, draft, onDiscarded }: FormProps) {
  const refresh = useRefreshPrevention();
  const own = useOwnId(data);
  const target = { id: view?.activity.id ?? null, version: view?.activity.version ?? null };
  const before = view === null ? null : planOf(view.activity);
  const kept = useRef<{ readonly id: string; readonly heldOn: CivilDate } | null>(null);
  const isSettled = view !== null && view.standing.state !== 'planned';
  const moved = () => {
    if (view?.standing.state !== 'done' || kept.current === null) return null;
    return elsewhereWords({ ...kept.current, countedIn: view.countedIn, month: data.month });
  };
  // One for the dialog and the keeper in it.
  const handleRef = useRef<Keeping>(null);
  const discard = () => handleRef.current?.discard() ?? Promise.resolve();
  const chosen = draft?.values ?? before ?? start;
  return (
    <FieldSuggestions value={useOffered(data)}>
      <FormDialog
        {...{ fields: activity.fields, schema, refresh, id: 'plan', sentAs: 'form', isWide: true }}
        start={{ heldOn: data.today, mode: 'inPerson', leadStaff: own, ...start, ...before, ...draft?.values }}
        choices={choicesFor(data, chosen)}
        given={searched(data, chosen.programmeId)}
        keeping={(form) => (
          <>
            <FoundDraft {...{ draft }} version={target.version} onDiscard={() => void discard().then(onDiscarded)} />
            <ClosedMonthOf {...{ data, view, form }} />
            <DraftKeeper {...{ form, kind, handleRef }} version={target.version} />
          </>
        )}
        words={
          view === null
            ? { title: 'Planificar una actividad', send: 'Guardar', sent: 'Actividad planificada.' }
            : { title: 'Cambiar el plan', send: 'Guardar cambios', sent: () => moved() ?? 'Cambios guardados.' }
        }
        send={async (form, client) => {
          const { id, heldOn } = await client.keepPreventionActivity({ ...target, form });
          kept.current = { id, heldOn };
          // Kept already: what stays of the draft is offered again, which does no harm.
          await discard().catch(() => undefined);
        }}
        onDone={() => {
          const { id = target.id, heldOn } = kept.current ?? {};
          const month = isSettled && heldOn !== undefined ? monthOf(heldOn) : null;
          onDone(id === null ? null : { id, month });
        }}
      />
    </FieldSuggestions>
  );
}

/** Who plans it leads it, nearly always. */
function useOwnId({ staff }: Prevention): string | null {
  const { fullName } = useSession().staff;
  return staff.find((one) => one.fullName === fullName)?.id ?? null;
}

type FoundProps = Pick<FormProps, 'draft'> & { readonly version: number | null; readonly onDiscard: () => void };

function FoundDraft({ draft, version, onDiscard }: FoundProps) {
  if (draft === null) return null;
  return <Recovered {...{ draft, onDiscard }} isOver={draft.version !== version} />;
}

function planOf({ id: _id, isActive: _active, changedOn: _on, version: _version, ...form }: ActivityView['activity']) {
  return form;
}

type ProgrammeProps = { readonly view: ProgrammeView | null; readonly onDone: () => void };

const programmeSchema = formSchema(programmeThing);

/** A programme: its group without names, how many, how many sessions. */
export function ProgrammeDialog({ view, onDone }: ProgrammeProps) {
  const { id = null, version = null } = view?.programme ?? {};
  const start: Partial<ProgrammeForm> = view === null ? {} : formOf(view.programme);
  return (
    <FormDialog
      {...{ fields: programmeThing.fields, schema: programmeSchema, id: 'programme', sentAs: 'form', onDone, start }}
      refresh={useRefreshPrevention()}
      words={
        view === null
          ? { title: 'Agregar un programa', send: 'Guardar', sent: 'Programa agregado.' }
          : { title: 'Cambiar el programa', send: 'Guardar cambios', sent: 'Cambios guardados.' }
      }
      send={(form, client) => client.keepPreventionProgramme({ id, version, form })}
    />
  );
}

function formOf({ id: _id, isActive: _active, changedOn: _on, version: _v, ...form }: ProgrammeView['programme']) {
  return form;
}

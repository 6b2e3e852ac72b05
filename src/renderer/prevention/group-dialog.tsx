import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import {
  groupSchema,
  mostFactors,
  nothingSaid,
  type Group,
  type Participant,
  type ProgrammeView,
  type Term,
} from '../../shared/prevention/index.ts';
import type { Fields } from '../../shared/record/index.ts';
import { FormHead, messageOf, useSectionForm } from '../platform/forms/index.ts';
import { asOfNow, useRead } from '../platform/query.ts';
import { Dialog, look, QueryState, saveWords } from '../platform/ui/index.ts';
import { FormFields } from '../record/index.ts';
import { Recovered, useKeeping, useOwnDraft, type OwnDraft } from './draft.tsx';
import { GroupGrid, type Time } from './group-grid.tsx';
import css from './prevention.module.css';
import { useRefreshPrevention, type Prevention, type PreventionGroup } from './queries.ts';

const when = {
  beforeOn: { kind: 'date', label: 'Antes: día', required: true, columns: 4 },
  laterOn: { kind: 'date', label: 'Después: día', columns: 4 },
  isFinal: { kind: 'tick', label: 'Lo de después es el final de la serie', columns: 4 },
} as const satisfies Fields;

type Props = {
  readonly data: Prevention;
  readonly view: ProgrammeView;
  readonly mayWrite: boolean;
  readonly onDone: () => void;
};

/** Participants of a programme by code, with what each answered before and after. */
export function GroupDialog(props: Props) {
  const { view, mayWrite, onDone } = props;
  const { id, name } = view.programme;
  const read = useRead(['prevention-group', id], (client) => client.readPreventionGroup({ programmeId: id }), asOfNow);
  const version = read.data?.version ?? null;
  const blank = blankGroup(props);
  const draft = useOwnDraft(`prevention-group-${id}`, { version, blank, enabled: mayWrite && read.data !== undefined });
  // What was put aside is not asked for again.
  const [isDiscarded, setDiscarded] = useState(false);
  const found = mayWrite ? draft.data : null;
  if (read.data !== undefined && found !== undefined)
    return (
      <GroupForm
        key={String(isDiscarded)}
        {...props}
        {...{ read: read.data, draft: isDiscarded ? null : found, blank }}
        onDiscarded={() => setDiscarded(true)}
      />
    );
  return (
    <Dialog title={`Participantes de «${name}»`} cancel={{ label: 'Cerrar', onClick: onDone }}>
      {read.error === null ? (
        <QueryState query={draft}>{() => null}</QueryState>
      ) : (
        <QueryState query={read}>{() => null}</QueryState>
      )}
    </Dialog>
  );
}

const blankGroup = ({ data }: Props): Group => ({
  ...{ beforeOn: data.today, laterOn: null, isFinal: false, worked: [], participants: [] },
});

type FormProps = Props & {
  readonly read: PreventionGroup;
  readonly draft: OwnDraft<Group> | null;
  readonly blank: Group;
  readonly onDiscarded: () => void;
};

/** One row a code of the programme, also of those of whom nothing was said. */
function allCodes({ participants }: Pick<Group, 'participants'>, many: number): Participant[] {
  const last = Math.max(many, ...participants.map(({ code }) => code));
  return Array.from(
    { length: last },
    (_, at) => participants.find(({ code }) => code === at + 1) ?? nothingSaid(at + 1),
  );
}

function factorsFor({ data: { terms } }: Props, { worked, participants }: Group): Term[] {
  const known = new Set([...worked, ...participants.flatMap(({ answers }) => answers.map(({ factor }) => factor))]);
  return terms
    .filter(({ list, code, isUsed }) => list === 'factor' && (isUsed || known.has(code)))
    .slice(0, mostFactors);
}

function GroupForm(props: FormProps) {
  const { data, view, mayWrite, read, draft, blank, onDone, onDiscarded } = props;
  const { programme } = view;
  const { id: programmeId } = programme;
  const kept = draft?.values ?? read.group ?? blank;
  const [factors] = useState(() => factorsFor(props, kept));
  const [time, setTime] = useState<Time>(kept.laterOn === null ? 'before' : 'later');
  const form = useSectionForm<Group>({
    schema: groupSchema,
    defaultValues: { ...kept, participants: allCodes(kept, programme.participants) },
    ...{ id: 'group', sentAs: 'group', refresh: useRefreshPrevention() },
  });
  const keeping = useKeeping({ form, kind: `prevention-group-${programmeId}`, version: read.version });
  const [participants, worked, laterOn] = useWatch({
    control: form.control,
    name: ['participants', 'worked', 'laterOn'],
  });
  const put = (name: 'participants' | 'worked', value: Participant[] | string[]) => {
    form.setValue(name, value, { shouldDirty: true });
    form.clearErrors(name);
  };
  const choose = (next: Time) => {
    // The day on which it is asked is nearly always that on which it is typed.
    if (next === 'later' && laterOn === null && mayWrite) form.setValue('laterOn', data.today, { shouldDirty: true });
    setTime(next);
  };
  const save = async () => {
    await form.send(
      async (group, client) => {
        await keeping.saveNow();
        const { version } = await client.keepPreventionGroup({ programmeId, version: read.version, group });
        keeping.forget();
        return version;
      },
      { words: 'Factores guardados.', done: onDone },
    );
  };
  return (
    <Dialog
      {...{ isWide: 'page', title: `Participantes de «${programme.name}»` }}
      {...(mayWrite && {
        confirm: { label: 'Guardar', onClick: () => void save(), byControlEnter: true },
        also: <span className={css.quiet}>{saveWords(keeping.state)}</span>,
      })}
      cancel={{ label: 'Cerrar', onClick: onDone }}
    >
      <div className={look.stack}>
        <FormHead form={form} order={[...Object.keys(when), 'worked', 'participants']} labelOf={labelOf} />
        {draft !== null && (
          <Recovered
            draft={draft}
            isOver={draft.version !== read.version}
            onDiscard={() => void keeping.discard().then(onDiscarded)}
          />
        )}
        <p className={css.quiet}>
          Cada código es una persona de la hoja en papel; aquí no va su nombre. 1 es sí, 0 es no, en blanco no se le
          preguntó. Las flechas mueven; Supr borra. De esto solo salen totales.
        </p>
        {mayWrite && (
          <div className={css.fields}>
            <FormFields fields={when} form={form} />
          </div>
        )}
        <GroupGrid
          {...{
            factors,
            participants,
            worked,
            time,
            onTime: choose,
            ages: read.ages,
            id: form.fieldId('participants'),
          }}
          onChange={mayWrite ? put : null}
          error={messageOf(form.formState.errors.participants) ?? messageOf(form.formState.errors.worked)}
        />
      </div>
    </Dialog>
  );
}

const labelOf = (name: string) => (name === 'participants' || name === 'worked' ? 'Tabla' : null);

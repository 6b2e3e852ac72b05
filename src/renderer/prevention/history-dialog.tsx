import { useState, type ReactNode } from 'react';
import {
  activity as activityThing,
  activityStateLabels,
  attendeeSexLabels,
  cancelReasonLabels,
  hasShare,
  programme as programmeThing,
  resultFields,
  type ActivityView,
  type ProgrammeView,
} from '../../shared/prevention/index.ts';
import type { Field, KeptChange } from '../../shared/record/index.ts';
import { inLima } from '../platform/times.ts';
import { Dialog, look, QueryState } from '../platform/ui/index.ts';
import { useValueWords } from '../record/index.ts';
import { LinkButton } from './link-button.tsx';
import css from './prevention.module.css';
import { useActivityChanges, useProgrammeChanges, type Prevention } from './queries.ts';
import { termWords } from './words.ts';

/** «Ver historial»: who changed what, read when it is opened. */
function History({ label, children }: { readonly label?: string; readonly children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <LinkButton aria-label={label} onClick={() => setOpen(true)}>
        Ver historial
      </LinkButton>
      {isOpen && (
        <Dialog isWide title="Historial" cancel={{ label: 'Cerrar', onClick: () => setOpen(false) }}>
          <div className={look.stack}>{children()}</div>
        </Dialog>
      )}
    </>
  );
}

type Words = {
  readonly labelOf: (field: string) => string;
  readonly words: (field: string, value: unknown) => string;
};

function ChangeList({ changes, labelOf, words }: Words & { readonly changes: readonly KeptChange[] }) {
  if (changes.length === 0) return <p>Aún no se escribió.</p>;
  return (
    <ul className={css.changes}>
      {changes.map(({ changedBy, changedAt, isFirst, fields }) => (
        <li key={`${changedAt} ${fields[0]?.field ?? ''}`}>
          {`${inLima(changedAt)}, ${changedBy}${isFirst ? ': lo escribió.' : ':'}`}
          {fields.map(({ field, before, after }) => (
            <div key={field}>{`${labelOf(field)}: ${words(field, before)} → ${words(field, after)}`}</div>
          ))}
        </li>
      ))}
    </ul>
  );
}

type Props = { readonly data: Prevention; readonly view: ActivityView };

/** Of the plan, and of what was written of how it ended. */
export function ActivityHistory({ data, view }: Props) {
  return (
    <History>
      {() => (
        <>
          <ActivityChanges {...{ data, view, result: false }} title="El plan" />
          <ActivityChanges {...{ data, view, result: true }} title="Cómo terminó" />
        </>
      )}
    </History>
  );
}

const own: Readonly<Record<string, string>> = {
  ...{ isActive: 'En la lista', state: 'Estado', cancelReason: 'Motivo', cancelWords: 'Motivo, en palabras' },
};
const activityFields: Readonly<Record<string, Field>> = { ...activityThing.fields, ...resultFields };

function activityLabel(field: string, { ages }: ActivityView): string {
  const [part, sex, age] = field.split('.');
  if (part === 'attendance')
    return `${attendeeSexLabels[sex as 'women']}, ${ages.find(({ code }) => code === age)?.label ?? 'otra edad'}`;
  return own[field] ?? activityFields[field]?.label ?? field;
}

function useActivityWords({ terms, staff, programmes }: Prevention): Words['words'] {
  const words = useValueWords();
  const coded: Readonly<Record<string, string>> = {
    ...activityStateLabels,
    ...Object.fromEntries(staff.map(({ id, fullName }) => [id, fullName])),
    ...Object.fromEntries(programmes.map(({ programme: { id, name } }) => [id, name])),
  };
  return (name, value) => {
    if (name === 'cancelReason' && typeof value === 'string') return cancelReasonLabels[value as 'host'];
    const field = activityFields[name];
    const said = words(field, value);
    const isPlain = field?.kind === 'choice' || field?.kind === 'place';
    return isPlain ? said : (coded[said] ?? termWords(terms, said));
  };
}

type ActivityProps = Props & { readonly result: boolean; readonly title: string };

function ActivityChanges({ data, view, result, title }: ActivityProps) {
  const query = useActivityChanges({ activityId: view.activity.id, result });
  const words = useActivityWords(data);
  return (
    <section>
      <h3>{title}</h3>
      <QueryState query={query}>
        {(changes) => <ChangeList {...{ changes, words }} labelOf={(field) => activityLabel(field, view)} />}
      </QueryState>
    </section>
  );
}

const scoreLabels: Readonly<Record<string, string>> = {
  ...{ beforeOn: 'Antes: día', beforePeople: 'Respondieron antes', laterOn: 'Después: día' },
  ...{ laterPeople: 'Respondieron después', isFinal: 'Medición final', isActive: 'En curso' },
};

/** `of` stands where participants were asked by code. */
type Counts = {
  readonly before: number;
  readonly of?: number;
  readonly later: number | null;
  readonly ofLater?: number | null;
  readonly isWorked: boolean;
};

/** Counts of one factor, kept as one text. */
function factorWords(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('{')) return '—';
  const counts = JSON.parse(value) as Counts;
  const { before, of, later, ofLater, isWorked } = counts;
  const told = (yes: number | null, people: number | null | undefined) => {
    if (typeof people !== 'number') return `${yes ?? '—'}`;
    return hasShare({ of: people }) ? `${yes ?? '—'} de ${people}` : `respondieron ${people}`;
  };
  return `antes ${told(before, of)}, después ${told(later, ofLater)}${isWorked ? ', se trabajó' : ''}`;
}

type ProgrammeProps = { readonly data: Prevention; readonly view: ProgrammeView };

export function ProgrammeHistory({ data, view }: ProgrammeProps) {
  return (
    <History label={`Ver historial del programa ${view.programme.name}`}>
      {() => <ProgrammeChanges {...{ data, view }} />}
    </History>
  );
}

function ProgrammeChanges({ data, view }: ProgrammeProps) {
  const query = useProgrammeChanges(view.programme.id);
  const words = useValueWords();
  const fields: Readonly<Record<string, Field>> = programmeThing.fields;
  const isFactor = (name: string) => data.terms.some(({ list, code }) => list === 'factor' && code === name);
  return (
    <QueryState query={query}>
      {(changes) => (
        <ChangeList
          changes={changes}
          labelOf={(name) => fields[name]?.label ?? scoreLabels[name] ?? termWords(data.terms, name)}
          words={(name, value) => (isFactor(name) ? factorWords(value) : words(fields[name], value))}
        />
      )}
    </QueryState>
  );
}

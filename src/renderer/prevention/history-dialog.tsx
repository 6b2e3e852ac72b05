import { useState } from 'react';
import {
  activity as activityThing,
  activityStateLabels,
  attendeeSexLabels,
  cancelReasonLabels,
  resultFields,
  type ActivityView,
} from '../../shared/prevention/index.ts';
import type { KeptChange } from '../../shared/record/index.ts';
import { inLima } from '../platform/times.ts';
import { Dialog, look, QueryState } from '../platform/ui/index.ts';
import { useValueWords } from '../record/index.ts';
import css from './prevention.module.css';
import { useActivityChanges, type Prevention } from './queries.ts';
import { termWords } from './words.ts';

type Props = { readonly data: Prevention; readonly view: ActivityView };

/** «Ver historial»: who changed the plan and what was written of how it ended. */
export function ActivityHistory({ data, view }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={css.link} onClick={() => setOpen(true)}>
        Ver historial
      </button>
      {isOpen && (
        <Dialog opened isWide title="Historial" cancel={{ label: 'Cerrar', onClick: () => setOpen(false) }}>
          <div className={look.stack}>
            <Changes {...{ data, view, result: false }} title="El plan" />
            <Changes {...{ data, view, result: true }} title="Cómo terminó" />
          </div>
        </Dialog>
      )}
    </>
  );
}

const own: Readonly<Record<string, string>> = {
  ...{ isActive: 'En la lista', state: 'Estado', cancelReason: 'Motivo', cancelWords: 'Motivo, en palabras' },
};

function labelOf(field: string, { ages }: ActivityView): string {
  const [part, sex, age] = field.split('.');
  if (part === 'attendance')
    return `${attendeeSexLabels[sex as 'women']}, ${ages.find(({ code }) => code === age)?.label ?? 'otra edad'}`;
  const fields: Readonly<Record<string, { readonly label: string }>> = { ...activityThing.fields, ...resultFields };
  return own[field] ?? fields[field]?.label ?? field;
}

function useChangeWords({ terms, staff, programmes }: Prevention) {
  const words = useValueWords();
  const coded: Readonly<Record<string, string>> = {
    ...activityStateLabels,
    ...Object.fromEntries(staff.map(({ id, fullName }) => [id, fullName])),
    ...Object.fromEntries(programmes.map(({ programme: { id, name } }) => [id, name])),
  };
  return (field: string, value: unknown) => {
    if (field === 'cancelReason' && typeof value === 'string') return cancelReasonLabels[value as 'host'];
    const fields: Readonly<Record<string, Parameters<typeof words>[0]>> = { ...activityThing.fields, ...resultFields };
    return typeof value === 'string' && fields[field]?.kind !== 'choice' && fields[field]?.kind !== 'place'
      ? (coded[value] ?? termWords(terms, words(fields[field], value)))
      : words(fields[field], value);
  };
}

function Changes({ data, view, result, title }: Props & { readonly result: boolean; readonly title: string }) {
  const changes = useActivityChanges({ activityId: view.activity.id, result });
  const words = useChangeWords(data);
  return (
    <section>
      <h3>{title}</h3>
      <QueryState query={changes}>
        {(all: readonly KeptChange[]) =>
          all.length === 0 ? (
            <p>Aún no se escribió.</p>
          ) : (
            <ul className={css.changes}>
              {all.map(({ changedBy, changedAt, isFirst, fields }) => (
                <li key={changedAt}>
                  {`${inLima(changedAt)}, ${changedBy}${isFirst ? ': lo escribió.' : ':'}`}
                  {fields.map(({ field, before, after }) => (
                    <div key={field}>{`${labelOf(field, view)}: ${words(field, before)} → ${words(field, after)}`}</div>
                  ))}
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </section>
  );
}

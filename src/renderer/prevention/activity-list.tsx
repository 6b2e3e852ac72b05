import { useState, type KeyboardEvent } from 'react';
import { nearDay, type ActivityView } from '../../shared/prevention/index.ts';
import css from './prevention.module.css';
import type { Prevention } from './queries.ts';
import { peopleOf, titleOf, type groupsOf } from './words.ts';

type Props = {
  readonly data: Prevention;
  readonly groups: ReturnType<typeof groupsOf>;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

const shownAtMost = 4;

/** ↑ ↓ go from one activity to the next. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const all = [...(event.currentTarget.closest('[data-list]')?.querySelectorAll<HTMLElement>('button') ?? [])];
  const next = all[all.indexOf(document.activeElement as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** What lacks its attendance first, then what is to come, then what is settled in the month. */
export function ActivityList({ data, groups, chosen, onChoose }: Props) {
  const row = (view: ActivityView) => <Row key={view.activity.id} {...{ data, view, chosen, onChoose }} />;
  const { open, next, settled, withdrawn } = groups;
  return (
    <div className={css.list} data-list>
      {open.length > 0 && <Group title={`Sin asistencia · ${open.length}`} isLate rows={open.map(row)} />}
      {next.length > 0 && <Group title={`Por venir · ${next.length}`} rows={next.map(row)} most={shownAtMost} />}
      {settled.length > 0 && (
        <Group title={`Hechas y canceladas · ${settled.length}`} rows={settled.toReversed().map(row)} />
      )}
      {withdrawn.length > 0 && <Group title={`Retiradas · ${withdrawn.length}`} rows={withdrawn.map(row)} most={0} />}
    </div>
  );
}

type GroupProps = {
  readonly title: string;
  readonly rows: readonly React.ReactElement[];
  readonly isLate?: true;
  readonly most?: number;
};

function Group({ title, rows, isLate, most = Infinity }: GroupProps) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, most);
  const left = rows.length - shown.length;
  return (
    <>
      <h3 data-late={isLate}>{title}</h3>
      <ul>
        {shown}
        {left > 0 && (
          <li className={css.more}>
            <button type="button" onClick={() => setWhole(true)}>
              {shown.length === 0 ? 'Mostrar' : `${left} más`}
            </button>
          </li>
        )}
      </ul>
    </>
  );
}

function Row({ data, view, chosen, onChoose }: Omit<Props, 'groups'> & { readonly view: ActivityView }) {
  const { activity, standing } = view;
  const near = nearDay(activity.heldOn, data.today);
  const counted = view.isMedia ? `alcance ${standing.result?.reach ?? 0}` : String(peopleOf(view));
  const below = standing.state === 'done' ? `${activity.place} · ${counted}` : activity.place;
  return (
    <li data-state={standing.state}>
      <button
        type="button"
        aria-current={chosen === activity.id ? 'true' : undefined}
        onClick={() => onChoose(activity.id)}
        onKeyDown={moveByArrow}
      >
        <b>{near === 'hoy' ? `hoy ${activity.startsAt}` : near}</b>
        <span>
          {titleOf(view, data.terms)}
          <small>{standing.state === 'cancelled' ? `Cancelada · ${activity.place}` : below}</small>
        </span>
      </button>
    </li>
  );
}

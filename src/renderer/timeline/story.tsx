import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { fold } from '../../shared/platform/text.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import {
  dayWords,
  isInFilter,
  timelineFilters,
  timelineKinds,
  type TimelineEntry,
  type TimelineFilter,
} from '../../shared/timeline/index.ts';
import { useScreenKey } from '../platform/keys.ts';
import { Chips, FilteredEmpty, Icon, look, Secret, useDiscretion } from '../platform/ui/index.ts';
import { Older } from './older.tsx';
import type { Timeline } from './queries.ts';
import css from './timeline.module.css';
import { entryHref, kindIcons } from './words.ts';

type Props = {
  readonly caseId: string;
  readonly entries: readonly TimelineEntry[];
  readonly today: CivilDate;
  /** The entry shown in the pane beside; null where there is none. */
  readonly chosen: string | null;
  readonly onChoose: ((id: string) => void) | null;
  /** The place of the entry that the focus goes to, where older ones were asked for. */
  readonly goTo: number | null;
};

type Counts = Readonly<Partial<Record<TimelineFilter, number>>>;

type StoryProps = Omit<Props, 'entries'> & {
  readonly timeline: { readonly entries: readonly TimelineEntry[]; readonly counts: Counts };
  readonly older: Timeline['older'];
  /** Somebody filters or searches, which goes through all of it. */
  readonly onLook: () => void;
};

const textOf = ({ act, rest, by, facts }: TimelineEntry) =>
  fold([act, rest, by, ...facts.map(({ words }) => words)].join(' '));

/** All that happened, newest first, by what it is and by what was typed. */
export function Story({ timeline: { entries, counts }, older, onLook, ...list }: StoryProps) {
  const [filter, setFilter] = useState<TimelineFilter>('all');
  const [typed, setTyped] = useState('');
  const words = fold(typed.trim());
  const shown = entries.filter((entry) => isInFilter(entry, filter) && textOf(entry).includes(words));
  return (
    <>
      <div className={css.filters}>
        <Filters
          counts={counts}
          filter={filter}
          onFilter={(one) => {
            setFilter(one);
            onLook();
          }}
        />
        <Search
          value={typed}
          onChange={(value) => {
            setTyped(value);
            onLook();
          }}
        />
      </div>
      {shown.length > 0 && <Entries {...list} entries={shown} />}
      {older !== null && <Older {...older} />}
      {shown.length === 0 && older === null && (
        <FilteredEmpty
          none="Nada de la historia"
          filters={[...(filter === 'all' ? [] : [timelineFilters[filter]]), ...(words === '' ? [] : [typed.trim()])]}
          onClear={() => {
            setFilter('all');
            setTyped('');
          }}
        />
      )}
    </>
  );
}

type FilterProps = {
  readonly counts: Counts;
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
};

function Filters({ counts, filter, onFilter }: FilterProps) {
  const chips = codesOf(timelineFilters).flatMap((one): [TimelineFilter, string][] => {
    const [count, words] = [counts[one], timelineFilters[one]];
    return count === undefined ? [] : [[one, one === 'all' ? words : `${words} ${count}`]];
  });
  return <Chips label="Qué se muestra" chips={chips} chosen={filter} onChoose={onFilter} />;
}

/** Ctrl F looks in the history: what the browser would find is only what is drawn. */
function Search({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useScreenKey(
    ({ key, ctrlKey, altKey, shiftKey }) => ctrlKey && !altKey && !shiftKey && key.toLowerCase() === 'f',
    () => {
      field.current?.focus();
      field.current?.select();
    },
  );
  return (
    <div className={css.search}>
      <label htmlFor={id} className="visually-hidden">
        Buscar en esta historia
      </label>
      <Icon name="search" size={16} />
      <input
        ref={field}
        id={id}
        type="search"
        autoComplete="off"
        aria-keyshortcuts="Control+F"
        placeholder="En esta historia · Ctrl F"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** ↑ and ↓ go from one entry to the next. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const stops = [...(event.currentTarget.closest('ol')?.querySelectorAll<HTMLElement>('[data-entry]') ?? [])];
  const next = stops[stops.indexOf(event.currentTarget) + step];
  if (step === 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

function Entries({ entries, chosen, goTo, ...each }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (goTo !== null) list.current?.querySelector<HTMLElement>('[data-goto]')?.focus();
  }, [goTo]);
  return (
    <ol ref={list} className={css.entries} aria-label="Historia, lo más reciente primero">
      {entries.map((entry, index) => (
        <Entry key={entry.id} {...each} entry={entry} isChosen={entry.id === chosen} isGoal={index === goTo} />
      ))}
    </ol>
  );
}

type EntryProps = Pick<Props, 'caseId' | 'today' | 'onChoose'> & {
  readonly entry: TimelineEntry;
  readonly isChosen: boolean;
  readonly isGoal: boolean;
};

function Entry(props: EntryProps) {
  const { entry, today, isChosen, isGoal } = props;
  const { kind, on, time, isGrave, isNew } = entry;
  const { isOn: isDiscreet } = useDiscretion();
  return (
    <li
      {...(isGoal && { 'data-goto': true, tabIndex: -1 })}
      data-grave={(isGrave && !(isDiscreet && kind === 'risk')) || undefined}
      data-group={timelineKinds[kind]}
      data-chosen={isChosen || undefined}
      data-new={isNew || undefined}
    >
      <time dateTime={time === null ? on : `${on}T${time}`}>
        {dayWords(on, today)}
        <br />
        {time}
      </time>
      <span className={css.sign}>
        <Icon name={kindIcons[kind]} size={15} />
      </span>
      <div>
        <First {...props} />
        <Second {...props} />
      </div>
    </li>
  );
}

function First({ entry: { id, act, rest, isNew }, isChosen, onChoose }: EntryProps) {
  return (
    <p className={css.first}>
      {onChoose === null ? (
        <b>{act}</b>
      ) : (
        <button
          type="button"
          data-entry
          aria-current={isChosen || undefined}
          onKeyDown={walk}
          onClick={() => onChoose(id)}
        >
          <b>{act}</b>
        </button>
      )}
      {rest !== null && (
        <Secret>
          <span>{` ${rest}`}</span>
        </Secret>
      )}
      {isNew && <span className={css.new}>nuevo</span>}
    </p>
  );
}

function Second({ entry: { act, by, page, of }, caseId, onChoose }: EntryProps) {
  const walks = onChoose === null && { 'data-entry': true, onKeyDown: walk };
  return (
    <p className={look.secondary}>
      <Secret>{by !== '' && page !== null ? `${by} · ` : by}</Secret>
      {page !== null && (
        <a href={entryHref(caseId, { page, of })} aria-label={`Ver: ${act}`} {...walks}>
          Ver
        </a>
      )}
    </p>
  );
}

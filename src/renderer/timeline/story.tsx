import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { fold } from '../../shared/platform/text.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import {
  dayWords,
  timelineGroups,
  timelineKinds,
  type TimelineEntry,
  type TimelineGroup,
} from '../../shared/timeline/index.ts';
import { isDialogOpen } from '../platform/keys.ts';
import { Chips, FilteredEmpty, Icon, look, Secret, useDiscretion } from '../platform/ui/index.ts';
import css from './timeline.module.css';
import { entryHref, kindIcons } from './words.ts';

type Filter = TimelineGroup | 'new' | 'all';

type Props = {
  readonly caseId: string;
  readonly entries: readonly TimelineEntry[];
  readonly today: CivilDate;
  /** The entry shown in the pane beside; null where there is none. */
  readonly chosen: string | null;
  readonly onChoose: ((id: string) => void) | null;
};

const filterWords: Readonly<Record<Filter, string>> = {
  ...{ all: 'Todo', new: 'Desde su última visita' },
  ...timelineGroups,
};

const isIn = (entry: TimelineEntry, filter: Filter) =>
  filter === 'all' || (filter === 'new' ? entry.isNew : timelineKinds[entry.kind] === filter);

const textOf = ({ act, rest, by, facts }: TimelineEntry) =>
  fold([act, rest, by, ...facts.map(({ words }) => words)].join(' '));

/** All that happened, newest first, by what it is and by what was typed. */
export function Story({ entries, ...list }: Props) {
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const words = fold(typed.trim());
  const shown = entries.filter((entry) => isIn(entry, filter) && textOf(entry).includes(words));
  return (
    <>
      <div className={css.filters}>
        <Filters entries={entries} filter={filter} onFilter={setFilter} />
        <Search value={typed} onChange={setTyped} />
      </div>
      {shown.length === 0 ? (
        <FilteredEmpty
          none="Nada de la historia"
          filters={[...(filter === 'all' ? [] : [filterWords[filter]]), ...(words === '' ? [] : [typed.trim()])]}
          onClear={() => {
            setFilter('all');
            setTyped('');
          }}
        />
      ) : (
        <Entries {...list} entries={shown} />
      )}
    </>
  );
}

type FilterProps = {
  readonly entries: readonly TimelineEntry[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
};

function Filters({ entries, filter, onFilter }: FilterProps) {
  const counted = (one: Filter) => entries.filter((entry) => isIn(entry, one)).length;
  const chips = codesOf(filterWords).flatMap((one): [Filter, string][] => {
    const count = counted(one);
    return count === 0 ? [] : [[one, one === 'all' ? filterWords[one] : `${filterWords[one]} ${count}`]];
  });
  return <Chips label="Qué se muestra" chips={chips} chosen={filter} onChoose={onFilter} />;
}

/** Ctrl F looks in the history: what the browser would find is only what is drawn. */
function Search({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const isFind = event.ctrlKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'f';
      if (!isFind || isDialogOpen()) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
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

function Entries({ entries, chosen, ...each }: Props) {
  return (
    <ol className={css.entries} aria-label="Historia, lo más reciente primero">
      {entries.map((entry) => (
        <Entry key={entry.id} {...each} entry={entry} isChosen={entry.id === chosen} />
      ))}
    </ol>
  );
}

type EntryProps = Pick<Props, 'caseId' | 'today' | 'onChoose'> & {
  readonly entry: TimelineEntry;
  readonly isChosen: boolean;
};

function Entry(props: EntryProps) {
  const { entry, today, isChosen } = props;
  const { kind, on, time, isGrave, isNew } = entry;
  const { isOn: isDiscreet } = useDiscretion();
  return (
    <li
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

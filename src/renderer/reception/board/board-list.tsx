import { useEffect, useRef, type KeyboardEvent } from 'react';
import { timeOf } from '../../../shared/platform/clock.ts';
import {
  holdShort,
  languageLabels,
  minutesBetween,
  purposeShort,
  waitStateLabels,
  waitWords,
  type ArrivalLine,
  type VisitLine,
} from '../../../shared/reception/index.ts';
import { Icon, PlainButton, TableHead } from '../../platform/ui/index.ts';
import css from './board.module.css';
import { forWhom, markedElement, shownRows, type BoardGroup, type BoardRow } from './rows.ts';

/** Keys of a row besides the arrows: what they do is said, and done, in the pane beside the list. */
export type RowKey = 'Enter' | 'e' | 'f' | 'c';
const rowKeys: Readonly<Record<string, RowKey>> = { Enter: 'Enter', e: 'e', f: 'f', c: 'c' };

type Props = {
  readonly label: string;
  readonly groups: readonly BoardGroup[];
  readonly now: string;
  readonly marked: BoardRow | undefined;
  readonly onMark: (row: BoardRow) => void;
  readonly onKey: (key: RowKey) => void;
  readonly onFold: (group: BoardGroup['id']) => void;
  readonly onArrived: (visit: VisitLine) => void;
};

function nextOf(key: string, rows: readonly HTMLElement[], here: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return rows[here + 1];
  if (key === 'ArrowUp') return rows[here - 1];
  if (key === 'Home') return rows[0];
  return key === 'End' ? rows.at(-1) : undefined;
}

const isChord = ({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent) => ctrlKey || altKey || metaKey || shiftKey;

/** Who is here, by number: no name, no risk, no sign is read across the desk. */
export function BoardList(props: Props) {
  const { label, groups, onFold } = props;
  const body = useRef<HTMLTableElement>(null);
  const isInside = useRef(false);
  // A row that goes to another group is drawn anew: the focus stays with whoever is marked.
  useEffect(() => {
    if (isInside.current && document.activeElement === document.body) markedElement()?.focus();
  });
  const press = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget || isChord(event)) return;
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('tr[tabindex]') ?? [])];
    const next = nextOf(event.key, rows, rows.indexOf(event.currentTarget));
    const key = rowKeys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (next === undefined && key === undefined) return;
    event.preventDefault();
    next?.focus();
    // A key that is held does nothing to the next one.
    if (key !== undefined && !event.repeat) props.onKey(key);
  };
  return (
    <table
      // Its rows are gone through by arrows.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- see above
      role="grid"
      className={css.list}
      aria-label={label}
      ref={body}
      data-board
      onFocus={() => {
        isInside.current = true;
      }}
      onBlur={() => {
        isInside.current = false;
      }}
    >
      <TableHead of={['Orden', 'Motivo', 'Espera a', 'Acompaña', 'Espera', 'Estado']} />
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr className={css.group} data-first={group.id === 'first' || undefined}>
            <th colSpan={6} scope="colgroup">
              {group.id === 'attended' ? <FoldButton group={group} onFold={onFold} /> : group.title}
            </th>
          </tr>
          {group.folded === null && group.rows.map((row) => <Row key={row.id} {...props} row={row} onPress={press} />)}
        </tbody>
      ))}
    </table>
  );
}

function FoldButton({ group, onFold }: { readonly group: BoardGroup } & Pick<Props, 'onFold'>) {
  return (
    <button type="button" className={css.fold} aria-expanded={group.folded === null} onClick={() => onFold(group.id)}>
      <b>{group.title}</b>
      <span>{group.folded}</span>
      <Icon name="fold" size={16} />
    </button>
  );
}

type RowProps = Props & {
  readonly row: BoardRow;
  readonly onPress: (event: KeyboardEvent<HTMLTableRowElement>) => void;
};

function Row({ row, groups, now, marked, onMark, onArrived, onPress }: RowProps) {
  const isMarked = row.id === marked?.id;
  // With nobody marked, Tab reaches the first.
  const isReached = isMarked || (marked === undefined && row === shownRows(groups)[0]);
  return (
    <tr
      aria-selected={isMarked}
      tabIndex={isReached ? 0 : -1}
      className={css.row}
      onFocus={(event) => {
        // Not at a button inside it: the row would take the place of the marked one for Tab.
        if (event.target === event.currentTarget) onMark(row);
      }}
      onClick={() => onMark(row)}
      onKeyDown={onPress}
    >
      {row.kind === 'arrival' ? (
        <ArrivalCells line={row.line} now={now} />
      ) : (
        <VisitCells visit={row.visit} onArrived={onArrived} now={now} />
      )}
    </tr>
  );
}

/** From here on a wait is long. */
const longWait = 45;
/** A bar is full after so many minutes. */
const fullWait = 60;

function ArrivalCells({ line, now }: { readonly line: ArrivalLine; readonly now: string }) {
  const minutes = minutesBetween(line.sinceAt, line.attendedAt ?? now);
  return (
    <>
      <th scope="row">
        {line.isUrgent && (
          <span className={css.flag}>
            <Icon name="flag" size={16} />
          </span>
        )}
        {line.label}
        {line.isUrgent && <span className="visually-hidden"> Pasa primero</span>}
      </th>
      <td>{line.channel === 'call' ? 'Teléfono' : line.purpose === null ? '' : purposeShort[line.purpose]}</td>
      <td>{forWhom(line)}</td>
      <td>
        <Company line={line} />
      </td>
      <td>
        <span className={css.wait} aria-hidden="true">
          <i
            data-long={minutes >= longWait || line.isUrgent || undefined}
            style={{ inlineSize: `${Math.min(100, (minutes / fullWait) * 100)}%` }}
          />
        </span>
        {waitWords(minutes)}
      </td>
      <td>
        <State line={line} />
      </td>
    </>
  );
}

/** Who comes along and in what language: icons, each with its words. */
function Company({ line }: { readonly line: ArrivalLine }) {
  return (
    <span className={css.company}>
      {line.companion !== null && (
        <span title="Acompañada">
          <Icon name="people" size={18} />
          <span className="visually-hidden">Acompañada</span>
        </span>
      )}
      <Children count={line.children ?? 0} />
      <Spoken line={line} />
    </span>
  );
}

function Children({ count }: { readonly count: number }) {
  if (count === 0) return null;
  const words = count === 1 ? 'niña o niño' : 'niñas o niños';
  return (
    <span title={`${count} ${words}`}>
      <Icon name="person" size={18} />
      {count}
      <span className="visually-hidden"> {words}</span>
    </span>
  );
}

function Spoken({ line: { language, needsInterpreter } }: { readonly line: ArrivalLine }) {
  const spoken = language === null || language === 'spanish' ? null : languageLabels[language].toLowerCase();
  const isHelped = needsInterpreter === true;
  if (spoken === null && !isHelped) return null;
  return (
    <span title={isHelped ? 'Con intérprete' : undefined}>
      <Icon name="talk" size={18} />
      {spoken}
      {isHelped && <span className="visually-hidden"> con intérprete</span>}
    </span>
  );
}

function State({ line: { state, calledAt, mustCall } }: { readonly line: ArrivalLine }) {
  return (
    <span className={css.state} data-state={state}>
      {waitStateLabels[state]}
      {state === 'called' && calledAt !== null && ` ${timeOf(Date.parse(calledAt))}`}
      {mustCall && (
        <span className={css.hold} title={holdShort}>
          <Icon name="warning" size={16} />
          <span className="visually-hidden">{holdShort}</span>
        </span>
      )}
    </span>
  );
}

type VisitProps = { readonly visit: VisitLine; readonly now: string } & Pick<Props, 'onArrived'>;

function VisitCells({ visit, now, onArrived }: VisitProps) {
  const minutes = minutesUntil(visit.time, now);
  return (
    <>
      <th scope="row">{visit.time}</th>
      <td>Cita</td>
      <td>{forWhom(visit)}</td>
      <td />
      <td className={css.quiet}>{minutes > 0 && minutes <= 60 ? `en ${waitWords(minutes)}` : ''}</td>
      <td>
        {visit.name !== null && (
          <PlainButton small quiet aria-label={`Llegó: cita de las ${visit.time}`} onClick={() => onArrived(visit)}>
            Llegó
          </PlainButton>
        )}
      </td>
    </>
  );
}

function minutesUntil(time: string, now: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const [nowHour = 0, nowMinute = 0] = timeOf(Date.parse(now)).split(':').map(Number);
  return hour * 60 + minute - (nowHour * 60 + nowMinute);
}

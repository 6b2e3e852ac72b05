/** Codes by factors: a digit answers and goes on, arrows move, and each cell is one button of one grid. */
import { useRef, useState, type KeyboardEvent } from 'react';
import {
  participantCode,
  unknownAge,
  type AgeGroup,
  type AttendeeSex,
  type Participant,
} from '../../shared/prevention/index.ts';
import { Chips, TableHead } from '../platform/ui/index.ts';
import css from './group.module.css';

export type Time = 'before' | 'later';

type Put = (name: 'participants' | 'worked', value: Participant[] | string[]) => void;
type Factor = { readonly code: string; readonly label: string };

type Props = {
  readonly factors: readonly Factor[];
  readonly ages: readonly Pick<AgeGroup, 'code' | 'label'>[];
  readonly participants: readonly Participant[];
  readonly worked: readonly string[];
  readonly time: Time;
  readonly onTime: (time: Time) => void;
  /** Null: it is read. */
  readonly onChange: Put | null;
  readonly error: string | undefined;
  readonly id: string;
};

/** What a cell may say, and the keys that say it. */
type Choice = { readonly keys: string; readonly value: string; readonly words: string };
type Column = { readonly code: string; readonly label: string; readonly choices: readonly Choice[] };

const yesNo: readonly Choice[] = [
  { keys: '1s', value: 'yes', words: 'Sí' },
  { keys: '0n', value: 'no', words: 'No' },
];
const sexes: readonly Choice[] = [
  { keys: '1m', value: 'women', words: 'Mujer' },
  { keys: '2h', value: 'men', words: 'Hombre' },
];
const onlyYes = yesNo.slice(0, 1);

const tickWords = (tick: boolean | null | undefined) =>
  tick === null || tick === undefined ? '' : tick ? 'yes' : 'no';

function valueOf({ sex, age, answers }: Participant, column: string, time: Time): string {
  if (column === 'sex') return sex === 'unknown' ? '' : sex;
  if (column === 'age') return age === unknownAge ? '' : age;
  return tickWords(answers.find(({ factor }) => factor === column)?.[time]);
}

type Said = { readonly column: string; readonly time: Time; readonly value: string };

function withSaid(one: Participant, { column, time, value }: Said): Participant {
  if (column === 'sex') return { ...one, sex: value === '' ? 'unknown' : (value as AttendeeSex) };
  if (column === 'age') return { ...one, age: value === '' ? unknownAge : value };
  const own = one.answers.find(({ factor }) => factor === column) ?? { factor: column, before: null, later: null };
  const next = { ...own, [time]: value === '' ? null : value === 'yes' };
  const others = one.answers.filter(({ factor }) => factor !== column);
  return { ...one, answers: next.before === null && next.later === null ? others : [...others, next] };
}

/** Cells by row and column; the first row says what was worked on. */
function useCells({ factors, ages, participants, worked, time, onChange }: Props) {
  const own = factors.map(({ code, label }): Column => ({ code, label, choices: yesNo }));
  const byDigit = ages
    .filter(({ code }) => code !== unknownAge)
    .map(({ code, label }, at): Choice => ({ keys: String(at + 1), value: code, words: label }));
  const columns: Column[] = [
    { code: 'sex', label: 'Sexo', choices: sexes },
    { code: 'age', label: 'Edad', choices: byDigit },
    ...own,
  ];
  const read = (row: number, column: Column): string => {
    const one = participants[row - 1];
    if (one !== undefined) return valueOf(one, column.code, time);
    return worked.includes(column.code) ? 'yes' : '';
  };
  const say = (row: number, column: Column, value: string) => {
    if (row === 0) {
      const others = worked.filter((factor) => factor !== column.code);
      onChange?.('worked', value === 'yes' ? [...others, column.code] : others);
    } else
      onChange?.(
        'participants',
        participants.map((one, at) => (at === row - 1 ? withSaid(one, { column: column.code, time, value }) : one)),
      );
  };
  const choicesOf = (row: number, column: Column) => (row === 0 ? onlyYes : column.choices);
  return { columns, read, say, choicesOf, rows: participants.length + 1 };
}

/** The row of what was worked on has neither sex nor age. */
const firstFactor = 2;

type Place = { readonly row: number; readonly column: number };

/** Where the arrows lead; null for any other key. */
function arrowTo(
  { row, column }: Place,
  key: string,
  { rows, columns }: { rows: number; columns: number },
): Place | null {
  const first = row === 0 ? firstFactor : 0;
  const to = {
    ArrowLeft: { row, column: Math.max(first, column - 1) },
    ArrowRight: { row, column: Math.min(columns - 1, column + 1) },
    ArrowUp: { row: Math.max(column < firstFactor ? 1 : 0, row - 1), column },
    ArrowDown: { row: Math.min(rows - 1, row + 1), column },
    Enter: { row: Math.min(rows - 1, row + 1), column },
    Home: { row, column: first },
    End: { row, column: columns - 1 },
  }[key];
  return to ?? null;
}

export function GroupGrid(props: Props) {
  const { participants, time, onTime, onChange, error, id } = props;
  const cells = useCells(props);
  const { columns, read, say, choicesOf, rows } = cells;
  const [at, setAt] = useState<Place>({ row: 1, column: time === 'later' ? firstFactor : 0 });
  const table = useRef<HTMLTableElement>(null);
  const go = (to: Place) => {
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to.row} ${to.column}"]`)?.focus();
  };
  /** To the right; after the last, to the next row where something lacks, which is a factor once the first was asked. */
  const next = ({ row, column }: Place): Place => {
    if (column + 1 < columns.length) return { row, column: column + 1 };
    if (row + 1 >= rows) return { row, column };
    const from = time === 'later' || row === 0 ? firstFactor : 0;
    const blank = columns.findIndex((one, index) => index >= from && read(row + 1, one) === '');
    return { row: row + 1, column: blank === -1 ? firstFactor : blank };
  };
  const press = (event: KeyboardEvent, place: Place) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const column = columns[place.column];
    if (column === undefined) return;
    const to = arrowTo(place, event.key, { rows, columns: columns.length });
    const choices = choicesOf(place.row, column);
    const chosen = choices.find(({ keys }) => event.key.length === 1 && keys.includes(event.key.toLowerCase()));
    if (to !== null) go(to);
    else if (onChange === null) return;
    else if (event.key === 'Delete' || event.key === 'Backspace') say(place.row, column, '');
    else if (chosen !== undefined) {
      say(place.row, column, chosen.value);
      go(next(place));
    } else return;
    event.preventDefault();
  };
  /** Space and the mouse go through what the cell may say. */
  const turn = ({ row, column: index }: Place) => {
    const column = columns[index];
    if (column === undefined || onChange === null) return;
    const values = ['', ...choicesOf(row, column).map(({ value }) => value)];
    say(row, column, values[(values.indexOf(read(row, column)) + 1) % values.length] ?? '');
  };
  const cell = (place: Place, name: string) => {
    const column = columns[place.column];
    if (column === undefined) return null;
    const one = place.column < firstFactor ? undefined : participants[place.row - 1];
    return (
      <GridCell
        {...{ place, column, name, press }}
        value={read(place.row, column)}
        asked={one === undefined || time === 'before' ? '' : valueOf(one, column.code, 'before')}
        id={place.row === 1 && place.column === 0 ? id : undefined}
        isCurrent={at.row === place.row && at.column === place.column}
        isRead={onChange === null}
        onFocus={() => setAt(place)}
        onTurn={() => turn(place)}
      />
    );
  };
  return (
    <>
      <Chips
        label="Cuándo se preguntó"
        chips={[
          ['before', 'Antes'],
          ['later', 'Después'],
        ]}
        chosen={time}
        onChoose={(next) => {
          setAt({ row: 1, column: next === 'later' ? firstFactor : 0 });
          onTime(next);
        }}
      />
      <div className={css.scroll}>
        <table className={css.grid} ref={table} aria-describedby={error === undefined ? undefined : `${id}-error`}>
          <caption className="visually-hidden">{`Participantes por código, ${time === 'before' ? 'antes' : 'después'}`}</caption>
          <TableHead of={['Código', ...columns.map(({ label }) => label)]} />
          <tbody>
            {Array.from({ length: rows }, (_, row) => {
              const name = row === 0 ? 'Se trabajó' : participantCode(row);
              return (
                <tr key={row} data-worked={row === 0 || undefined}>
                  <th scope="row">{name}</th>
                  {columns.map(({ code }, column) => (
                    <td key={code}>{row === 0 && column < firstFactor ? null : cell({ row, column }, name)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Sí</th>
              {columns.map((column, index) => (
                <td key={column.code}>{index < firstFactor ? null : totalWords(participants, column.code, time)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className={css.error} role="alert">
          {error}
        </p>
      )}
    </>
  );
}

type CellProps = {
  readonly place: Place;
  readonly column: Column;
  readonly name: string;
  readonly value: string;
  /** What was answered before, where it is asked later. */
  readonly asked: string;
  readonly id: string | undefined;
  readonly isCurrent: boolean;
  readonly isRead: boolean;
  readonly press: (event: KeyboardEvent, place: Place) => void;
  readonly onFocus: () => void;
  readonly onTurn: () => void;
};

const askedWords: Readonly<Record<string, string>> = { yes: 'antes sí', no: 'antes no' };

function GridCell({ place, column, name, value, asked, id, isCurrent, isRead, press, onFocus, onTurn }: CellProps) {
  const words = column.choices.find((choice) => choice.value === value)?.words ?? '';
  const before = askedWords[asked];
  return (
    <>
      <button
        type="button"
        data-at={`${place.row} ${place.column}`}
        data-value={value}
        id={id}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={`${name}, ${column.label}: ${words || 'en blanco'}${before === undefined ? '' : `, ${before}`}`}
        aria-disabled={isRead || undefined}
        onFocus={onFocus}
        onClick={onTurn}
        onKeyDown={(event) => press(event, place)}
      >
        {words}
      </button>
      {before !== undefined && <small aria-hidden="true">{before}</small>}
    </>
  );
}

function totalWords(participants: readonly Participant[], factor: string, time: Time): string {
  const said = participants.map((one) => valueOf(one, factor, time)).filter((value) => value !== '');
  return said.length === 0 ? '' : `${said.filter((value) => value === 'yes').length} de ${said.length}`;
}

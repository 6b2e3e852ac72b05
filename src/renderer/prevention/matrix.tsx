/** The matrix of attendance: a number and Enter goes down, Tab goes right, empty is 0, the sums follow at once. */
import { useRef, useState, type KeyboardEvent } from 'react';
import {
  attendeeSexLabels,
  matrixOf,
  type AgeGroup,
  type AttendeeSex,
  type Cell,
} from '../../shared/prevention/index.ts';
import css from './prevention.module.css';

type Props = {
  readonly ages: readonly AgeGroup[];
  readonly cells: readonly Cell[];
  /** Absent: it is read. */
  readonly onChange?: ((cells: Cell[]) => void) | undefined;
  readonly error?: string | undefined;
  readonly id: string;
};

const keyOf = (sex: AttendeeSex, age: string) => `${sex} ${age}`;
const isNumber = (text: string) => /^\d{0,5}$/.test(text.trim());

/** Texts as they are typed; one that is no number stays, with its message, and is not sent. */
function useTyped(cells: readonly Cell[], onChange: Props['onChange']) {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const people = (sex: AttendeeSex, age: string) => cells.find((one) => one.sex === sex && one.age === age)?.people;
  const textOf = (sex: AttendeeSex, age: string) => {
    const text = typed.get(keyOf(sex, age));
    const kept = people(sex, age);
    // What was put there by «sin dato» is newer than what was typed.
    if (text !== undefined && (!isNumber(text) || Number(text) === (kept ?? 0))) return text;
    return kept === undefined ? '' : String(kept);
  };
  const type = (sex: AttendeeSex, age: string, text: string) => {
    setTyped(new Map(typed).set(keyOf(sex, age), text));
    const others = cells.filter((one) => one.sex !== sex || one.age !== age);
    const count = isNumber(text) ? Number(text) : NaN;
    // What is no number is sent as such, so that the form refuses it at this place.
    onChange?.(count === 0 ? others : [...others, { sex, age, people: count }]);
  };
  return { textOf, type };
}

export function Matrix({ ages, cells, onChange, error, id }: Props) {
  const { textOf, type } = useTyped(cells, onChange);
  const table = useRef<HTMLTableElement>(null);
  const counted = cells.filter(({ people }) => Number.isFinite(people));
  const { rows, columns, total } = matrixOf(counted, ages);
  const said = cells.length === counted.length ? error : 'Escriba números enteros; en blanco es 0.';
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const down = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (down === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const at = column * rows.length + row + down;
    const next = table.current?.querySelector<HTMLInputElement>(
      `[data-at="${at % rows.length} ${Math.floor(at / rows.length)}"]`,
    );
    next?.focus();
    next?.select();
  };
  return (
    <div className={css.attendance}>
      <table className={css.matrix} ref={table} aria-describedby={said === undefined ? undefined : `${id}-error`}>
        <caption className="visually-hidden">Asistencia por sexo y edad</caption>
        <thead>
          <tr>
            <td />
            {ages.map(({ code, label }) => (
              <th key={code} scope="col">
                {label}
              </th>
            ))}
            <th scope="col" data-total>
              Total
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sex, cells: own, total: sum }, row) => (
            <tr key={sex}>
              <th scope="row">{attendeeSexLabels[sex]}</th>
              {ages.map(({ code, label }, column) => (
                <td key={code} data-cell>
                  {onChange === undefined ? (
                    (own[column] ?? 0) || ''
                  ) : (
                    <input
                      id={row === 0 && column === 0 ? id : undefined}
                      data-at={`${row} ${column}`}
                      aria-label={`${attendeeSexLabels[sex]}, ${label}`}
                      aria-invalid={!isNumber(textOf(sex, code)) || undefined}
                      inputMode="numeric"
                      autoComplete="off"
                      value={textOf(sex, code)}
                      onFocus={(event) => event.target.select()}
                      onChange={(event) => type(sex, code, event.target.value)}
                      onKeyDown={(event) => move(event, row, column)}
                    />
                  )}
                </td>
              ))}
              <td data-total>{sum}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Total</th>
            {columns.map((sum, column) => (
              <td key={ages[column]?.code}>{sum === 0 ? '' : sum}</td>
            ))}
            <td data-total data-sum aria-live="polite">
              {total}
            </td>
          </tr>
        </tbody>
      </table>
      {said !== undefined && (
        <p id={`${id}-error`} className={css.error} role="alert">
          {said}
        </p>
      )}
    </div>
  );
}

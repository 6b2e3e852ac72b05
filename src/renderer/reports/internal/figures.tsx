import { useRef, type KeyboardEvent } from 'react';
import { internalTitle, type InternalTable } from '../../../shared/reports/index.ts';
import css from '../reports.module.css';
import { figureWords } from '../words.ts';

export type Place = { readonly row: number; readonly column: number };

type Props = {
  readonly table: InternalTable;
  readonly chosen: Place | null;
  /** Null: its figures are of no fichas. */
  readonly onChoose: ((place: Place) => void) | null;
};

const idOf = ({ row, column }: Place) => `figure-${row}-${column}`;

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Every figure of fichas above zero opens its list. One stop of Tab; arrows go from figure to figure. */
export function Figures({ table, chosen, onChoose }: Props) {
  const box = useRef<HTMLTableElement>(null);
  const opens = (row: number, column: number) =>
    onChoose !== null && table.columns[column]?.kind === 'count' && (table.rows[row]?.cells[column] ?? 0) > 0;
  const first = firstPlace(table, opens);
  const isStop = (place: Place) => idOf(chosen ?? first ?? place) === idOf(place);
  const move = (event: KeyboardEvent, from: Place) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    let { row, column } = from;
    do {
      row += step[0];
      column += step[1];
      if (row < 0 || column < 0 || row >= table.rows.length || column >= table.columns.length) return;
    } while (!opens(row, column));
    box.current?.querySelector<HTMLButtonElement>(`#${idOf({ row, column })}`)?.focus();
  };
  const title = internalTitle(table);
  return (
    // A box that scrolls sideways must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={css.box} tabIndex={0} role="region" aria-label={title}>
      <table className={css.table} ref={box}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td aria-hidden="true" />
            {table.columns.map(({ label }, index) => (
              <th key={index} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((line, row) => (
            <tr key={row} className={line.total ? css.total : undefined}>
              <th scope="row">{line.label}</th>
              {line.cells.map((value, column) => (
                <td key={column}>
                  {opens(row, column) ? (
                    <button
                      type="button"
                      id={idOf({ row, column })}
                      className={css.figure}
                      tabIndex={isStop({ row, column }) ? 0 : -1}
                      aria-pressed={chosen?.row === row && chosen.column === column}
                      aria-label={`${figureWords(value, 'count')}: ${line.label}, ${table.columns[column]?.label ?? ''}`}
                      onClick={() => onChoose?.({ row, column })}
                      onKeyDown={(event) => move(event, { row, column })}
                    >
                      {figureWords(value, 'count')}
                    </button>
                  ) : (
                    figureWords(value, table.columns[column]?.kind ?? 'count')
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function firstPlace(table: InternalTable, opens: (row: number, column: number) => boolean): Place | null {
  for (const row of table.rows.keys())
    for (const column of table.columns.keys()) if (opens(row, column)) return { row, column };
  return null;
}

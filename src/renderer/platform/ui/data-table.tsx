import type { ReactNode } from 'react';
import css from './parts.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures and dates stand right. */
  readonly right?: boolean;
  readonly sortable?: boolean;
};

export type Sort = { readonly column: string; readonly direction: 'ascending' | 'descending' };

type Props<Row> = {
  /** What the list is, with its filter in words. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Opens a row by click anywhere on it, or by its first cell with the keyboard. */
  readonly onOpen?: (row: Row) => void;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
};

/** A plain table: the first column names the row and opens it. */
export function DataTable<Row>({ caption, columns, rows, keyOf, onOpen, sort, onSort }: Props<Row>) {
  return (
    // A box that scrolls sideways must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={css.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={css.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // The keyboard opens the row by the button in its first cell.
            <tr key={keyOf(row)} className={onOpen && css.opens} onClick={onOpen && (() => onOpen(row))}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th scope="row" key={column.id}>
                    {onOpen ? (
                      <button type="button" className={css.open}>
                        {column.cell(row)}
                      </button>
                    ) : (
                      column.cell(row)
                    )}
                  </th>
                ) : (
                  <td key={column.id} className={column.right ? css.right : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadingProps<Row> = {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
};

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  const active = sort?.column === column.id ? sort.direction : undefined;
  const next = active === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={column.right ? css.right : undefined} aria-sort={active}>
      {column.sortable && onSort ? (
        <button type="button" className={css.sort} onClick={() => onSort({ column: column.id, direction: next })}>
          {column.title}
          <span aria-hidden="true">{active === undefined ? '↕' : active === 'ascending' ? '↑' : '↓'}</span>
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

import type { ReactNode } from 'react';
import { EmptyState } from './parts.tsx';
import css from './parts.module.css';

export type Column<Row> = {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures and dates stand right. */
  readonly right?: boolean;
};

type Props<Row> = {
  /** What the list is, with its filter in words. */
  readonly caption: string;
  /** The heading above says the same: the caption is for screen readers alone. */
  readonly isUnderHeading?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Said instead of the table where there are no rows. */
  readonly empty?: string;
  /** Opens a row by click anywhere on it, or by its first cell with the keyboard. */
  readonly onOpen?: (row: Row) => void;
};

/** A plain table: the first column names the row and opens it. */
export function DataTable<Row>({ caption, isUnderHeading = false, columns, rows, keyOf, empty, onOpen }: Props<Row>) {
  if (empty !== undefined && rows.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    // A box that scrolls sideways must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={css.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={css.table}>
        <caption className={isUnderHeading ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, right }, index) => (
              <th key={index} scope="col" className={right ? css.right : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // The keyboard opens the row by the button in its first cell.
            <tr key={keyOf(row)} className={onOpen && css.opens} onClick={onOpen && (() => onOpen(row))}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th scope="row" key={index}>
                    {onOpen ? (
                      <button type="button" className={css.open}>
                        {column.cell(row)}
                      </button>
                    ) : (
                      column.cell(row)
                    )}
                  </th>
                ) : (
                  <td key={index} className={column.right ? css.right : undefined}>
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

import { use, type ReactNode } from 'react';
import { EmptyState, PanelHeading } from './parts.tsx';
import css from './parts.module.css';

export type Column<Row> = {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures and dates stand right. */
  readonly right?: boolean;
};

type Props<Row> = {
  /** What the list is, with its filter in words; left out where the title of its panel says it. */
  readonly caption?: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What tells a row from the others, where that is not its id. */
  readonly keyOf?: (row: Row) => string;
  /** Said instead of the table where there are no rows. */
  readonly empty?: string;
  /** Opens a row by click anywhere on it, or by its first cell with the keyboard. */
  readonly onOpen?: (row: Row) => void;
};

type Keyed<Row> = Props<Row> & { readonly keyOf: (row: Row) => string };

const idOf = (row: unknown) => (row as { readonly id: string }).id;

/** A plain table: the first column names the row and opens it. */
export function DataTable<Row extends { readonly id: string }>(props: Props<Row>): ReactNode;
export function DataTable<Row>(props: Keyed<Row>): ReactNode;
export function DataTable<Row>({ caption, columns, rows, keyOf = idOf, empty, onOpen }: Props<Row>) {
  const heading = use(PanelHeading);
  if (empty !== undefined && rows.length === 0) return <EmptyState>{empty}</EmptyState>;
  // The panel is the region of that name already.
  const named =
    caption === undefined
      ? ({ role: 'group', 'aria-labelledby': heading } as const)
      : ({ role: 'region', 'aria-label': caption } as const);
  return (
    // A box that scrolls sideways must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={css.scroll} tabIndex={0} data-table {...named}>
      <table className={css.table} aria-labelledby={caption === undefined ? heading : undefined}>
        {caption !== undefined && <caption>{caption}</caption>}
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

/** Names of columns, in their order; null stands over what has none. */
export function TableHead({ of }: { readonly of: readonly ReactNode[] }) {
  return (
    <thead>
      <tr>
        {of.map((title, index) =>
          title === null ? (
            <td key={index} />
          ) : (
            <th key={index} scope="col">
              {title}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

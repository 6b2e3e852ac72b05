import type { UseQueryResult } from '@tanstack/react-query';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { casePath } from '../intake/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { moveByArrow, QueryState } from '../platform/ui/index.ts';
import css from './monitoring.module.css';
import type { Row } from './queries.ts';

type Props = {
  readonly label: string;
  /** Head of the date of a row. */
  readonly date: string;
  readonly query: UseQueryResult<Row[]>;
};

/** The fichas behind a figure: number, the date that matters, who is in charge. ↑ ↓ move, Enter opens. */
export function Rows({ label, date, query }: Props) {
  return (
    <QueryState query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <p className={css.none}>Nada que listar.</p>
        ) : (
          <table className={css.rows} aria-label={label}>
            <thead>
              <tr>
                <th scope="col">Ficha</th>
                <th scope="col">{date}</th>
                <th scope="col">A cargo</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line key={`${row.month} ${row.kind} ${row.id}`} row={row} />
              ))}
            </tbody>
          </table>
        )
      }
    </QueryState>
  );
}

function Line({ row }: { readonly row: Row }) {
  return (
    <tr>
      <th scope="row">
        {row.caseId === null ? (
          row.number
        ) : (
          <a data-act href={hrefOf(casePath, { caseId: row.caseId })} onKeyDown={moveByArrow}>
            {row.number}
          </a>
        )}
      </th>
      <td data-late={row.isLate || undefined}>
        {row.on !== null && formatCivilDate(row.on)}
        {row.facts !== '' && <span>{row.facts}</span>}
      </td>
      <td>{row.who}</td>
    </tr>
  );
}

import type { DisplayRow } from '../../shared/reports/index.ts';
import css from './reports.module.css';
import { figureWords } from './words.ts';

type Props = {
  readonly title: string;
  /** First the words above the row labels, then one for each figure. */
  readonly head: readonly string[];
  /** Words over several columns («0 a 17 años» over both sexes); each counts its columns. */
  readonly groups?: readonly { readonly words: string; readonly columns: number }[];
  readonly rows: readonly DisplayRow[];
};

/** Figures at the right of their column, in digits of equal width. */
export function FigureTable({ title, head, groups, rows }: Props) {
  const [corner = '', ...columns] = head;
  const isCorner = groups === undefined;
  return (
    // A box that scrolls sideways must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={css.box} tabIndex={0} role="region" aria-label={title}>
      <table className={css.table}>
        <caption>{title}</caption>
        <thead>
          {groups !== undefined && (
            <tr>
              <th rowSpan={2} scope="col">
                {corner}
              </th>
              {groups.map((group) => (
                <th
                  key={group.words}
                  scope="colgroup"
                  colSpan={group.columns}
                  rowSpan={group.columns === 1 ? 2 : 1}
                  className={css.group}
                >
                  {group.words}
                </th>
              ))}
            </tr>
          )}
          <tr>
            {isCorner && (corner === '' ? <td aria-hidden="true" /> : <th scope="col">{corner}</th>)}
            {columns.map((words, index) => (
              <th key={index} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className={row.total ? css.total : undefined}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                <td key={index}>{figureWords(cell.value, cell.kind)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

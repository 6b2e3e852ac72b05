/** Filled cells of one column. */
import { isBlank, type SourceCell } from '../../shared/imports/index.ts';
import type { SourceTable } from './list-file.ts';

export type FilledCell = { readonly line: number; readonly cell: SourceCell };

export function filledOf(table: SourceTable, at: number | undefined): FilledCell[] {
  if (at === undefined) return [];
  return table.rows.flatMap(({ line, cells }) => {
    const cell = cells[at];
    return cell === undefined || isBlank(cell) ? [] : [{ line, cell }];
  });
}

export function textsOf(table: SourceTable, at: number | undefined): string[] {
  return filledOf(table, at).map(({ cell }) => cell.text.trim());
}

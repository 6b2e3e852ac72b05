/** A table as it was read from a file, before any column has a meaning. */
import { listLimits } from './codes.ts';
import { isErrorText, isFormulaText } from './text-defects.ts';

export type CellProblem = 'excelError' | 'merged' | 'formulaSign';

/**
 * What stands in one cell. `text` is what a person would read there; `date` only where the workbook itself says date.
 * `problem`: the cell cannot be taken for data (an error of Excel, a cell merged away, a sign of a formula).
 */
export type SourceCell = {
  readonly text: string;
  readonly date: string | null;
  /** Came out of a formula: its last result was taken. */
  readonly isFormula: boolean;
  /** Stored as a number, not as text: leading zeros are gone. */
  readonly isNumber: boolean;
  readonly problem: CellProblem | null;
};

export type SourceRow = {
  /** Number of the row in the file as a spreadsheet shows it, from 1. */
  readonly line: number;
  readonly cells: readonly SourceCell[];
};

export const emptyCell: SourceCell = { text: '', date: null, isFormula: false, isNumber: false, problem: null };

export function textCell(text: string): SourceCell {
  const problem = isErrorText(text) ? 'excelError' : isFormulaText(text) ? 'formulaSign' : null;
  return { ...emptyCell, text: text.slice(0, listLimits.cell), problem };
}

/** One space, or any white space, is an empty cell: blank is not «No». */
export function isBlank(cell: SourceCell | undefined): boolean {
  return (
    cell === undefined || (cell.problem === null && cell.text.replace(/[\s\u00a0\u3164\u200b\ufeff]+/g, '') === '')
  );
}

export function isBlankRow(row: SourceRow): boolean {
  return row.cells.every(isBlank);
}

/** «A», «B» … «AA»: the name a spreadsheet gives a column. `index` from 0. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** What the cells of one column look like, before the column has a meaning. Pure. */
import { isBlank, type CellProblem, type SourceCell } from './cells.ts';
import { cellKinds, type CellKind } from './codes.ts';
import { threeNumbers } from './list-dates.ts';
import { undoTwice } from './mojibake.ts';
import type { ColumnProfile } from './schema.ts';
import { isSumText } from './text-defects.ts';

export function kindOf(cell: SourceCell): CellKind {
  const text = cell.text.trim();
  if (cell.date !== null || threeNumbers(text) !== null) return 'date';
  const digits = text.replace(/[\s.-]/g, '');
  if (/^\d+$/.test(digits)) {
    if (digits.length === 8) return 'dni';
    return /^9\d{8}$/.test(digits) ? 'phone' : 'number';
  }
  if (/\d/.test(text)) return 'mixed';
  if (/^\p{L}{1,2}$/u.test(text)) return 'code';
  return /\s/.test(text) ? 'words' : 'word';
}

type Cell = { readonly line: number; readonly cell: SourceCell };

const problemSigns = {
  excelError: 'error de Excel',
  merged: 'celda combinada',
  formulaSign: 'signo de fórmula',
} as const satisfies Record<CellProblem, string>;

/** What is wrong with a cell whatever the column is; null when nothing is. */
function signsOf({ cell }: Cell): string | null {
  if (cell.problem !== null) return problemSigns[cell.problem];
  if (cell.isFormula) return 'fórmula';
  if (undoTwice(cell.text) !== null || /[\u0080-\u009f\ufffd¥¤¢£]/.test(cell.text)) return 'otra codificación';
  if (isSumText(cell.text)) return 'fila de totales';
  if (/[\r\n]/.test(cell.text.trim())) return 'varias líneas';
  return null;
}

/** Kinds that stand beside each other in one column without being odd. */
const alike: Readonly<Record<CellKind, string>> = {
  ...{ date: 'date', dni: 'number', phone: 'number', number: 'number', code: 'text', word: 'text', words: 'text' },
  mixed: 'mixed',
};

/** A column of fewer cells has no habit that a cell could break. */
const fewest = 10;
/** Share of the cells that makes the habit of a column. */
const habit = 0.8;
const shownOdd = 5;

function habitOf(kinds: readonly CellKind[]): string | null {
  if (kinds.length < fewest) return null;
  const groups = Map.groupBy(kinds, (kind) => alike[kind]);
  const usual = [...groups].find(([, cells]) => cells.length / kinds.length >= habit);
  return usual?.[0] ?? null;
}

const oddWords: Readonly<Record<string, string>> = {
  ...{ date: 'las demás son fechas', number: 'las demás son números', text: 'las demás son palabras' },
  mixed: 'las demás son textos con cifras',
};

export function profileColumn(cells: readonly Cell[]): ColumnProfile {
  const filled = cells.filter(({ cell }) => cell.problem !== null || !isBlank(cell));
  const kinds = filled.map(({ cell }) => kindOf(cell));
  const usual = habitOf(kinds);
  const odd = filled.flatMap((one, at) => {
    const kind = kinds[at];
    const isOdd = usual !== null && kind !== undefined && alike[kind] !== usual;
    const why = signsOf(one) ?? (isOdd ? oddWords[usual] : undefined);
    return why === undefined ? [] : [{ line: one.line, text: one.cell.text.trim().slice(0, 40), why }];
  });
  return {
    kinds: cellKinds.flatMap((kind) => {
      const count = kinds.filter((one) => one === kind).length;
      return count === 0 ? [] : [{ kind, cells: count }];
    }),
    empty: cells.length - filled.length,
    oddTotal: odd.length,
    odd: odd.slice(0, shownOdd),
  };
}

/** A table of the rule, counted: what travels, and the list behind a figure. */
import type { DisplayTable } from '../display-table.ts';
import { periodWords } from '../labels.ts';
import type { InternalTable } from './contract.ts';
import { countTable, type Counted, type CountedTable } from './count.ts';
import { agesOf, groupingFor, linesOf, type LineFacts } from './lines.ts';
import { noteWords, tableNumber, type Line, type TableRule } from './rule.ts';

export type MadeTable = {
  readonly rule: TableRule;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly things: readonly Counted[];
  readonly counted: CountedTable;
  readonly groupings: readonly string[];
};

export function makeTable(rule: TableRule, facts: LineFacts): MadeTable {
  const rows = linesOf(rule.rows, facts);
  const columns = linesOf(rule.columns, facts);
  const { bare, untotalled } = rule;
  const shape = { rows, columns, ...(bare ? { bare } : {}), ...(untotalled ? { untotalled } : {}) };
  const groupings = [...new Set(agesOf(rule).map((age) => groupingFor(age, facts.grouping)))];
  return { rule, rows, columns, things: facts.things, counted: countTable(shape, facts.things), groupings };
}

export function asTable({ rule, counted, groupings }: MadeTable): InternalTable {
  return {
    key: rule.key,
    title: rule.title,
    groupings: [...groupings],
    columns: counted.columns.map((column) => ({ ...column })),
    rows: counted.rows.map(({ label, isTotal, figures }) => ({
      ...{ label, total: isTotal },
      cells: figures.map((figure) => (figure.kind === 'count' ? figure.of.length : figure.value)),
    })),
    notes: (rule.notes ?? []).map((note) => noteWords[note]),
  };
}

/** «T8. Nivel educativo (EDAD_PEQUENO)». */
export function internalTitle({ key, title, groupings }: Pick<InternalTable, 'key' | 'title' | 'groupings'>): string {
  const ages = groupings.length === 0 ? '' : ` (${groupings.join(', ')})`;
  return `${tableNumber({ key })}. ${title}${ages}`;
}

/** In the shape that paper, screen and spreadsheet draw. */
export function asDisplay(table: InternalTable): DisplayTable {
  return {
    title: internalTitle(table),
    head: ['', ...table.columns.map(({ label }) => label)],
    rows: table.rows.map((row) => ({
      ...{ label: row.label, total: row.total },
      cells: row.cells.map((value, index) => ({ value, kind: table.columns[index]?.kind ?? 'count' })),
    })),
  };
}

/** «marzo de 2026», «año 2026». */
export function internalPeriodWords(period: string): string {
  return period.includes('-') ? periodWords(period) : `año ${period}`;
}

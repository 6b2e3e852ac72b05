/** Published figures as tables of words and numbers: the same for paper, spreadsheet and text file. */
import { ageBands, sexes, violenceTypes, type AgeBand, type Sex, type ViolenceType } from './codes.ts';
import {
  ageWords,
  bandWords,
  columnWords,
  rowLabel,
  sexWords,
  tableTitle,
  tableWords,
  totalWords,
  typeWords,
} from './labels.ts';
import type { DisplayCell, DisplayRow, DisplayTable, FigureLine } from './display-table.ts';
import type { PublishedMonth, PublishedTable } from './schema.ts';
import { sumOf } from './views.ts';
import { yearLines, yearTables, type PublishedYear } from './year.ts';

/** A unit as it leaves: a month and what it sets free, or the lists of a year. */
export type Published = PublishedMonth | PublishedYear;

const count = (value: number | null): DisplayCell => ({ value, kind: 'count' });

type CubeColumn = { readonly age: AgeBand; readonly sex: Sex | null; readonly label: string };

/** T4: types by age (and sex in the full view) with margins, all sums of the cells shown. */
function cubeTable(month: PublishedMonth): DisplayTable {
  const columns = ageBands.flatMap<CubeColumn>((age) =>
    month.view === 'full'
      ? sexes.map((sex) => ({ age, sex, label: `${ageWords[age]}, ${sexWords[sex].toLowerCase()}` }))
      : [{ age, sex: null, label: ageWords[age] }],
  );
  const sumAt = (keep: (cell: PublishedMonth['cells'][number]) => boolean) =>
    sumOf(month.cells.filter(keep).map((cell) => cell.count));
  const rows: DisplayRow[] = violenceTypes.map((type) => ({
    label: typeWords[type],
    total: false,
    cells: [
      ...columns.map(({ age, sex }) =>
        count(sumAt((cell) => cell.type === type && cell.age === age && cell.sex === sex)),
      ),
      count(month.margins?.type[type] ?? null),
    ],
  }));
  const bottom = columns.map(({ age, sex }) => count(sumAt((cell) => cell.age === age && cell.sex === sex)));
  return {
    title: `T4. ${tableWords.T4}`,
    head: ['Tipo de violencia', ...columns.map(({ label }) => label), totalWords],
    rows: [...rows, { label: totalWords, total: true, cells: [...bottom, count(month.total)] }],
  };
}

/** Only a month that is a band has no total. */
function isBand(value: number | null, column: PublishedTable['columns'][number] | undefined): boolean {
  return value === null && column === 'cases';
}

function listTable(table: PublishedTable): DisplayTable {
  return {
    title: `${table.id}. ${tableTitle(table)}`,
    head: ['', ...table.columns.map((column) => columnWords[column])],
    rows: table.rows.map((row) => ({
      label: rowLabel(table, row.code),
      total: row.code === 'total' || row.code.startsWith('subtotal'),
      cells: row.values.map((value, index) => ({
        value,
        kind: 'count',
        ...(isBand(value, table.columns[index]) ? { words: bandWords } : {}),
      })),
    })),
  };
}

/** Tables in the order of the report, T4 in its place; none for a band, which says «menos de 21» and nothing else. */
export function displayTables(month: Published): DisplayTable[] {
  if (!('cells' in month)) return yearTables(month);
  if (month.view === 'band') return [];
  if (month.view === 'rest') return month.tables.map(listTable);
  const before = month.tables.filter((table) => ['T1', 'T2', 'T3'].includes(table.id));
  const after = month.tables.filter((table) => !['T1', 'T2', 'T3'].includes(table.id));
  return [...before.map(listTable), cubeTable(month), ...after.map(listTable)];
}

function cellLines(month: PublishedMonth): FigureLine[] {
  const margins = month.margins;
  if (margins === null) return [];
  type Named = readonly [code: string, words: string];
  const line = (row: Named, column: Named, value: number): FigureLine => ({
    table: 'T4',
    rowCode: row[0],
    rowWords: row[1],
    columnCode: column[0],
    columnWords: column[1],
    value,
    state: 'published',
  });
  const all: Named = ['total', totalWords];
  const ofType = (type: ViolenceType): Named => [String(type), typeWords[type]];
  const ofCell = ({ age, sex }: PublishedMonth['cells'][number]): Named =>
    sex === null
      ? [`age-${age}`, ageWords[age]]
      : [`age-${age}-sex-${sex}`, `${ageWords[age]}, ${sexWords[sex].toLowerCase()}`];
  return [
    ...month.cells.map((cell) => line(ofType(cell.type), ofCell(cell), cell.count)),
    ...violenceTypes.map((type) => line(ofType(type), all, margins.type[type] ?? 0)),
    ...ageBands.map((age) => line(all, [`age-${age}`, ageWords[age]], margins.age[age] ?? 0)),
    ...(margins.sex ?? []).map((value, sex) => line(all, [`sex-${sex}`, sexWords[sex] ?? ''], value)),
    line(all, all, month.total ?? 0),
  ];
}

function tableLines(table: PublishedTable): FigureLine[] {
  return table.rows.flatMap((row) =>
    table.columns.map((column, index) => ({
      table: table.part === null ? table.id : `${table.id}-${table.part}`,
      rowCode: row.code,
      rowWords: rowLabel(table, row.code),
      columnCode: column,
      columnWords: columnWords[column],
      ...tellValue(row.values[index] ?? null, column),
    })),
  );
}

function tellValue(
  value: number | null,
  column: PublishedTable['columns'][number],
): Pick<FigureLine, 'value' | 'state'> {
  return { value, state: value !== null ? 'published' : isBand(value, column) ? 'band' : 'hidden' };
}

/** Every published figure, cube first, in canonical order. */
export function figureLines(month: Published): FigureLine[] {
  if (!('cells' in month)) return yearLines(month);
  if (month.view !== 'band') return [...cellLines(month), ...month.tables.flatMap(tableLines)];
  const words = { rowCode: 'total', rowWords: totalWords, columnCode: 'cases', columnWords: columnWords.cases };
  return [{ table: 'T1', ...words, value: null, state: 'band' }];
}

/** The national tables: what was added up, as tables to read and as lines to count with. */
import { singleCountGroups } from '../../../src/shared/reports/codes.ts';
import { percentOf, publishedPercent, type DisplayTable } from '../../../src/shared/reports/index.ts';
import {
  ageWords,
  periodWords,
  rowLabel,
  sexWords,
  tableTitle,
  typeWords,
} from '../../../src/shared/reports/labels.ts';
import { counted } from '../told.ts';
import { lastMonth, monthStates, standingOf, type CentreSums, type MonthState, type National } from './national.ts';

type Column = { readonly code: string; readonly words: string; readonly kind?: 'percent' };
type Row = {
  readonly code: string;
  readonly words: string;
  readonly values: readonly (number | string | null)[];
  readonly isTotal?: true;
};
export type NationalTable = {
  readonly code: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
};

const cases: Column = { code: 'cases', words: 'Casos' };
const percent: Column = { code: 'percent', words: '%', kind: 'percent' };
/** From this denominator on a decimal says more than the rounding of the files takes away. */
const decimalFrom = 10_000;

const shareOf = (part: number, whole: number) => (whole < decimalFrom ? publishedPercent : percentOf)(part, whole);
const noSums = () => ({ rows: new Map<string, number>(), cases: 0 });
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** «Cubre 171,900 de 172,803 casos»: the rest of a year and what came without detail stand in the total alone. */
function titleOf(title: string, covered: number, { total }: National): string {
  return `${title}. Cubre ${counted(covered)} de ${counted(total)} casos (${percentOf(covered, total)?.toFixed(1) ?? '–'} %)`;
}

function oneWay(
  national: National,
  code: string,
  title: string,
  rows: readonly (readonly [code: string, words: string])[],
): NationalTable {
  const sums = national.tables.get(code) ?? noSums();
  const valueOf = (row: string) => sums.rows.get(row) ?? 0;
  return {
    ...{ code, columns: [cases, percent], title: titleOf(title, sums.cases, national) },
    rows: [
      ...rows.map(([row, words]) => ({ code: row, words, values: [valueOf(row), shareOf(valueOf(row), sums.cases)] })),
      { code: 'total', words: 'Total', values: [sums.cases, sums.cases === 0 ? null : 100], isTotal: true as const },
    ],
  };
}

const every = typeWords.map((_, type) => type);

/** Types by age, of all units that show cells. */
function cellTable(national: National): NationalTable {
  const sums = national.tables.get('T4') ?? noSums();
  const lineOf = (types: readonly number[]) =>
    ageWords.map((_, age) => sumOf(types.map((type) => sums.rows.get(`${type}-${age}`) ?? 0)));
  const row = (one: Omit<Row, 'values'>, line: readonly number[]): Row => ({
    ...one,
    values: [...line, sumOf(line), shareOf(sumOf(line), sums.cases)],
  });
  return {
    code: 'T4',
    title: titleOf('T4. Tipo principal de violencia por edad', sums.cases, national),
    columns: [...ageWords.map((words, age) => ({ code: `age-${age}`, words })), { ...cases, words: 'Total' }, percent],
    rows: [
      ...typeWords.map((words, type) => row({ code: String(type), words }, lineOf([type]))),
      row({ code: 'total', words: 'Total', isTotal: true }, lineOf(every)),
    ],
  };
}

/** Ages and sexes by type, of the units that are large enough to show them. */
function fullTable(national: National): NationalTable {
  const sums = national.tables.get('T4-sex') ?? noSums();
  const lines = ageWords.flatMap((age, at) =>
    sexWords.map((sex, of) => ({ code: `${at}-${of}`, words: `${age}, ${sex.toLowerCase()}` })),
  );
  const valuesOf = (codes: readonly string[]) => {
    const line = every.map((type) => sumOf(codes.map((code) => sums.rows.get(`${type}-${code}`) ?? 0)));
    return [...line, sumOf(line)];
  };
  return {
    code: 'T4-sex',
    title: titleOf('T4. Edad y sexo por tipo principal, en los periodos de 60 casos o más', sums.cases, national),
    columns: [...typeColumns, { ...cases, words: 'Total' }],
    rows: [
      ...lines.map(({ code, words }) => ({ code, words, values: valuesOf([code]) })),
      { code: 'total', words: 'Total', values: valuesOf(lines.map(({ code }) => code)), isTotal: true },
    ],
  };
}

function listTables(national: National): NationalTable[] {
  return ['T1', 'T3', 'T6', 'T7', 'T12-complaint', 'T12-protection'].flatMap((code) => {
    const table = national.words.get(code);
    if (table === undefined) return [];
    const rows = table.rows
      .filter((row) => !/total/.test(row.code))
      .map((row) => [row.code, rowLabel(table, row.code)] as const);
    const title = code === 'T1' ? 'Casos por sexo' : tableTitle(table);
    return [oneWay(national, code, `${table.id}. ${title}`, rows)];
  });
}

/** Acts stand alone: they add up over centres, never with each other. */
function actTables(national: National): NationalTable[] {
  return ['T13', 'T14', 'T18'].flatMap((code) => {
    const [table, sums] = [national.words.get(code), national.tables.get(code)];
    if (table === undefined || sums === undefined) return [];
    const rows = singleCountGroups.filter((group) => sums.rows.has(group));
    return [
      {
        ...{ code, title: `${code}. ${tableTitle(table)}` },
        columns: [{ code: 'acts', words: 'Cantidad' }],
        rows: rows.map((group) => ({
          code: group,
          words: rowLabel(table, group),
          values: [sums.rows.get(group) ?? 0],
        })),
      },
    ];
  });
}

/** Each period, how many centres show it, and how many are in it without a figure. */
function periodTable(national: National): NationalTable {
  const centres = [...national.centres.values()];
  const periods = [...new Set(centres.flatMap(({ units }) => [...units.keys()]))].sort(byTime);
  const rows = periods.map((code) => {
    const units = centres.flatMap(({ units: of }) => of.get(code) ?? []);
    const shown = units.flatMap(({ total }) => total ?? []);
    const values = [sumOf(shown), shown.length, units.length - shown.length];
    return { code, words: periodWords(code), values };
  });
  return {
    ...{ code: 'periods', title: 'Casos por periodo publicado' },
    columns: [
      cases,
      { code: 'shown', words: 'Centros con cifra' },
      { code: 'bands', words: 'Centros con «menos de 21»' },
    ],
    rows: [...rows, { code: 'total', words: 'Total', values: [national.total, null, null], isTotal: true }],
  };
}

const placeOf = (period: string) => {
  const quarter = /-Q(\d)-/.exec(period)?.[1];
  return quarter === undefined
    ? (/-(\d\d)$/.exec(period)?.[1] ?? '99')
    : `${String(Number(quarter) * 3).padStart(2, '0')}.5`;
};
const byTime = (a: string, b: string) => (placeOf(a) < placeOf(b) ? -1 : 1);

function departmentTables(national: National): NationalTable[] {
  const groups = Map.groupBy(
    [...national.centres.values()].filter(({ units }) => units.size > 0),
    ({ department }) => department,
  );
  const table = (
    about: Omit<NationalTable, 'rows'>,
    valuesOf: (of: readonly CentreSums[]) => number[],
  ): NationalTable => ({
    ...about,
    rows: [
      ...[...groups]
        .map(([name, of]): Row => ({ code: name, words: name, values: valuesOf(of) }))
        .sort((a, b) => a.words.localeCompare(b.words, 'es')),
      { code: 'total', words: 'Total', values: valuesOf([...groups.values()].flat()), isTotal: true },
    ],
  });
  return [
    table(
      {
        ...{ code: 'departments', title: 'Casos por departamento del centro y tipo principal' },
        columns: [{ code: 'centres', words: 'Centros' }, cases, ...typeColumns],
      },
      (of) => [
        ...[of.length, sumOf(of.map(({ total }) => total))],
        ...every.map((type) => sumOf(of.map(({ types }) => types[type] ?? 0))),
      ],
    ),
    table(
      { code: 'departments-sex', title: 'Casos por departamento del centro y sexo', columns: [cases, ...sexColumns] },
      (of) => [
        sumOf(of.map(({ total }) => total)),
        ...sexWords.map((_, sex) => sumOf(of.map(({ sexes }) => sexes[sex] ?? 0))),
      ],
    ),
  ];
}

const typeColumns = typeWords.map((words, type): Column => ({ code: `type-${type}`, words }));
const sexColumns = sexWords.map((words, sex): Column => ({ code: `sex-${sex}`, words }));

/** Months of a centre by how they stand, in the order of the columns. */
const tellStates = Object.entries(monthStates) as [MonthState, string][];

export function centreTable(national: National): NationalTable {
  const last = lastMonth(national);
  return {
    ...{ code: 'centres', title: 'Casos y meses por centro' },
    columns: [
      ...[
        { code: 'name', words: 'Nombre' },
        { code: 'department', words: 'Departamento' },
        cases,
        ...typeColumns,
        ...sexColumns,
      ],
      ...tellStates.map(([code, words]) => ({ code: `months-${code}`, words: `Meses ${words}` })),
      { code: 'missing', words: 'Qué falta' },
    ],
    rows: [...national.centres.values()].map((centre) => {
      const { months, gaps } = standingOf(centre, national, last);
      const states = Object.values(months);
      return {
        ...{ code: centre.known.code, words: centre.known.code },
        values: [
          ...[centre.known.name, centre.department, centre.total, ...centre.types, ...centre.sexes],
          ...tellStates.map(([state]) => states.filter((one) => one === state).length),
          tellMissing(months, gaps),
        ],
      };
    }),
  };
}

/** «noviembre de 2026; el resto del año»; null where nothing is missing. */
function tellMissing(months: Readonly<Record<string, MonthState>>, gaps: readonly string[]): string | null {
  const lost = Object.keys(months).filter((month) => months[month] === 'missing');
  const told = lost.length === Object.keys(months).length ? ['todo'] : [...lost.map(periodWords), ...gaps];
  return told.length === 0 ? null : told.join('; ');
}

/** All but the one by centre, in the order of the report. */
export function nationalTables(national: National): NationalTable[] {
  return [
    periodTable(national),
    cellTable(national),
    ...listTables(national),
    ...actTables(national),
    fullTable(national),
    ...departmentTables(national),
  ];
}

/** `tell`: how a whole number is written where it is words, as on paper. */
export function asDisplayed({ title, columns, rows }: NationalTable, tell?: (value: number) => string): DisplayTable {
  return {
    title,
    head: ['', ...columns.map(({ words }) => words)],
    rows: rows.map(({ words: label, values, isTotal }) => ({
      ...{ label, total: isTotal ?? false },
      cells: values.map((value, at) => {
        const kind = columns[at]?.kind ?? 'count';
        if (typeof value === 'string') return { value: null, kind, words: value };
        return value === null || kind === 'percent' || tell === undefined
          ? { value, kind }
          : { value, kind, words: tell(value) };
      }),
    })),
  };
}

export const lineHead = ['anio', 'tabla', 'codigo_fila', 'fila', 'codigo_columna', 'columna', 'valor', 'texto'];

/** One figure a line. */
export function linesOf(year: string, { code, columns, rows }: NationalTable): (string | number | null)[][] {
  return rows.flatMap((row) =>
    columns.map((column, at) => {
      const value = row.values[at] ?? null;
      const text = typeof value === 'string' ? value : null;
      return [Number(year), code, row.code, row.words, column.code, column.words, text === null ? value : null, text];
    }),
  );
}

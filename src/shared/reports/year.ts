/**
 * The yearly anonymised file (disclosure §3.4): profiles, acts, districts and special facts, each list alone over the cases
 * of a year, and the series of the evaluation. It is frozen with December. A list that details a table of the months is
 * added up from the units that were published, each rounded with its own start: of the groups of that table it then says
 * what the months said, and nothing more (decision 0083).
 */
import { listOf, z } from '../platform/zod.ts';
import { bandLimit, roundingBase, schemaVersion } from './codes.ts';
import type { DisplayTable, FigureLine } from './display-table.ts';
import { publishedPercent } from './figures.ts';
import { columnWords, missingWords, readingNote, totalWords } from './labels.ts';
import { roundControlled, startOf, type Start } from './rounding.ts';
import { centreCodeSchema, imprintSchema } from './schema.ts';
import { sumOf, viewOf } from './views.ts';

/** Fewer cases of residence than this are put together (disclosure §3.4, T16). */
export const districtLimit = 10;
export const otherDistricts = 'Otros distritos';

/** True counts of a unit that shows figures: for each group of its table every row of the year, in that order. */
export type UnitPart = {
  readonly period: string;
  readonly cells: readonly number[];
  /** Where the coarse view has a table of its own for it. */
  readonly coarse?: readonly number[];
};

/**
 * `one-way`: each case in one row, «sin registro» last. `counts`: each row alone, never added (R7, R10). `units`: one-way,
 * of the cases that the units of the year show, and added up from their `parts`.
 */
export type YearList = {
  /** `T8-educacion`; names the group of the rounding of a count. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'one-way' | 'counts' | 'units';
  /** True counts; null is not recorded. */
  readonly rows: readonly { readonly label: string; readonly count: number | null }[];
  readonly parts?: readonly UnitPart[];
};

const rounded = z.int().nonnegative().multipleOf(roundingBase).nullable();

export const publishedYearSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  centre: centreCodeSchema,
  /** `2026`. */
  period: z.string().regex(/^\d{4}$/),
  /** `band`: 20 cases or fewer in the whole year, no list. */
  view: z.enum(['year', 'band']),
  roundingBase: z.literal(roundingBase),
  revision: z.int().positive(),
  note: z.string(),
  coverage: z.string(),
  total: rounded,
  tables: listOf({
    key: z.string(),
    title: z.string(),
    kind: z.enum(['one-way', 'counts', 'units']),
    rows: listOf({ label: z.string(), count: rounded }),
  }),
});
export type PublishedYear = z.infer<typeof publishedYearSchema>;
export const yearFileSchema = publishedYearSchema.extend({ imprint: imprintSchema });

export type YearUnit = {
  readonly centre: string;
  readonly period: string;
  /** Of the year, or of one of its units. */
  readonly startBytesOf: (group: string, period?: string) => Uint8Array;
  readonly revision: number;
};

/** Districts by their code; those of few cases together, «sin registro» last. */
export function joinDistricts(
  rows: readonly { readonly code: string; readonly label: string; readonly count: number }[],
): YearList['rows'] {
  const known = rows.filter(({ code }) => code !== '').toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const few = known.filter(({ count }) => count < districtLimit);
  const missing = sumOf(rows.filter(({ code }) => code === '').map(({ count }) => count));
  return [
    ...known.filter(({ count }) => count >= districtLimit).map(({ label, count }) => ({ label, count })),
    { label: otherDistricts, count: sumOf(few.map(({ count }) => count)) },
    { label: missingWords, count: missing },
  ];
}

/**
 * Rows of a year from its units. Rounded with the start of the unit and in the order of its table, the rows of a group add
 * up to what the unit published of that group: sums of neighbours are the rounding of the sums.
 */
function fromUnits({ rows, parts = [] }: YearList, startBytesOf: YearUnit['startBytesOf']): number[] {
  const sums = rows.map(() => 0);
  for (const { period, cells, coarse = cells } of parts) {
    const start = startOf(startBytesOf('cases', period));
    const total = sumOf(cells);
    const view = viewOf(total, roundControlled([total], start)[0] ?? 0);
    roundControlled(view === 'full' ? cells : coarse, start).forEach((count, at) => {
      sums[at % rows.length] = (sums[at % rows.length] ?? 0) + count;
    });
  }
  return sums;
}

function roundList(list: YearList, start: Start, startBytesOf: YearUnit['startBytesOf']): (number | null)[] {
  const { key, kind, rows } = list;
  if (kind === 'units') return fromUnits(list, startBytesOf);
  const counts = rows.map(({ count }) => count ?? 0);
  const alone = (count: number, at: number) =>
    roundControlled([count], startOf(startBytesOf(`${key}-${at + 1}`)))[0] ?? 0;
  const rounded = kind === 'one-way' ? roundControlled(counts, start) : counts.map(alone);
  return rows.map(({ count }, at) => (count === null ? null : (rounded[at] ?? 0)));
}

/** @throws RangeError when a list lost or gained a case */
function refuseLost({ key, kind, rows, parts = [] }: YearList, cases: number): void {
  const sum = sumOf(rows.map(({ count }) => count ?? 0));
  const whole = kind === 'units' ? sumOf(parts.flatMap(({ cells }) => cells)) : cases;
  if (kind !== 'counts' && sum !== whole) throw new RangeError(`${key} lost or gained a case`);
}

/**
 * What leaves for a year. Every one-way list has the start of the cases of the year and so the same total; every count one
 * of its own; one that details the months has the starts of theirs.
 *
 * @throws RangeError when a list lost or gained a case
 */
export function publishYear(cases: number, lists: readonly YearList[], unit: YearUnit): PublishedYear {
  const start = startOf(unit.startBytesOf('cases'));
  const isBand = cases <= bandLimit;
  const tables = lists.map((list) => {
    refuseLost(list, cases);
    const rounded = roundList(list, start, unit.startBytesOf);
    const { key, title, kind, rows } = list;
    return { key, title, kind, rows: rows.map(({ label }, at) => ({ label, count: rounded[at] ?? null })) };
  });
  return publishedYearSchema.parse({
    ...{ schemaVersion, centre: unit.centre, period: unit.period, view: isBand ? 'band' : 'year', roundingBase },
    ...{ revision: unit.revision, note: readingNote, coverage: coverage },
    total: isBand ? null : (roundControlled([cases], start)[0] ?? 0),
    tables: isBand ? [] : tables,
  });
}

const coverage =
  'Sexo, edad, vínculo y lugar de la denuncia suman los periodos que salieron con cifra; las demás listas son del año entero. No cruce listas ni las reste de los meses. Los casos con reserva no están.';

const shownTotal = ({ tables }: PublishedYear) =>
  sumOf(tables.find(({ kind }) => kind === 'units')?.rows.map(({ count }) => count ?? 0) ?? []);

/** How many the year had, before any list of them. */
function casesTable(year: PublishedYear): DisplayTable {
  const row = (label: string, value: number | null, total: boolean) => ({
    ...{ label, total },
    cells: [{ value, kind: 'count' as const }],
  });
  const some = year.tables.some(({ kind }) => kind === 'units') ? [row(inShown, shownTotal(year), false)] : [];
  return {
    title: 'T1. Casos del año',
    head: ['', columnWords.cases],
    rows: [...some, row(totalWords, year.total, true)],
  };
}
const inShown = 'En los periodos que salieron con cifra';

export function yearTables(year: PublishedYear): DisplayTable[] {
  const { tables, total: all } = year;
  const lists = tables.map(({ key, title, kind, rows }) => {
    const total = kind === 'units' ? sumOf(rows.map(({ count }) => count ?? 0)) : all;
    // A count has a rounding of its own: all of them may come out as a few more than the total.
    const percent = (count: number | null) =>
      count === null || total === null ? null : publishedPercent(Math.min(count, total), total);
    const line = (label: string, count: number | null, isTotal: boolean) => ({
      ...{ label, total: isTotal },
      cells: [
        { value: count, kind: 'count' as const, ...(count === null ? { words: notRecorded } : {}) },
        { value: percent(count), kind: 'count' as const },
      ],
    });
    return {
      title: `${key.split('-')[0] ?? key}. ${title}${kind === 'units' ? ofUnits : ''}`,
      head: ['', columnWords.cases, columnWords.percent],
      rows: [
        ...rows.map(({ label, count }) => line(label, count, false)),
        ...(kind === 'counts' ? [] : [line(totalWords, total, true)]),
      ],
    };
  });
  return [casesTable(year), ...lists];
}

/** Its total is that of the year to date, not that of the other lists. */
const ofUnits = ' (suma de los periodos con cifra)';
const notRecorded = 'no se registra';

export function yearLines(year: PublishedYear): FigureLine[] {
  const column = { columnCode: 'cases', columnWords: columnWords.cases };
  if (year.view === 'band')
    return [{ table: 'T1', rowCode: 'total', rowWords: totalWords, ...column, value: null, state: 'band' }];
  const ofCases = { table: 'T1', ...column, state: 'published' } as const;
  return [
    { ...ofCases, rowCode: 'shown', rowWords: inShown, value: shownTotal(year) },
    { ...ofCases, rowCode: 'total', rowWords: totalWords, value: year.total },
    ...year.tables.flatMap(({ key, rows }) =>
      rows.map(({ label, count }, at): FigureLine => ({
        ...{ table: key, rowCode: String(at + 1), rowWords: label, ...column, value: count },
        state: count === null ? 'hidden' : 'published',
      })),
    ),
  ];
}

/** The tables of one published unit: one rounding start, one total, margins as sums. */
import {
  ageBands,
  answers,
  bondGroups,
  conditions,
  conditionsOutsideSubtotal,
  cubeId,
  riskLevels,
  roundingBase,
  schemaVersion,
  sexes,
  singleCountGroups,
  singleCounts,
  type SingleCountGroup,
  type TableId,
  type View,
} from './codes.ts';
import { publishedPercent } from './figures.ts';
import { readingNote, unitWords, waitingWords } from './labels.ts';
import { roundControlled, startOf, type Start } from './rounding.ts';
import {
  exactCountsSchema,
  publishedMonthSchema,
  type EarlierUnit,
  type ExactCounts,
  type PublishedMargins,
  type PublishedMonth,
  type PublishedTable,
  type SingleCount,
} from './schema.ts';
import type { Month } from '../platform/dates.ts';
import { waitingBands } from './units.ts';
import { cellsOf, marginsOf, sumOf, viewOf } from './views.ts';

export type PublishingUnit = {
  readonly centre: string;
  /** `YYYY-MM` or `YYYY-Qn-residual`. */
  readonly period: string;
  /** HMAC-SHA256 of `seedLabel({centre, period, group, schema})` under the centre's key: at least 8 bytes. */
  readonly startBytesOf: (group: string) => Uint8Array;
  /** Units already published in the same year, for the year to date. */
  readonly earlier?: readonly EarlierUnit[];
  /** True counts beside the cases; those of a banded month go to its residual unit. */
  readonly singleCounts?: readonly SingleCount[];
  /** Months whose cases a residual unit collects. */
  readonly collects?: readonly Month[];
  /** 1 unless what was published for the period is not at hand any more. */
  readonly revision?: number;
};

type Row = PublishedTable['rows'][number];

function codesWithMissing(codes: readonly number[]): string[] {
  return [...codes.map(String), 'missing'];
}

function oneWay(id: TableId, rows: readonly Row[], part: PublishedTable['part'] = null): PublishedTable {
  return { id, part, columns: ['cases', 'percent'], rows: [...rows] };
}

/** Rounded rows and their sum, which is the published total of the unit in every table. */
function rowsOf(codes: readonly string[], counts: readonly number[], start: Start): Row[] {
  const rounded = roundControlled(counts, start);
  const total = sumOf(rounded);
  const row = (code: string, count: number): Row => ({ code, values: [count, publishedPercent(count, total)] });
  return [...codes.map((code, index) => row(code, rounded[index] ?? 0)), row('total', total)];
}

/** T3: the subtotal is the sum of the published rows 1 to 3. */
function conditionTable(counts: ExactCounts, start: Start): PublishedTable {
  const rows = rowsOf(conditions.map(String), counts.condition, start);
  const outside: readonly string[] = ['total', ...conditionsOutsideSubtotal.map(String)];
  const subtotal = sumOf(rows.filter((row) => !outside.includes(row.code)).map((row) => row.values[0] ?? 0));
  const total = rows.at(-1)?.values[0] ?? 0;
  const line: Row = { code: 'subtotal-1-3', values: [subtotal, publishedPercent(subtotal, total)] };
  return oneWay('T3', [...rows.slice(0, -1), line, ...rows.slice(-1)]);
}

/**
 * T1: the sexes are margins of the cells in the full view and a one-way list with the same start in the coarse one; the
 * year to date is the sum of published totals, never of true ones.
 */
function caseTable(total: number, sexCounts: readonly number[], earlier: readonly EarlierUnit[]): PublishedTable {
  const yearToDate = total + sumOf(earlier.map((unit) => unit.total ?? 0));
  const sexRows: Row[] = sexCounts.map((count, sex) => ({ code: `sex-${sex}`, values: [count, null] }));
  return {
    id: 'T1',
    part: null,
    columns: ['cases', 'year-to-date'],
    rows: [...sexRows, { code: 'total', values: [total, yearToDate] }],
  };
}

/** T2: the age margins of the cube, so that no age is ever rounded twice. A banded month shows nothing. */
function yearTable(
  period: string,
  total: number,
  margins: PublishedMargins,
  earlier: readonly EarlierUnit[],
): PublishedTable {
  const own: EarlierUnit = { period, view: 'coarse', total, ages: [...margins.age], collects: [] };
  const units = [...earlier, own].sort((a, b) => (a.period < b.period ? -1 : 1));
  const rows: Row[] = units.map((unit) => ({
    code: unit.period,
    values: [unit.total, ...ageBands.map((age) => unit.ages?.[age] ?? null)],
  }));
  const sums = [0, 1, 2, 3].map((column) => sumOf(rows.map((row) => row.values[column] ?? 0)));
  return {
    id: 'T2',
    part: null,
    columns: ['cases', 'age-0', 'age-1', 'age-2'],
    rows: [...rows, { code: 'total', values: sums }],
  };
}

function singleCountValue(group: SingleCountGroup, count: number, unit: PublishingUnit): number {
  if (singleCounts[group].treatment === 'exact') return count;
  return roundControlled([count], startOf(unit.startBytesOf(group)))[0] ?? 0;
}

/** T13, T14, T18: one count a line, each with its own start, in the order of the code list. */
function singleCountTables(unit: PublishingUnit): PublishedTable[] {
  const given = new Map((unit.singleCounts ?? []).map((one) => [one.group, one.count]));
  if (given.size !== (unit.singleCounts ?? []).length) throw new RangeError('a single count is given twice');
  return (['T13', 'T14', 'T18'] as const).flatMap((id) => {
    const rows: Row[] = singleCountGroups
      .filter((group) => singleCounts[group].table === id && given.has(group))
      .map((group) => ({ code: group, values: [singleCountValue(group, given.get(group) ?? 0, unit)] }));
    return rows.length === 0 ? [] : [{ id, part: null, columns: ['acts'], rows }];
  });
}

/** Rule U-1: a unit is never its own predecessor, never counted twice, and a year to date stays in its year. */
function checkEarlier(period: string, earlier: readonly EarlierUnit[]): void {
  const periods = [period, ...earlier.map((unit) => unit.period)];
  if (new Set(periods).size !== periods.length) throw new RangeError('a unit is published once');
  if (periods.some((one) => one.slice(0, 4) !== period.slice(0, 4))) throw new RangeError('units of another year');
}

function checkCounts(counts: ExactCounts): void {
  const lists = [counts.cube, counts.condition, counts.risk, counts.bond, counts.complaint, counts.protection];
  if (lists.some((list) => sumOf(list) !== counts.total)) throw new RangeError('a table lost or gained a case');
}

function sexesOf({ cube }: ExactCounts): number[] {
  return sexes.map((sex) => sumOf(cube.filter((_, index) => index % sexes.length === sex)));
}

function caseTables(counts: ExactCounts, start: Start): PublishedTable[] {
  return [
    conditionTable(counts, start),
    oneWay('T6', rowsOf(codesWithMissing(riskLevels), counts.risk, start)),
    oneWay('T7', rowsOf(codesWithMissing(bondGroups), counts.bond, start)),
    oneWay('T12', rowsOf(codesWithMissing(answers), counts.complaint, start), 'complaint'),
    oneWay('T12', rowsOf(codesWithMissing(answers), counts.protection, start), 'protection'),
  ];
}

/**
 * What leaves the centre for one unit. Same counts and start bytes, same result: no clock, no random source.
 *
 * @throws RangeError when the tables do not hold the same cases, a unit or a count is given twice, or HMAC bytes are short.
 */
export function publishMonth(counts: ExactCounts, unit: PublishingUnit): PublishedMonth {
  exactCountsSchema.parse(counts);
  checkCounts(counts);
  const earlier = unit.earlier ?? [];
  checkEarlier(unit.period, earlier);
  const start = startOf(unit.startBytesOf('cases'));
  const rounded = roundControlled(counts.cube, start);
  const total = sumOf(rounded);
  const view = viewOf(counts.total, total);
  const cells = cellsOf(view, rounded);
  const margins = marginsOf(view, cells);
  return publishedMonthSchema.parse({
    ...headOf(
      unit,
      view,
      waitingBands([...earlier, { period: unit.period, view, collects: [...(unit.collects ?? [])] }]),
    ),
    cells,
    tables:
      margins === null
        ? []
        : [
            caseTable(total, margins.sex ?? roundControlled(sexesOf(counts), start), earlier),
            yearTable(unit.period, total, margins, earlier),
            ...caseTables(counts, start),
            ...singleCountTables(unit),
          ],
    margins,
    total: view === 'band' ? null : total,
  });
}

function headOf(
  { centre, period, revision = 1, collects = [] }: PublishingUnit,
  view: View,
  waiting: readonly string[],
) {
  const words = [waitingWords(waiting), unitWords({ view, period, collects: [...collects] })].filter(
    (one) => one !== null,
  );
  return {
    ...{ schemaVersion, cubeId, centre, period, view, roundingBase, revision, note: readingNote, waiting, collects },
    coverage: words.length === 0 ? null : words.join(' '),
  };
}

/** What a year left over: one rounded total, and no other figure of it (disclosure §3.3). */
export function publishRest(cases: number, unit: PublishingUnit): PublishedMonth {
  const total = roundControlled([cases], startOf(unit.startBytesOf('cases')))[0] ?? 0;
  return publishedMonthSchema.parse({
    ...headOf(unit, 'rest', []),
    ...{ cells: [], margins: null, total },
    tables: [{ id: 'T1', part: null, columns: ['cases'], rows: [{ code: 'total', values: [total] }] }],
  });
}

/** A published unit as predecessor of the next: only published figures pass on. */
export function asEarlier({ period, view, total, margins, collects }: PublishedMonth): EarlierUnit {
  return { period, view, total, ages: margins?.age ?? null, collects };
}

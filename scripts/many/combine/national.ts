/** Sums over many centres, unit by unit; of a unit nothing is kept but its period, view and total. */
import { isRest, type ReportFile } from '../../../src/shared/reports/index.ts';
import type { KnownCentre } from './keys.ts';

/** A table of all centres: sums by row, and how many published cases stand in it. */
type Sums = { readonly rows: Map<string, number>; cases: number };

export type CentreSums = {
  readonly known: KnownCentre;
  department: string;
  total: number;
  readonly types: number[];
  readonly sexes: number[];
  /** Units by period, each with what it published. */
  readonly units: Map<string, { readonly view: ReportFile['view']; readonly total: number | null }>;
  /** Banded months, and the unit that took their cases. */
  readonly collected: Map<string, string>;
  readonly publications: Set<number>;
  /** Number of publication of the first unit that came. */
  first: { period: string; publication: number } | null;
};

export type National = {
  readonly year: string;
  readonly centres: ReadonlyMap<string, CentreSums>;
  readonly tables: Map<string, Sums>;
  /** One report of each table, whose titles and rows are the words of all. */
  readonly words: Map<string, ReportFile['tables'][number]>;
  units: number;
  total: number;
};

export function startNational(year: string, keys: ReadonlyMap<string, KnownCentre>): National {
  const centres = [...keys.values()].map((known): [string, CentreSums] => [
    known.code,
    {
      ...{ known, department: '', total: 0, types: [0, 0, 0, 0], sexes: [0, 0], first: null },
      ...{ units: new Map(), collected: new Map(), publications: new Set() },
    },
  ]);
  return { year, centres: new Map(centres), tables: new Map(), words: new Map(), units: 0, total: 0 };
}

/** Tables that say again what others said: sums of units before (T2), or of the cells (T4). */
const told = ['T2', 'T4'];
export const tableKey = ({ id, part }: ReportFile['tables'][number]) => (part === null ? id : `${id}-${part}`);

function addRows({ tables }: National, key: string, cases: number, rows: readonly (readonly [string, number])[]): void {
  const sums = tables.get(key) ?? { rows: new Map<string, number>(), cases: 0 };
  tables.set(key, sums);
  sums.cases += cases;
  for (const [code, count] of rows) sums.rows.set(code, (sums.rows.get(code) ?? 0) + count);
}

/** Both views fold into types by age; types by age and sex stand for the units that show them. */
function addCells(national: National, { cells, view, total }: ReportFile): void {
  const of = (withSex: boolean) =>
    cells.map(({ type, age, sex, count }): [string, number] => [`${type}-${age}${withSex ? `-${sex}` : ''}`, count]);
  addRows(national, 'T4', total ?? 0, of(false));
  if (view === 'full') addRows(national, 'T4-sex', total ?? 0, of(true));
}

function addList(into: number[], more: readonly number[]): void {
  more.forEach((count, at) => (into[at] = (into[at] ?? 0) + count));
}

export function addUnit(national: National, report: ReportFile): void {
  const centre = national.centres.get(report.centre);
  if (centre === undefined) throw new Error('a centre without a key');
  const { period, view, total, imprint, margins } = report;
  const cases = total ?? 0;
  national.units += 1;
  national.total += cases;
  centre.department = imprint.department;
  centre.total += cases;
  centre.units.set(period, { view, total });
  centre.publications.add(imprint.publication);
  if (centre.first === null || imprint.publication < centre.first.publication) {
    centre.first = { period, publication: imprint.publication };
  }
  for (const month of report.collects) centre.collected.set(month, period);
  if (margins === null) return;
  addCells(national, report);
  addList(centre.types, margins.type);
  for (const table of report.tables.filter(({ id }) => !told.includes(id))) {
    const key = tableKey(table);
    if (!national.words.has(key)) national.words.set(key, table);
    const rows = table.rows.map(({ code, values }): [string, number] => [code, values[0] ?? 0]);
    addRows(
      national,
      key,
      cases,
      rows.filter(([code]) => !/total/.test(code)),
    );
    if (key === 'T1')
      addList(
        centre.sexes,
        ['sex-0', 'sex-1'].map((code) => new Map(rows).get(code) ?? 0),
      );
  }
}

export const monthStates = {
  shown: 'con cifra propia',
  residual: 'reunido en un residual de trimestre',
  rest: 'reunido en el resto del año',
  waiting: 'con menos de 21 casos, por reunir',
  missing: 'sin archivo',
  before: 'anterior a su registro',
} as const;
export type MonthState = keyof typeof monthStates;

/** How a centre stands: each month up to the last that any centre sent, and publications that are not there. */
export type Standing = { readonly months: Readonly<Record<string, MonthState>>; readonly gaps: readonly string[] };

/** The last month that anybody sent. */
export function lastMonth({ centres, year }: National): string {
  const months = [...centres.values()].flatMap(({ units }) => [...units.keys()].filter((one) => /-\d\d$/.test(one)));
  return months.reduce((last, one) => (one > last ? one : last), `${year}-01`);
}

function stateOf({ units, collected, first }: CentreSums, month: string): MonthState {
  const unit = units.get(month);
  if (unit === undefined) return first?.publication === 1 && month < first.period ? 'before' : 'missing';
  if (unit.view !== 'band') return 'shown';
  const by = collected.get(month);
  return by === undefined ? 'waiting' : isRest(by) ? 'rest' : 'residual';
}

export function standingOf(centre: CentreSums, { year }: National, last: string): Standing {
  const all = Array.from({ length: Number(last.slice(5, 7)) }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  const months = Object.fromEntries(all.map((month) => [month, stateOf(centre, month)]));
  const numbers = [...centre.publications];
  const gaps = [];
  const lost = numbers.length === 0 ? 0 : Math.max(...numbers) - Math.min(...numbers) + 1 - numbers.length;
  const within = all.filter((month) => months[month] === 'missing' && isWithin(centre, month)).length;
  if (lost > within) gaps.push(`${lost - within} residual(es) de trimestre, por el número de publicación`);
  if (centre.units.has(`${year}-12`) && !centre.units.has(`${year}-residual`)) gaps.push('el resto del año');
  return { months, gaps };
}

const isWithin = ({ units }: CentreSums, month: string) =>
  [...units.keys()].some((one) => one > month) && [...units.keys()].some((one) => one < month);

/** The lists of a year for its anonymised file: what the tables of the centre count, each fact once. */
import { monthSchema, type CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import {
  ageBandOf,
  cubeIndex,
  internalRules,
  isRest,
  joinDistricts,
  tableNumber,
  type CaseForCount,
  type TableRule,
  type UnitPart,
  type YearList,
} from '../../shared/reports/index.ts';
import { answers, bondGroups, cubeSize } from '../../shared/reports/codes.ts';
import { columnsIn } from '../platform/storage/rows.ts';
import { makeTables, type Made } from './internal/tables.ts';
import { casesForCount, isMonthClosed, unitsToClose } from './repository.ts';
import { tablesIn, type Trx } from './tables.ts';

/** Names and true figures of the series of the evaluation; null is not recorded. A domain above counts them. */
export type EvaluationOf = (
  trx: Trx,
  year: number,
  today: CivilDate,
) => Promise<readonly { readonly key: string; readonly label: string; readonly count: number | null }[]>;

const ofYear = new Set(['T5', 'T8', 'T9', 'T10', 'T11', 'T12', 'T15', 'T16', 'T17']);

/**
 * Kept out: what stands in the months (groups of the bond, complaint, protection), a second grouping of the same answers,
 * and a list whose sum another list says. One number rounded twice says more than once.
 */
const keptOut = new Set([
  ...['T8-educacion-grupos', 'T8-discapacidad', 'T9-alcohol-drogas', 'T12-denuncia', 'T12-proteccion'],
  ...['T15', 'T15-sin-kit', 'T17-movil', 'T17-modalidad'],
  // Of the series: the total of the year, T17 and the months say them.
  ...['cases', 'cases-with-complaint', 'femicide-attempts', 'femicide-dependants'],
]);

type Detail = {
  readonly groups: number;
  readonly of: (one: CaseForCount) => number;
  /** The coarse view does not show it in its cells, but as a list. */
  readonly hasCoarseList?: true;
};
const cellOf = ({ violenceType, age, sex }: CaseForCount) => cubeIndex(violenceType, ageBandOf(age), sex);

/** Lists whose rows detail a table of the months, and the group of that table in which a case stands there. */
const detailed: Readonly<Record<string, Detail>> = {
  'T1-sexo': { groups: cubeSize, of: cellOf, hasCoarseList: true },
  'T2-edad': { groups: cubeSize, of: cellOf },
  'T7-vinculos': { groups: bondGroups.length + 1, of: ({ bondGroup }) => (bondGroup ?? bondGroups.length + 1) - 1 },
  'T12-donde': {
    groups: answers.length + 1,
    of: ({ complaint }) => (complaint === null ? answers.length : 1 - complaint),
  },
};

const sex: TableRule = { key: 'T1-sexo', title: 'Sexo', rows: [{ codes: 'SEXO_VICTIMA' }], columns: [] };
const ages: TableRule = { key: 'T2-edad', title: 'Edad', rows: [{ ages: 'EDAD_VICTIMA' }], columns: [] };

const yearRules: readonly TableRule[] = [
  sex,
  ages,
  ...internalRules.filter(({ key }) => key === 'T7-vinculos'),
  ...internalRules.filter((rule) => ofYear.has(tableNumber(rule)) && !keptOut.has(rule.key)),
];

function rowsOf({ rows, counted }: Made) {
  return rows.flatMap(({ label, is, total }, at) => {
    const [figure] = counted.rows[at]?.figures ?? [];
    return total === true || figure?.kind !== 'count'
      ? []
      : [{ label, code: is[0] ?? '', count: figure.of.length, of: figure.of }];
  });
}

/** A unit of the year that shows figures, and what is known of each of its cases. */
type Shown = { readonly period: string; readonly cases: ReadonlyMap<CaseId, CaseForCount> };

/** Periods of the units that show figures with the cases that each counts; those of December while it is being closed. */
async function membersOf(trx: Trx, year: string) {
  const frozen = await tablesIn(trx)
    .selectFrom('counted_case')
    .innerJoin('frozen_report', 'frozen_report.id', 'counted_case.report_id')
    .select(['counted_case.case_id', 'frozen_report.period'])
    .where('frozen_report.period', 'like', `${year}-%`)
    .where('frozen_report.view', 'in', ['coarse', 'full'])
    .orderBy('frozen_report.publication')
    .execute();
  const shown = [...Map.groupBy(frozen, ({ period }) => period)].map(([period, of]) => ({
    ...{ period, ids: of.map(({ case_id: id }) => id) },
  }));
  const december = monthSchema.parse(`${year}-12`);
  if (await isMonthClosed(trx, december)) return shown;
  const own = (await unitsToClose(trx, december)).units
    .filter(({ period, counted }) => !isRest(period) && counted.length > 0)
    .map(({ period, counted: ids }) => ({ period, ids }));
  return [...shown, ...own];
}

async function shownUnits(trx: Trx, year: string): Promise<Shown[]> {
  const units: Shown[] = [];
  for (const { period, ids } of await membersOf(trx, year)) {
    const columns = ['id', 'condition_confirmed', 'reporting_month', 'is_sealed'] as const;
    const shown = { id: ids, is_sealed: 0, annulled_at: null } as const;
    const rows = await columnsIn(tablesIn(trx), 'case_file', columns, shown);
    const counted = await casesForCount(trx, rows);
    units.push({ period, cases: new Map(rows.flatMap(({ id }, at) => (counted[at] ? [[id, counted[at]]] : []))) });
  }
  return units;
}

/** Each row of a list within each group of the table that it details, for every unit that shows figures. */
function partsOf(made: Made, units: readonly Shown[], { groups, of, hasCoarseList }: Detail): UnitPart[] {
  const rows = rowsOf(made);
  const rowOf = new Map(rows.flatMap((row, at) => row.of.map((thing) => [made.things[thing]?.caseId, at] as const)));
  const counted = (cases: Shown['cases'], length: number, groupOf: Detail['of']) => {
    const cells = Array.from({ length: length * rows.length }, () => 0);
    for (const [id, one] of cases) {
      const at = groupOf(one) * rows.length + (rowOf.get(id) ?? rows.length - 1);
      cells[at] = (cells[at] ?? 0) + 1;
    }
    return cells;
  };
  return units.map(({ period, cases }) => {
    const coarse = hasCoarseList === true ? { coarse: counted(cases, 1, () => 0) } : {};
    return { period, cells: counted(cases, groups, of), ...coarse };
  });
}

/** A list whose rows hold every case once is rounded as one; any other counts each row alone. */
function listOf(made: Made, cases: number, units: readonly Shown[]): YearList {
  const { key, title } = made.rule;
  const all = rowsOf(made);
  const detail = detailed[key];
  if (detail !== undefined) {
    const parts = partsOf(made, units, detail);
    const cells = (row: number) => parts.flatMap((part) => part.cells.filter((_, at) => at % all.length === row));
    const counted = (row: number) => cells(row).reduce((a, b) => a + b, 0);
    return { key, title, kind: 'units', rows: all.map(({ label }, row) => ({ label, count: counted(row) })), parts };
  }
  const rows = key === 'T16' ? joinDistricts(all) : all.map(({ label, count }) => ({ label, count }));
  const sum = all.reduce((total, { count }) => total + count, 0);
  return { key, title, kind: sum === cases ? 'one-way' : 'counts', rows };
}

/** Cases of a year without the sealed ones, and its lists. */
export async function yearLists(
  trx: Trx,
  { year, today }: { readonly year: string; readonly today: CivilDate },
  { places, evaluationOf }: { readonly places: PlaceIndex; readonly evaluationOf: EvaluationOf },
): Promise<{ cases: number; lists: YearList[] }> {
  const units = await shownUnits(trx, year);
  const as = (made: Made) => ({ cases: made.things.length, list: listOf(made, made.things.length, units) });
  const ask = { period: year, grouping: 'EDAD_PEQUENO', reader: null } as const;
  const made = await makeTables(trx, ask, { rules: yearRules, places, as });
  const series = (await evaluationOf(trx, Number(year), today)).filter(({ key }) => !keptOut.has(key));
  const evaluation: YearList = {
    ...{ key: 'EV', title: 'Serie de evaluación', kind: 'counts' },
    rows: series.map(({ label, count }) => ({ label, count })),
  };
  return { cases: made[0]?.cases ?? 0, lists: [...made.map(({ list }) => list), evaluation] };
}

/** The lists of a year for its anonymised file: what the tables of the centre count, each fact once. */
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import {
  internalRules,
  joinDistricts,
  tableNumber,
  type TableRule,
  type YearList,
} from '../../shared/reports/index.ts';
import { makeTables, type Made } from './internal/tables.ts';
import type { Trx } from './tables.ts';

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
]);

const ages: TableRule = { key: 'T2-edad', title: 'Edad', rows: [{ ages: 'EDAD_VICTIMA' }], columns: [] };

const yearRules: readonly TableRule[] = [
  ages,
  ...internalRules.filter(({ key }) => key === 'T7-vinculos'),
  ...internalRules.filter((rule) => ofYear.has(tableNumber(rule)) && !keptOut.has(rule.key)),
];

function rowsOf({ rows, counted }: Made) {
  return rows.flatMap(({ label, is, total }, at) => {
    const [figure] = counted.rows[at]?.figures ?? [];
    return total === true || figure?.kind !== 'count' ? [] : [{ label, code: is[0] ?? '', count: figure.of.length }];
  });
}

/** A list whose rows hold every case once is rounded as one; any other counts each row alone. */
function listOf(made: Made, cases: number): YearList {
  const { key, title } = made.rule;
  const all = rowsOf(made);
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
  const made = await makeTables(trx, { period: year, grouping: 'EDAD_PEQUENO', reader: null }, { rules: yearRules, places });
  const cases = made[0]?.things.length ?? 0;
  const series = await evaluationOf(trx, Number(year), today);
  const evaluation: YearList = {
    ...{ key: 'EV', title: 'Serie de evaluación', kind: 'counts' },
    rows: series.map(({ label, count }) => ({ label, count })),
  };
  return { cases, lists: [...made.map((one) => listOf(one, cases)), evaluation] };
}

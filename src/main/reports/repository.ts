/** Cases of a month as the report counts them, and what was published before. */
import {
  asEarlier,
  unitsOfClosing,
  waitingBands,
  yearRestPeriodOf,
  caseForCountSchema,
  type CaseForCount,
  type EarlierUnit,
  type OpenYear,
  type PublishedMonth,
  isRest,
  isYear,
} from '../../shared/reports/index.ts';
import { oldListVersion, sectionOf, type FormSectionId } from '../../shared/intake/index.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import { addMonths, monthSchema, type Month } from '../../shared/platform/dates.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { fail } from '../../shared/platform/failures.ts';
import { foundedOn } from '../centre/index.ts';
import type { Questions } from '../../shared/record/index.ts';
import { answersByCase, closedCases, type CaseRow } from '../intake/index.ts';
import { among, inParts } from '../platform/storage/among.ts';
import { contentHash } from '../papers/index.ts';
import { parsePublished } from './files/index.ts';
import { insertRecord, insertRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type FrozenReport, type ReportsTables, type Trx, type Use } from './tables.ts';

export type { FrozenReport } from './tables.ts';
export type FrozenFile = ReportsTables['frozen_file'];

const validated = (trx: Trx) =>
  tablesIn(trx)
    .selectFrom('case_file')
    .select(['id', 'condition_confirmed', 'reporting_month', 'is_sealed'])
    .where('state', '<>', 'draft')
    .where('annulled_at', 'is', null)
    .orderBy('number');

export type Countable = Pick<CaseRow, 'id' | 'condition_confirmed' | 'reporting_month' | 'is_sealed'>;

/** Validated and not sealed cases of a month that are not closed to the reader, whether a unit has counted them or not. */
export async function countableFor(trx: Trx, month: Month, reader: StaffId): Promise<CaseForCount[]> {
  const rows = await validated(trx).where('reporting_month', '=', month).where('is_sealed', '=', 0).execute();
  const ids = rows.map(({ id }) => id);
  const closed = await closedCases(trx, reader, ids);
  const open = rows.filter(({ id }) => !closed.has(id));
  return casesForCount(trx, open);
}

/** Cases up to this month that no published unit has counted: sealed ones too, which wait for the rest of the year. */
export async function uncountedUpTo(trx: Trx, month: Month): Promise<Countable[]> {
  return validated(trx)
    .where('reporting_month', '<=', month)
    .where('id', 'not in', tablesIn(trx).selectFrom('counted_case').select('case_id'))
    .execute();
}

const pick = (section: FormSectionId, names: readonly string[]): Questions => {
  const { questions } = sectionOf(section);
  return Object.fromEntries(Object.entries(questions).filter(([name]) => names.includes(name)));
};
/** Of a ficha the report reads these answers and no other. */
const countedA = pick('a', ['userAge', 'userSex', 'bondGroup', 'complaintFiled']);
const countedB = pick('b', ['violenceType', 'valuationLevel', 'hasProtectionMeasures']);

/** What the report knows of them, in the order of their numbers. */
export async function casesForCount(trx: Trx, rows: readonly Countable[]): Promise<CaseForCount[]> {
  const cases: CaseForCount[] = [];
  for (const part of inParts(rows, 4000)) {
    const ids = part.map(({ id }) => id);
    const [ofA, ofB] = [await answersByCase(trx, 'a', ids, countedA), await answersByCase(trx, 'b', ids, countedB)];
    for (const row of part) {
      const a = ofA.get(row.id) ?? {};
      const b = ofB.get(row.id) ?? {};
      cases.push(
        // Strict on purpose: a validated case without type, sex or age is a fault, never an uncounted case.
        caseForCountSchema.parse({
          violenceType: b['violenceType'],
          age: a['userAge'],
          sex: a['userSex'],
          condition: row.condition_confirmed,
          riskLevel: b['valuationLevel'],
          bondGroup: a['bondGroup'],
          complaint: a['complaintFiled'],
          protection: b['hasProtectionMeasures'],
        }),
      );
    }
  }
  return cases;
}

/** Months in which a case was admitted or is counted; fichas of old lists belong to none. */
export async function monthsWithCases(trx: Trx): Promise<Month[]> {
  const rows = await tablesIn(trx)
    .selectFrom('case_file')
    .select(['admitted_on', 'reporting_month'])
    .where('form_version', '<>', oldListVersion)
    .where('annulled_at', 'is', null)
    .distinct()
    .execute();
  const months = rows.flatMap((row) => [monthOf(row.admitted_on), row.reporting_month]);
  return [...new Set(months)].filter((month) => month !== null);
}

export async function listFrozen(trx: Trx): Promise<FrozenReport[]> {
  return tablesIn(trx).selectFrom('frozen_report').selectAll().orderBy('publication').execute();
}

export async function findFrozen(trx: Trx, period: string): Promise<FrozenReport | undefined> {
  return tablesIn(trx).selectFrom('frozen_report').selectAll().where('period', '=', period).executeTakeFirst();
}

/** Whether the month was published. */
export async function isMonthClosed(trx: Trx, month: Month): Promise<boolean> {
  return (await findFrozen(trx, month)) !== undefined;
}

/**
 * Files of a published unit, manifest included, by name.
 *
 * @throws damaged `frozen-damaged` when one is not as it was frozen, or none is there
 */
export async function frozenFiles(trx: Trx, reportId: string): Promise<FrozenFile[]> {
  const files = await rowsOf(tablesIn(trx), 'frozen_file', { report_id: reportId }, 'name');
  const sound = files.length > 0 && files.every((file) => contentHash(file.bytes) === file.sha256);
  if (!sound) throw fail('damaged', 'frozen-damaged');
  return files;
}

/** The figures of published units by report: of their files the JSON alone is read. @throws damaged `frozen-damaged` */
async function figuresOf(
  trx: Trx,
  reports: readonly FrozenReport[],
): Promise<(report: FrozenReport) => PublishedMonth> {
  const ids = reports.map(({ id }) => id);
  const files = await tablesIn(trx)
    .selectFrom('frozen_file')
    .select(['report_id', 'sha256', 'bytes'])
    .where('report_id', 'in', among(ids))
    .where('name', 'like', 'reporte-%.json')
    .execute();
  const byReport = new Map(files.map((file) => [file.report_id, file]));
  return ({ id }) => {
    const json = byReport.get(id);
    if (json === undefined || contentHash(json.bytes) !== json.sha256) throw fail('damaged', 'frozen-damaged');
    try {
      return parsePublished(json.bytes);
    } catch {
      throw fail('damaged', 'frozen-damaged');
    }
  };
}

/** What was published for a unit. @throws damaged `frozen-damaged` */
export async function publishedUnit(trx: Trx, report: FrozenReport): Promise<PublishedMonth> {
  return (await figuresOf(trx, [report]))(report);
}

/** Units of the same year published for an earlier time: what the year to date is made of. */
export async function earlierUnits(trx: Trx, period: string): Promise<EarlierUnit[]> {
  const units: EarlierUnit[] = [];
  const reports = (await listFrozen(trx)).filter((report) => comesBefore(report.period, period));
  const publishedOf = await figuresOf(trx, reports);
  for (const report of reports) {
    const unit = asEarlier(publishedOf(report));
    // A residual of before did not say so: it took every band that waited then.
    const isOfBefore = report.schema_version === 1 && parseMonth(report.period) === null;
    units.push(isOfBefore ? { ...unit, collects: waitingBands(units) } : unit);
  }
  return units;
}

/** The month after the last closed one: months close in order, beginning with that of the founding. */
export async function nextToClose(trx: Trx): Promise<Month> {
  const closed = new Set((await listFrozen(trx)).map(({ period }) => period));
  let month = monthOf(await foundedOn(trx));
  while (closed.has(month)) month = addMonths(month, 1);
  return month;
}

/** Months that were published, in order. */
export async function closedMonths(trx: Trx): Promise<Month[]> {
  const periods = (await listFrozen(trx)).flatMap(({ period }) => monthSchema.safeParse(period).data ?? []);
  return periods.toSorted();
}

/** Years before that of the month which ended without their rest, under the program of before (U-1). */
export async function openYears(trx: Trx, month: Month): Promise<OpenYear[]> {
  const open: OpenYear[] = [];
  for (let last = `${(await foundedOn(trx)).slice(0, 4)}-12`; last < month; last = addYear(last)) {
    const rest = yearRestPeriodOf(last);
    if ((await findFrozen(trx, rest)) !== undefined) continue;
    open.push({ year: last.slice(0, 4), bands: waitingBands(await earlierUnits(trx, rest)) });
  }
  return open;
}
const addYear = (last: string) => `${Number(last.slice(0, 4)) + 1}-12`;

/** What the closing of a month would set free now, with the rows behind it and the units of its year before. */
export async function unitsToClose(trx: Trx, month: Month) {
  const rows = await uncountedUpTo(trx, month);
  const waiting = rows.map((row) => ({ id: row.id, month: row.reporting_month ?? '', isSealed: row.is_sealed === 1 }));
  const earlier = await earlierUnits(trx, month);
  return { rows, earlier, units: unitsOfClosing(month, waiting, waitingBands(earlier), await openYears(trx, month)) };
}

export async function nextPublication(trx: Trx): Promise<number> {
  return ((await listFrozen(trx)).at(-1)?.publication ?? 0) + 1;
}

export async function insertFrozen(
  unit: Use,
  report: FrozenReport,
  content: {
    readonly cells: readonly { readonly exact: number; readonly rounded: number }[];
    readonly files: readonly Omit<FrozenFile, 'report_id'>[];
    /** The cases it counts: none of them may be in another unit, and the table refuses it. */
    readonly members: readonly CaseId[];
  },
): Promise<void> {
  const own = tablesIn(unit.trx);
  await insertRecord(unit, tablesIn, 'frozen_report', report);
  const cells = content.cells.map((cell, position) => ({ report_id: report.id, position, ...cell }));
  await insertRow(own, 'frozen_cell', cells);
  const files = content.files.map((file) => ({ report_id: report.id, ...file }));
  await insertRow(own, 'frozen_file', files);
  await own
    .insertInto('counted_case')
    .columns(['case_id', 'report_id'])
    .expression(
      own
        .selectFrom('case_file')
        .select((select) => ['id', select.val(report.id).as('report_id')])
        .where('id', 'in', among(content.members)),
    )
    .execute();
}

/** Null for a residual unit. */
export function parseMonth(period: string): Month | null {
  const month = monthSchema.safeParse(period);
  return month.success ? month.data : null;
}

/** A residual unit stands after the last month of its quarter, the rest after all. */
function placeOf(period: string): number {
  if (isRest(period)) return 13;
  const quarter = /-Q([1-4])-residual$/.exec(period)?.[1];
  return quarter === undefined ? Number(period.slice(5, 7)) : Number(quarter) * 3 + 0.5;
}

/** True for an earlier unit of the same year. */
function comesBefore(one: string, other: string): boolean {
  // The lists of a year are no part of it: they share no figure with its months.
  if (isYear(one)) return false;
  return one.slice(0, 4) === other.slice(0, 4) && placeOf(one) < placeOf(other);
}

/** Cases of a month as the report counts them, and what was published before. */
import {
  asEarlier,
  caseForCountSchema,
  type CaseForCount,
  type EarlierUnit,
  type PublishedMonth,
} from '../../shared/reports/index.ts';
import { oldListVersion } from '../../shared/intake/index.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import type { Month } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { getSectionA, getSectionB } from '../intake/index.ts';
import { contentHash } from '../papers/index.ts';
import { parseReportJson } from './files/index.ts';
import { comesBefore, parseMonth } from './periods.ts';
import { tablesIn, type Trx, type ReportsTables } from './tables.ts';

export type FrozenReport = ReportsTables['frozen_report'];
export type FrozenFile = ReportsTables['frozen_file'];

/** Validated and not sealed cases of a month: the ones its publication counts (rules U-2 and U-4). */
export async function countableCases(trx: Trx, month: Month): Promise<CaseForCount[]> {
  const rows = await tablesIn(trx)
    .selectFrom('case_file')
    .select(['id', 'condition_confirmed'])
    .where('reporting_month', '=', month)
    .where('is_sealed', '=', 0)
    .where('state', '<>', 'draft')
    .where('annulled_at', 'is', null)
    .orderBy('number')
    .execute();
  const cases: CaseForCount[] = [];
  for (const row of rows) {
    const a = (await getSectionA(trx, row.id)).answers;
    const b = (await getSectionB(trx, row.id)).answers;
    cases.push(
      // Strict on purpose: a validated case without type, sex or age is a fault, never an uncounted case.
      caseForCountSchema.parse({
        violenceType: b.violenceType,
        age: a.userAge,
        sex: a.userSex,
        condition: row.condition_confirmed,
        riskLevel: b.valuationLevel,
        bondGroup: a.bondGroup,
        complaint: a.complaintFiled,
        protection: b.hasProtectionMeasures,
      }),
    );
  }
  return cases;
}

/** How many validated cases of the month are sealed: the totals differ from the central register by them (D24). */
export async function countSealedCases(trx: Trx, month: Month): Promise<number> {
  const row = await tablesIn(trx)
    .selectFrom('case_file')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('reporting_month', '=', month)
    .where('is_sealed', '=', 1)
    .where('annulled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
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
  return tablesIn(trx).selectFrom('frozen_report').selectAll().orderBy('period').execute();
}

export async function findFrozen(trx: Trx, period: string): Promise<FrozenReport | undefined> {
  return tablesIn(trx).selectFrom('frozen_report').selectAll().where('period', '=', period).executeTakeFirst();
}

/** Whether the month was published: then a late case belongs to the month of its validation (D20). */
export async function isMonthClosed(trx: Trx, month: Month): Promise<boolean> {
  return (await findFrozen(trx, month)) !== undefined;
}

/**
 * Files of a published unit, manifest included, by name.
 *
 * @throws damaged `frozen-damaged` when one is not as it was frozen, or none is there
 */
export async function frozenFiles(trx: Trx, reportId: string): Promise<FrozenFile[]> {
  const files = await tablesIn(trx)
    .selectFrom('frozen_file')
    .selectAll()
    .where('report_id', '=', reportId)
    .orderBy('name')
    .execute();
  const sound = files.length > 0 && files.every((file) => contentHash(file.bytes) === file.sha256);
  if (!sound) throw fail('damaged', 'frozen-damaged');
  return files;
}

/** What was published for a unit. @throws damaged `frozen-damaged` */
export async function publishedUnit(trx: Trx, report: FrozenReport): Promise<PublishedMonth> {
  const json = (await frozenFiles(trx, report.id)).find(
    (file) => file.name.startsWith('reporte-') && file.name.endsWith('.json'),
  );
  if (json === undefined) throw fail('damaged', 'frozen-damaged');
  try {
    const { auditSeq: _seq, auditSeal: _seal, ...month } = parseReportJson(json.bytes);
    return month;
  } catch {
    throw fail('damaged', 'frozen-damaged');
  }
}

/** Units of the same year published for an earlier time: what the year to date is made of. */
export async function earlierUnits(trx: Trx, period: string): Promise<EarlierUnit[]> {
  const units: EarlierUnit[] = [];
  for (const report of await listFrozen(trx)) {
    if (comesBefore(report.period, period)) units.push(asEarlier(await publishedUnit(trx, report)));
  }
  return units;
}

/** Months of a year published as a band whose cases no residual unit has taken yet (disclosure §3.3). */
export async function waitingBands(trx: Trx, year: string): Promise<Month[]> {
  const ofYear = (await listFrozen(trx)).filter((report) => report.period.startsWith(`${year}-`));
  const last = ofYear
    .filter((report) => parseMonth(report.period) === null)
    .map((report) => report.closed_at)
    .sort()
    .at(-1);
  return ofYear
    .filter((report) => report.view === 'band' && (last === undefined || report.closed_at > last))
    .map((report) => parseMonth(report.period))
    .filter((month) => month !== null);
}

export async function insertFrozen(
  trx: Trx,
  report: FrozenReport,
  content: {
    readonly cells: readonly { readonly exact: number; readonly rounded: number }[];
    readonly files: readonly Omit<FrozenFile, 'report_id'>[];
  },
): Promise<void> {
  await tablesIn(trx).insertInto('frozen_report').values(report).execute();
  const cells = content.cells.map((cell, position) => ({ report_id: report.id, position, ...cell }));
  await tablesIn(trx).insertInto('frozen_cell').values(cells).execute();
  const files = content.files.map((file) => ({ report_id: report.id, ...file }));
  await tablesIn(trx).insertInto('frozen_file').values(files).execute();
}

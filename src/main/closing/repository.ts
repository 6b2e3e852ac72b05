/** What is kept of closing fichas. */
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { byNow, insertRecord, insertRow, rowsOf, updateVersioned } from '../platform/storage/rows.ts';
import { tablesIn, type ClosingRow, type LineRow, type Trx, type Use } from './tables.ts';

/** Newest first. */
export async function listSupervisions(trx: Trx, caseIds: readonly CaseId[]) {
  return rowsOf(tablesIn(trx), 'supervised_follow_up', { case_id: caseIds }, 'held_on desc', 'recorded_at desc');
}

/** Newest first, those that were declined too. */
export async function listClosings(trx: Trx, caseIds: readonly CaseId[]): Promise<ClosingRow[]> {
  return rowsOf(tablesIn(trx), 'case_closing', { case_id: caseIds }, 'proposed_at desc', 'id');
}

export async function listLines(trx: Trx, closingIds: readonly Id<'ClosingId'>[]): Promise<LineRow[]> {
  return rowsOf(tablesIn(trx), 'case_closing_line', { closing_id: closingIds });
}

export async function insertClosing(unit: Use, row: ClosingRow, lines: readonly LineRow[]): Promise<void> {
  await insertRecord(unit, tablesIn, 'case_closing', row);
  await insertRow(tablesIn(unit.trx), 'case_closing_line', lines);
}

/** The list as it was when it was closed stands in place of the one that was proposed. */
export async function completeClosing(unit: Use, row: ClosingRow, lines: readonly LineRow[]): Promise<void> {
  const tables = tablesIn(unit.trx);
  await tables.deleteFrom('case_closing_line').where('closing_id', '=', row.id).execute();
  await insertRow(tables, 'case_closing_line', lines);
  await updateVersioned(tables, 'case_closing', row, byNow(unit, 'closed'));
  unit.touch('case_closing', row.id);
}

/** Newest first. */
export async function listReopenings(trx: Trx, caseIds: readonly CaseId[]) {
  return rowsOf(tablesIn(trx), 'case_reopening', { case_id: caseIds }, 'reopened_at desc');
}

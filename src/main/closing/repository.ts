/** What is kept of closing fichas. */
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { insertRow, rowsOf, updateVersioned } from '../platform/storage/rows.ts';
import { tablesIn, type ClosingRow, type LineRow, type Trx } from './tables.ts';

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

export async function insertClosing(trx: Trx, row: ClosingRow, lines: readonly LineRow[]): Promise<void> {
  await tablesIn(trx).insertInto('case_closing').values(row).execute();
  await insertRow(tablesIn(trx), 'case_closing_line', lines);
}

/** The list as it was when it was closed stands in place of the one that was proposed. */
export async function completeClosing(trx: Trx, row: ClosingRow, lines: readonly LineRow[]): Promise<void> {
  await tablesIn(trx).deleteFrom('case_closing_line').where('closing_id', '=', row.id).execute();
  await insertRow(tablesIn(trx), 'case_closing_line', lines);
  await updateVersioned(tablesIn(trx), 'case_closing', row, { closed_by: row.closed_by, closed_at: row.closed_at });
}

/** Newest first. */
export async function listReopenings(trx: Trx, caseIds: readonly CaseId[]) {
  return rowsOf(tablesIn(trx), 'case_reopening', { case_id: caseIds }, 'reopened_at desc');
}

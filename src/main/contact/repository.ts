/** Calls of a case, oldest first. */
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { rowOf, rowsOf, updateVersioned } from '../platform/storage/rows.ts';
import { tablesIn, type CallRow, type Trx } from './tables.ts';

export async function listCalls(trx: Trx, caseIds: readonly CaseId[]): Promise<CallRow[]> {
  return rowsOf(tablesIn(trx), 'call_attempt', { case_id: caseIds }, 'started_at', 'id');
}

export async function insertCall(trx: Trx, row: CallRow): Promise<void> {
  await tablesIn(trx).insertInto('call_attempt').values(row).execute();
}

/** @throws conflict when somebody changed it since that version was read */
export async function updateCall(
  trx: Trx,
  target: Pick<CallRow, 'id' | 'version'>,
  change: Partial<Omit<CallRow, 'id' | 'version'>>,
): Promise<void> {
  await updateVersioned(tablesIn(trx), 'call_attempt', target, change);
}

/** Calls of a case, oldest first. */
import type { CaseId } from '../../shared/platform/ids.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type CallRow, type Trx } from './tables.ts';

export async function listCalls(trx: Trx, caseIds: readonly CaseId[]): Promise<CallRow[]> {
  return rowsOf(tablesIn(trx), 'call_attempt', { case_id: caseIds }, 'started_at', 'id');
}

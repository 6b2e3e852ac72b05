/** Requests of persons about their data. */
import { sql } from 'kysely';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { columnsIn, rowOf, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type PrivacyTables, type Trx } from './tables.ts';

export type RequestRow = PrivacyTables['data_request'];

/** Newest first. One of somebody who is not the user has no ficha. */
export function listRequests(
  trx: Trx,
  of: Partial<Pick<RequestRow, 'case_id' | 'recorded_by'>> = {},
): Promise<RequestRow[]> {
  return rowsOf(tablesIn(trx), 'data_request', of, 'asked_on desc', 'recorded_at desc', 'id');
}

/** The one that was asked first at the head. */
export async function openRequests(trx: Trx): Promise<RequestRow[]> {
  return tablesIn(trx)
    .selectFrom('data_request')
    .selectAll()
    .where('state', '=', sql.lit('open'))
    .orderBy('asked_on')
    .execute();
}

/** @throws not-found, also for one of another ficha */
export async function getRequest(trx: Trx, id: Id<'DataRequestId'>, caseId: CaseId | null): Promise<RequestRow> {
  return rowOf(tablesIn(trx), 'data_request', { id, case_id: caseId });
}

export async function caseNumbers(trx: Trx, ids: readonly CaseId[]): Promise<ReadonlyMap<string, string>> {
  const rows = await columnsIn(tablesIn(trx), 'case_file', ['id', 'number'], { id: ids });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

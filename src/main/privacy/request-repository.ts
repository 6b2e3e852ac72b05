/** Requests of persons about their data. */
import { sql } from 'kysely';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { rowOf, columnsIn } from '../platform/storage/rows.ts';
import { tablesIn, type PrivacyTables, type Trx } from './tables.ts';

export type RequestRow = PrivacyTables['data_request'];

/** Newest first: of a ficha, or those that this person took down from somebody who is not the user; else all. */
export async function listRequests(
  trx: Trx,
  { caseId, outsideBy }: { readonly caseId?: CaseId; readonly outsideBy?: string },
): Promise<RequestRow[]> {
  let query = tablesIn(trx).selectFrom('data_request').selectAll();
  if (caseId !== undefined) query = query.where('case_id', '=', caseId);
  if (outsideBy !== undefined) query = query.where('case_id', 'is', null).where('recorded_by', '=', outsideBy);
  return query.orderBy('asked_on', 'desc').orderBy('recorded_at', 'desc').orderBy('id').execute();
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

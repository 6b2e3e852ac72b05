/** Rows of the persons who have a part in a case; who was taken out is not among them. */
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type IntakeTables } from './tables.ts';

export type ParticipantRow = IntakeTables['case_participant'];

/** In the order in which they were added. */
export async function listParticipantRows(trx: Trx, caseId: CaseId): Promise<ParticipantRow[]> {
  return rowsOf(tablesIn(trx), 'case_participant', { case_id: caseId, removed_at: null }, 'rowid');
}

/** @throws not-found, also for one of another case and for one taken out */
export async function getParticipantRow(
  trx: Trx,
  { caseId, participantId }: { caseId: CaseId; participantId: string },
): Promise<ParticipantRow> {
  const rows = await listParticipantRows(trx, caseId);
  const row = rows.find((one) => one.id === participantId);
  if (row === undefined) throw fail('not-found');
  return row;
}

/** Hearings of many cases by their day alone, for counting. */
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { tablesIn, type Trx } from './tables.ts';

/** Those that were held. */
export async function heldHearings(
  trx: Trx,
  caseIds: readonly CaseId[],
): Promise<{ readonly caseId: CaseId; readonly on: CivilDate }[]> {
  return tablesIn(trx)
    .selectFrom('hearing')
    .select(['case_id as caseId', 'held_on as on'])
    .where('case_id', 'in', among(caseIds))
    .where('state', '=', 'held')
    .execute();
}

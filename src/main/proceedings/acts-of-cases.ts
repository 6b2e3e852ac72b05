/** Acts and hearings of many cases by their day alone, for counting. */
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { EventKind } from '../../shared/proceedings/index.ts';
import { among } from '../platform/storage/among.ts';
import { tablesIn, type Trx } from './tables.ts';

type Act = { readonly caseId: CaseId; readonly kind: EventKind; readonly on: CivilDate; readonly grants: boolean };

/** Those not withdrawn. `grants`: it grants a measure, whole or in part. */
export async function actsOfProceeding(trx: Trx, caseIds: readonly CaseId[]): Promise<Act[]> {
  const rows = await tablesIn(trx)
    .selectFrom('proceeding_event')
    .select(['case_id as caseId', 'kind', 'happened_on as on'])
    .select((select) =>
      select
        .selectFrom('proceeding_event_measure')
        .select((one) => one.fn.countAll<number>().as('count'))
        .whereRef('proceeding_event_measure.event_id', '=', 'proceeding_event.id')
        .where('proceeding_event_measure.outcome', 'in', ['granted', 'partlyGranted'])
        .as('granted'),
    )
    .where('case_id', 'in', among(caseIds))
    .where('withdrawn', '=', 0)
    .execute();
  return rows.map(({ granted, ...act }) => ({ ...act, grants: (granted ?? 0) > 0 }));
}

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

/** What the door knows of one case: when she came, and the visits that were agreed with her. */
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { minutesBetween, orderLabel } from '../../shared/reception/index.ts';
import { among } from '../platform/storage/among.ts';
import { cellsOf } from '../platform/storage/rows.ts';
import type { VisitRow } from './desk-repository.ts';
import { tablesIn, type Trx } from './tables.ts';

/** `waited`: minutes until somebody attended her first; null while nobody did. */
export async function arrivalsOf(trx: Trx, caseId: CaseId) {
  const entries = await tablesIn(trx)
    .selectFrom('queue_entry')
    .innerJoin('arrival', 'arrival.id', 'queue_entry.arrival_id')
    .selectAll('queue_entry')
    .where('arrival.case_id', '=', caseId)
    .execute();
  const waits = await tablesIn(trx)
    .selectFrom('queue_wait')
    .innerJoin('queue_entry', 'queue_entry.id', 'queue_wait.entry_id')
    .innerJoin('arrival', 'arrival.id', 'queue_entry.arrival_id')
    .select(['queue_wait.entry_id', 'queue_wait.attended_at'])
    .where('arrival.case_id', '=', caseId)
    .where('queue_wait.attended_at', 'is not', null)
    .orderBy('queue_wait.attended_at')
    .execute();
  return entries.map((entry) => {
    const attendedAt = waits.find(({ entry_id }) => entry_id === entry.id)?.attended_at ?? null;
    return {
      ...cellsOf(entry, 'id', 'arrived_at', 'registered_by'),
      number: orderLabel(entry.channel, entry.number),
      waited: attendedAt === null ? null : minutesBetween(entry.arrived_at, attendedAt),
    };
  });
}

/** Visits that were to be, up to a day; those that were cancelled too. */
export async function visitsOf(trx: Trx, caseId: CaseId, until: CivilDate): Promise<VisitRow[]> {
  return tablesIn(trx)
    .selectFrom('expected_visit')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('day', '<=', until)
    .execute();
}

/** Of many cases: those that were not cancelled, from that day on. */
export async function visitsAmong(trx: Trx, caseIds: readonly CaseId[], from: CivilDate): Promise<VisitRow[]> {
  return tablesIn(trx)
    .selectFrom('expected_visit')
    .selectAll()
    .where('case_id', 'in', among(caseIds))
    .where('day', '>=', from)
    .where('state', '<>', 'cancelled')
    .orderBy('day')
    .orderBy('time')
    .execute();
}

/** Those of the centre in a span of days, that were not cancelled. */
export async function visitsBetween(trx: Trx, from: CivilDate, to: CivilDate): Promise<VisitRow[]> {
  return tablesIn(trx)
    .selectFrom('expected_visit')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('state', '<>', 'cancelled')
    .execute();
}

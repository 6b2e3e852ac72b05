/** Booked visits, questions about another person, calls of institutions, who is free. */
import { sql } from 'kysely';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type ReceptionTables, type Trx, type Use } from './tables.ts';

export type VisitRow = ReceptionTables['expected_visit'];
export type CallRow = ReceptionTables['institution_call'];
export type InquiryRow = ReceptionTables['person_inquiry'];

export async function listVisitsOf(trx: Trx, day: CivilDate): Promise<VisitRow[]> {
  return rowsOf(tablesIn(trx), 'expected_visit', { day }, 'time', 'booked_at');
}

/** Cases among these that are booked on the day; one that came counts, one that was cancelled does not. */
export async function bookedOn(trx: Trx, caseIds: readonly CaseId[], day: CivilDate): Promise<ReadonlySet<string>> {
  const rows = await tablesIn(trx)
    .selectFrom('expected_visit')
    .select('case_id')
    .where('case_id', 'in', among(caseIds))
    .where('day', '=', day)
    .where('state', '<>', 'cancelled')
    .execute();
  return new Set(rows.map(({ case_id }) => case_id).filter((id) => id !== null));
}

export async function listInquiryRows(trx: Trx): Promise<InquiryRow[]> {
  return tablesIn(trx).selectFrom('person_inquiry').selectAll().orderBy('asked_at', 'desc').limit(100).execute();
}

export async function listCalls(trx: Trx): Promise<CallRow[]> {
  return tablesIn(trx)
    .selectFrom('institution_call')
    .selectAll()
    .orderBy(sql`answer is not null`)
    .orderBy('received_at', 'desc')
    .limit(50)
    .execute();
}

/** Of the person of the session, from now on. */
export async function putPresence(unit: Use, state: ReceptionTables['staff_presence']['state']): Promise<void> {
  const id = unit.session.staffId;
  const now = { state, since_at: unit.now };
  const next = { ...now, version: sql<number>`staff_presence.version + 1` };
  await tablesIn(unit.trx)
    .insertInto('staff_presence')
    .values({ id, ...now, version: 1 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(next))
    .execute();
  unit.touch('staff_presence', id);
}

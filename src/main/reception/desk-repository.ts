/** Booked visits, questions about another person, calls of institutions, who is free. */
import { sql } from 'kysely';
import { fail } from '../../shared/platform/failures.ts';
import type { Trx } from '../database.ts';
import { among } from '../platform/storage/among.ts';
import type { ReceptionTables } from './tables.ts';

export type VisitRow = ReceptionTables['expected_visit'];
export type CallRow = ReceptionTables['institution_call'];
export type InquiryRow = ReceptionTables['person_inquiry'];

export async function insertVisit(trx: Trx, visit: VisitRow): Promise<void> {
  await trx.insertInto('expected_visit').values(visit).execute();
}

export async function findVisit(trx: Trx, id: string): Promise<VisitRow | undefined> {
  return trx.selectFrom('expected_visit').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listVisitsOf(trx: Trx, day: string): Promise<VisitRow[]> {
  return trx
    .selectFrom('expected_visit')
    .selectAll()
    .where('day', '=', day)
    .orderBy('time')
    .orderBy('booked_at')
    .execute();
}

/** Cases among these that are booked on the day; one that came counts, one that was cancelled does not. */
export async function bookedOn(trx: Trx, caseIds: readonly string[], day: string): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('expected_visit')
    .select('case_id')
    .where('case_id', 'in', among(caseIds))
    .where('day', '=', day)
    .where('state', '<>', 'cancelled')
    .execute();
  return new Set(rows.map(({ case_id }) => case_id).filter((id) => id !== null));
}

/** @throws conflict when somebody changed it since that version was read */
export async function updateVisit(
  trx: Trx,
  target: { id: string; version: number },
  change: Pick<VisitRow, 'state' | 'arrival_id'>,
): Promise<void> {
  const result = await trx
    .updateTable('expected_visit')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', target.id)
    .where('version', '=', target.version)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw fail('conflict');
}

export async function insertInquiry(trx: Trx, inquiry: InquiryRow): Promise<void> {
  await trx.insertInto('person_inquiry').values(inquiry).execute();
}

export async function listInquiryRows(trx: Trx): Promise<InquiryRow[]> {
  return trx.selectFrom('person_inquiry').selectAll().orderBy('asked_at', 'desc').limit(100).execute();
}

export async function insertCall(trx: Trx, call: CallRow): Promise<void> {
  await trx.insertInto('institution_call').values(call).execute();
}

export async function findCall(trx: Trx, id: string): Promise<CallRow | undefined> {
  return trx.selectFrom('institution_call').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listCalls(trx: Trx): Promise<CallRow[]> {
  return trx
    .selectFrom('institution_call')
    .selectAll()
    .orderBy(sql`answer is not null`)
    .orderBy('received_at', 'desc')
    .limit(50)
    .execute();
}

/** @throws conflict when somebody changed it since that version was read */
export async function updateCall(
  trx: Trx,
  target: { id: string; version: number },
  change: Partial<Omit<CallRow, 'id' | 'version' | 'arrival_id'>>,
): Promise<void> {
  const result = await trx
    .updateTable('institution_call')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', target.id)
    .where('version', '=', target.version)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw fail('conflict');
}

export async function putPresence(
  trx: Trx,
  presence: Omit<ReceptionTables['staff_presence'], 'version'>,
): Promise<void> {
  await trx
    .insertInto('staff_presence')
    .values({ ...presence, version: 1 })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ state: presence.state, since_at: presence.since_at, version: sql`staff_presence.version + 1` }),
    )
    .execute();
}

export async function listPresences(trx: Trx): Promise<ReceptionTables['staff_presence'][]> {
  return trx.selectFrom('staff_presence').selectAll().execute();
}

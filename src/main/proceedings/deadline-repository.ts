/** Terms and every date they had. */
import { sql } from 'kysely';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type ProceedingsTables } from './tables.ts';

export type DeadlineTableRow = ProceedingsTables['deadline'];
export type DueRow = ProceedingsTables['deadline_due'];
export type StoredDeadline = DeadlineTableRow & { readonly dues: readonly DueRow[] };

/** Dues oldest first: the last one counts. */
async function withDues(trx: Trx, rows: readonly DeadlineTableRow[]): Promise<StoredDeadline[]> {
  if (rows.length === 0) return [];
  const dues = await rowsOf(tablesIn(trx), 'deadline_due', { deadline_id: rows.map(({ id }) => id) }, 'position');
  const duesOf = Map.groupBy(dues, ({ deadline_id }) => deadline_id);
  return rows.map((row) => ({ ...row, dues: duesOf.get(row.id) ?? [] }));
}

export async function listDeadlinesOfCase(trx: Trx, caseId: CaseId): Promise<StoredDeadline[]> {
  const rows = await tablesIn(trx)
    .selectFrom('deadline')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy(sql`state <> 'open'`)
    .orderBy(sql`coalesce(warn_on, '9999')`)
    .orderBy('warn_time')
    .orderBy('rule_id')
    .execute();
  return withDues(trx, rows);
}

export async function listDeadlinesOfEvent(trx: Trx, eventId: Id<'ProceedingEventId'>): Promise<StoredDeadline[]> {
  return withDues(trx, await rowsOf(tablesIn(trx), 'deadline', { event_id: eventId }));
}

/** Open terms of every case that stands, or of one of them, the earliest first. */
export async function listOpenDeadlines(trx: Trx, only?: CaseId): Promise<StoredDeadline[]> {
  const open = tablesIn(trx)
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .selectAll('deadline')
    // Said and not bound: the index of those that are open serves no other question.
    .where('deadline.state', '=', sql.lit('open'))
    .where('case_file.annulled_at', 'is', null)
    .orderBy('warn_on')
    .orderBy('warn_time');
  const asked = only === undefined ? open : open.where('deadline.case_id', '=', only);
  return withDues(trx, await asked.execute());
}

/** When the reader was last in a case, from the audit: nothing more is kept for it. */
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { lastVisit } from '../../shared/timeline/index.ts';
import { tablesIn, type Use } from './tables.ts';

/** More readings than one visit makes. */
const looked = 200;

export async function lastVisitAt({ trx, session, now }: Use, caseId: CaseId): Promise<Instant | null> {
  const rows = await tablesIn(trx)
    .selectFrom('audit_object')
    .innerJoin('audit_entry', 'audit_entry.seq', 'audit_object.seq')
    .select('audit_entry.utc')
    .where('audit_object.object_kind', '=', 'case_file')
    .where('audit_object.object_id', '=', caseId)
    .where('audit_entry.staff_id', '=', session.staffId)
    .where('audit_entry.action', 'in', ['case.read', 'case.timelineRead'])
    .where('audit_entry.outcome', '=', 'ok')
    .orderBy('audit_object.seq', 'desc')
    .limit(looked)
    .execute();
  const readings = rows.map(({ utc }) => utc);
  return lastVisit(readings, now);
}

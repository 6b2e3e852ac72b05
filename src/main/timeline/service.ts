/** The history of a case behind the gate. */
import type { CaseId } from '../../shared/platform/ids.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import {
  inOrder,
  isInFilter,
  timelineFilters,
  type timelineContract,
  type ToldEntry,
  lastVisit,
} from '../../shared/timeline/index.ts';
import { getCaseRow } from '../intake/index.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { entriesOf } from './sources.ts';
import { inForce, teamOf } from './standing.ts';
import { type Trx, tablesIn, type Use } from './tables.ts';
import type { Instant } from '../../shared/platform/dates.ts';

// When the reader was last in a case, from the audit: nothing more is kept for it.

/** More readings than one visit makes. */
const looked = 200;

async function lastVisitAt({ trx, session, now }: Use, caseId: CaseId): Promise<Instant | null> {
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

type Read = (typeof timelineContract)['readTimeline'];

async function readTimeline(unit: Unit<Trx>, { caseId, newest }: InputOf<Read>) {
  const lastVisit = await lastVisitAt(unit, caseId);
  const isNew = ({ recordedAt }: ToldEntry) => lastVisit !== null && recordedAt > lastVisit;
  const row = await getCaseRow(unit.trx, caseId);
  const entries = inOrder(await entriesOf(unit, row, newest ?? null)).map((one) => ({ ...one, isNew: isNew(one) }));
  const amount = (filter: keyof typeof timelineFilters) => entries.filter((one) => isInFilter(one, filter)).length;
  const counts = codesOf(timelineFilters).map((filter) => [filter, amount(filter)] as const);
  unit.note({ entries: entries.length });
  const rest = { rest: null, isGrave: false, page: null, of: null, facts: [] };
  return {
    entries: entries.slice(0, newest).map((one) => ({ ...rest, ...one })),
    counts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    lastVisitAt: lastVisit,
    inForce: await inForce(unit, row),
    team: await teamOf(unit, row),
  };
}

/** The same in short, for a page that shows many cases; without what is only said by the program. */
export async function headlinesOf(unit: Unit<Trx>, caseId: CaseId) {
  const entries = await entriesOf(unit, await getCaseRow(unit.trx, caseId));
  return inOrder(entries.filter(({ kind }) => kind !== 'notice' && kind !== 'section' && kind !== 'file'));
}

export const timelineHandlers: Handlers<typeof timelineContract, Trx> = { readTimeline: inside(readTimeline) };

/** Reviewing accesos excepcionales within 72 hours; nobody an own one. */
import type { Role } from '../../shared/access/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { mayReview, reviewDueAt, type ExceptionalLine, type reserveContract } from '../../shared/reserve/index.ts';
import { listStaff, staffNames } from '../access/index.ts';
import { closeAlerts } from '../alerts/index.ts';
import { relationTo } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { byNow, cellsOf, changeRecord, valueIn } from '../platform/storage/rows.ts';
import { findAccess, readsOf, reviewed, unreviewed, type AccessRow } from './access-repository.ts';
import { noteOf } from './exceptional.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof reserveContract;
type Handled = 'listExceptionalAccesses' | 'countExceptionalReviews' | 'reviewExceptionalAccess';

/** The reviewed ones that are still shown. */
const shownReviewed = 50;

function isOverdue(unit: Use, row: AccessRow): boolean {
  return row.verdict === null && unit.clock.now() > reviewDueAt(row.opened_at);
}

/** `number` null: the case was sealed since and the reader is no member; undefined: not for this reader at all. */
type Reachable = { readonly row: AccessRow; readonly number: string | null };

async function reachable(unit: Use, rows: readonly AccessRow[]): Promise<Reachable[]> {
  const roles = new Map<string, readonly Role[]>((await listStaff(unit.trx)).map((one) => [one.id, one.roles]));
  const reader = { id: unit.session.staffId, roles: unit.session.roles };
  const found: Reachable[] = [];
  for (const row of rows) {
    if (!mayReview(reader, { id: row.staff_id, roles: roles.get(row.staff_id) ?? [] })) continue;
    const number = await numberOf(unit, row.case_id);
    if (number !== undefined) found.push({ row, number });
  }
  return found;
}

async function numberOf(unit: Use, caseId: CaseId): Promise<string | null | undefined> {
  const now = { instant: unit.now, today: unit.today };
  const relation = await relationTo(unit.trx, unit.session, caseId, now);
  // An annulled case is nobody's; that it was read is reviewed all the same.
  if (relation === null) return null;
  if (relation.hasConflict) return undefined;
  if (relation.isSealed && !relation.isSealMember) return null;
  return (await valueIn(tablesIn(unit.trx), 'case_file.number', { id: caseId })) ?? null;
}

async function list(unit: Use): Promise<OutputOf<Contract['listExceptionalAccesses']>> {
  const rows = [...(await unreviewed(unit.trx)), ...(await reviewed(unit.trx, shownReviewed))];
  const found = await reachable(unit, rows);
  const reads = await readsOf(
    unit.trx,
    found.map(({ row }) => row),
  );
  const names = await staffNames(unit.trx);
  const accesses = found.map(({ row, number }): ExceptionalLine => ({
    accessId: row.id,
    staffName: names.get(row.staff_id) ?? '',
    number,
    ...cellsOf(row, 'reason', 'words', 'opened_at', 'ended_at', 'verdict', 'review_words', 'reviewed_at'),
    end: row.ending,
    reads: reads.get(row.id) ?? 0,
    reviewedBy: row.reviewed_by === null ? null : (names.get(row.reviewed_by) ?? ''),
    isOverdue: isOverdue(unit, row),
  }));
  unit.note({ accesses: accesses.length });
  return { accesses };
}

async function count(unit: Use): Promise<OutputOf<Contract['countExceptionalReviews']>> {
  const found = await reachable(unit, await unreviewed(unit.trx));
  return { waiting: found.length, overdue: found.filter(({ row }) => isOverdue(unit, row)).length };
}

async function review(
  unit: Use,
  { accessId, verdict, words }: InputOf<Contract['reviewExceptionalAccess']>,
): Promise<void> {
  const row = await findAccess(unit.trx, accessId);
  if (row === undefined) throw fail('not-found');
  if (row.staff_id === unit.session.staffId) throw fail('rule-broken', 'exceptional-own');
  if ((await reachable(unit, [row])).length === 0) throw fail('not-found');
  if (row.verdict !== null) throw fail('rule-broken', 'exceptional-reviewed');
  if (row.ended_at === null) throw fail('rule-broken', 'exceptional-running');
  const change = { verdict, review_words: words, ...byNow(unit, 'reviewed') };
  await changeRecord(unit, tablesIn, 'exceptional_access', { id: row.id, version: row.version, ...change });
  await closeAlerts(unit, { caseId: row.case_id, kind: 'exceptionalAccess', note: noteOf(row) });
  unit.note({ verdict });
}

export const reviewHandlers: Pick<Handlers<Contract, Trx>, Handled> = {
  listExceptionalAccesses: inside(list),
  countExceptionalReviews: inside(count),
  reviewExceptionalAccess: inside(review),
};

/** What one person is told once: on every screen, until the person says that it was read. */
import type { Notice } from '../../shared/access/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Id } from '../../shared/platform/ids.ts';
import { changeRecord, findRow, insertRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

/** Tells each of these people, by id; in the transaction of what happened. */
export async function tellStaff(unit: Use, staffIds: readonly string[], words: string): Promise<void> {
  for (const staffId of new Set(staffIds)) {
    const id = unit.newId<'NoticeId'>();
    const row = { id, staff_id: staffId, words, raised_at: unit.now, seen_at: null, version: 1 };
    await insertRow(tablesIn(unit.trx), 'staff_notice', row);
    unit.touchAside('staff_notice', id);
  }
}

/** Newest first. */
export async function listMyNotices(unit: Use): Promise<{ notices: Notice[] }> {
  const rows = await rowsOf(
    tablesIn(unit.trx),
    'staff_notice',
    { staff_id: unit.session.staffId, seen_at: null },
    'raised_at desc',
  );
  return { notices: rows.map(({ id, words, raised_at }) => ({ id, words, raisedAt: raised_at })) };
}

/** Said twice is said once. @throws not-found for a notice of somebody else */
export async function acknowledgeNotice(unit: Use, { noticeId }: { noticeId: Id<'NoticeId'> }) {
  const row = await findRow(tablesIn(unit.trx), 'staff_notice', { id: noticeId });
  if (row?.staff_id !== unit.session.staffId) throw fail('not-found');
  if (row.seen_at !== null) return;
  await changeRecord(unit, tablesIn, 'staff_notice', { id: row.id, version: row.version, seen_at: unit.now });
}

/** Hand-overs to counterparts, and what these noted. */
import type { CounterpartSide } from '../../shared/access/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type HandOverRow, type NoteRow, type Trx } from './tables.ts';

/** Newest first. */
export async function handOversOf(trx: Trx, caseIds: readonly CaseId[]): Promise<HandOverRow[]> {
  return rowsOf(tablesIn(trx), 'counterpart_hand_over', { case_id: caseIds }, 'handed_at desc');
}

const standing = (trx: Trx) =>
  tablesIn(trx)
    .selectFrom('counterpart_hand_over')
    .innerJoin('case_file', 'case_file.id', 'counterpart_hand_over.case_id')
    .selectAll('counterpart_hand_over')
    .where('case_file.annulled_at', 'is', null);

/** Of every case that is open, not closed themselves, oldest first. */
export async function openHandOvers(trx: Trx, side: CounterpartSide): Promise<HandOverRow[]> {
  return standing(trx)
    .where('side', '=', side)
    .where('closed_at', 'is', null)
    .where('case_file.state', '!=', 'closed')
    .orderBy('handed_at')
    .execute();
}

/** Since then, in cases that count: neither annulled nor reserved. */
export async function handedSince(trx: Trx, since: Instant): Promise<HandOverRow[]> {
  return standing(trx).where('handed_at', '>=', since).where('case_file.is_sealed', '=', 0).execute();
}

/** Oldest first. */
export async function notesOf(trx: Trx, caseIds: readonly CaseId[]): Promise<NoteRow[]> {
  return rowsOf(tablesIn(trx), 'counterpart_note', { case_id: caseIds }, 'noted_at', 'rowid');
}

/** Ids of the referrals that an institution of the same building has open. */
export async function handedReferrals(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlySet<string>> {
  const rows = await handOversOf(trx, caseIds);
  return new Set(rows.filter(({ closed_at }) => closed_at === null).map(({ referral_id }) => referral_id));
}

/** What differs from what stands and nobody looked at, the oldest first. */
export async function unsettledNotes(trx: Trx, caseIds: readonly CaseId[]) {
  const rows = await notesOf(trx, caseIds);
  return rows
    .filter(({ outcome, settled_at }) => outcome === 'differs' && settled_at === null)
    .map(({ case_id: caseId, noted_at: at }) => ({ caseId, at }));
}

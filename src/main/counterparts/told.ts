/** What «Lo que sigue» asks of the hand-overs of many cases. */
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { handOversOf, notesOf } from './repository.ts';
import type { Trx } from './tables.ts';

/** Ids of the referrals that an institution of the same building has open. */
export async function handedReferrals(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlySet<string>> {
  const rows = await handOversOf(trx, caseIds);
  return new Set(rows.filter(({ closed_at }) => closed_at === null).map(({ referral_id }) => referral_id));
}

/** What differs from what stands and nobody looked at, the oldest first. */
export async function unsettledNotes(
  trx: Trx,
  caseIds: readonly CaseId[],
): Promise<{ readonly caseId: CaseId; readonly at: Instant }[]> {
  const rows = await notesOf(trx, caseIds);
  return rows
    .filter(({ outcome, settled_at }) => outcome === 'differs' && settled_at === null)
    .map(({ case_id: caseId, noted_at: at }) => ({ caseId, at }));
}

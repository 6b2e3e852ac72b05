/** Who may decide a proposal, asked at every call of the gate that approves one (D4). */
import { fail } from '../../shared/platform/failures.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import type { Session } from '../platform/gate/session.ts';
import { keyStandsIn, toDecide, wayOf } from './recovery-stand-in.ts';
import { findProposal } from './repository.ts';
import type { Trx } from './tables.ts';

/** @throws not-found, rule-broken `proposal-decided`, `own-proposal`, `party-to-act`, `second-person`, `recovery-key-needed` */
export async function checkApprover(
  unit: { readonly trx: Trx; readonly session: Session; readonly now: Instant },
  kind: string,
  proposalId: ProposalId,
): Promise<void> {
  const row = await findProposal(unit.trx, proposalId);
  if (row === null || row.kind !== kind) throw fail('not-found');
  if (row.state !== 'pending') throw fail('rule-broken', 'proposal-decided');
  const way = await wayOf(unit, toDecide(row));
  if (way === 'freely') return;
  if (way !== 'with-key') throw fail('rule-broken', way);
  if (!(await keyStandsIn(unit, 'approval', proposalId))) throw fail('rule-broken', 'recovery-key-needed');
}

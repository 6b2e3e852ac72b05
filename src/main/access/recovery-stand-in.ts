/**
 * The recovery key as second person (D4): proven against its slot, written down for one act of one person, good for ten
 * minutes, told to the others and listed for the next inspection.
 */
import {
  couldSecond,
  disableProblem,
  professionalRoles,
  proposalLabels,
  wayToDecide,
  type ProposalKind,
  type RecoveryKeyAct,
  type RecoveryKeyPurpose,
  type ToDecide,
  type WayToDecide,
} from '../../shared/access/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { decodeRecoveryKey } from '../platform/crypto/recovery-key.ts';
import { unlockWithRecovery, type Keyring } from '../platform/storage/keyring.ts';
import { tellStaff } from './notices.ts';
import { findProposal, getStaff, listStaff, type ProposalRow } from './repository.ts';
import { activeWith, lastKeyUse } from './stand-in-repository.ts';
import { insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Use, type Trx } from './tables.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import type { Session } from '../platform/gate/session.ts';

/** How long a typed key is good for its act. */
const goodForMs = 10 * 60_000;

/**
 * Proves that what was typed is the recovery key of this register; keeps nothing of it.
 *
 * @throws wrong-secret `recovery-key-mistyped` before any work with it, wrong-secret `recovery-key-other`, damaged
 */
export function proveRecoveryKey(keyring: Keyring, typed: string): void {
  const key = decodeRecoveryKey(typed);
  try {
    unlockWithRecovery(keyring, key).fill(0);
  } finally {
    key.fill(0);
  }
}

/** Whether this person typed the key for this act a moment ago. */
export async function keyStandsIn(
  unit: Pick<Use, 'trx' | 'session' | 'now'>,
  act: RecoveryKeyAct,
  subjectId: string,
): Promise<boolean> {
  const at = await lastKeyUse(unit.trx, { act, subjectId, by: unit.session.staffId });
  if (at === null) return false;
  const age = Date.parse(unit.now) - Date.parse(at);
  return age >= 0 && age < goodForMs;
}

/** Who decides it, as the proposal itself says. */
export function toDecide({ proposedBy, subjectId, payload }: ProposalRow): ToDecide {
  const { key } = payload as { key?: ToDecide['key'] };
  return { proposedBy, subjectId, key: key ?? null };
}

/** How the person of the session may decide it now. */
export async function wayOf({ trx, session }: Pick<Use, 'trx' | 'session'>, proposal: ToDecide): Promise<WayToDecide> {
  // Asked of the proposer alone: for everybody else it changes nothing.
  const isProposer = proposal.proposedBy === session.staffId;
  const hasOther = isProposer && couldSecond(await listStaff(trx), proposal).length > 0;
  return wayToDecide({ id: session.staffId, roles: session.roles }, proposal, hasOther);
}

/** Kinds whose sentence speaks of no ficha: the list of uses is read by people who see no case. */
const ofTheCentre: ReadonlySet<ProposalKind> = new Set([
  'month-closing',
  'reserved-export',
  'staff-change',
  'staff-access-reset',
  'acting-coordinator',
  'rule-change',
]);

function summaryFor({ kind, payload }: ProposalRow): string {
  return ofTheCentre.has(kind) ? (payload as { summary: string }).summary : proposalLabels[kind];
}

/** One sentence of what the key decides, for the list; throws when the act does not ask for the key. */
async function summaryOf(
  unit: Use,
  purpose: RecoveryKeyPurpose,
  isHidden: (unit: Use, row: ProposalRow) => Promise<boolean>,
): Promise<{ subjectId: string; summary: string }> {
  if (purpose.act === 'approval') {
    const row = await findProposal(unit.trx, purpose.proposalId);
    if (row === null || (await isHidden(unit, row))) throw fail('not-found');
    if (row.state !== 'pending') throw fail('rule-broken', 'proposal-decided');
    const way = await wayOf(unit, toDecide(row));
    if (way === 'freely' || way === 'own-proposal') throw fail('rule-broken', 'recovery-key-not-needed');
    if (way === 'party-to-act') throw fail('rule-broken', 'party-to-act');
    if (way === 'second-person') throw fail('rule-broken', 'second-person');
    return { subjectId: row.id, summary: summaryFor(row) };
  }
  const leaving = await getStaff(unit.trx, purpose.staffId);
  const problem = disableProblem(await listStaff(unit.trx), { staffId: leaving.id, by: unit.session.staffId });
  if (problem !== 'last-approver') throw fail('rule-broken', problem ?? 'recovery-key-not-needed');
  return { subjectId: leaving.id, summary: `Retiro de acceso: ${leaving.fullName}, usuario ${leaving.login}` };
}

/** Writes the use down and tells the other professionals. @throws not-found, rule-broken, wrong-secret, damaged */
export async function standInWithRecoveryKey(
  unit: Use,
  { recoveryKey, purpose }: { recoveryKey: string; purpose: RecoveryKeyPurpose },
  { keyring, isHidden }: { keyring: Keyring; isHidden: (unit: Use, row: ProposalRow) => Promise<boolean> },
): Promise<void> {
  const { subjectId, summary } = await summaryOf(unit, purpose, isHidden);
  proveRecoveryKey(keyring, recoveryKey);
  await noteKeyUse(unit, { act: purpose.act, subjectId, summary });
}

/** Lists one use of the key for the next inspection, and tells the other professionals. */
export async function noteKeyUse(
  unit: Use,
  { act, subjectId, summary }: { readonly act: RecoveryKeyAct; readonly subjectId: string; readonly summary: string },
): Promise<void> {
  const id = unit.newId();
  const use = { id, act, subject_id: subjectId, summary, used_by: unit.session.staffId, used_at: unit.now, version: 1 };
  await insertRecord(unit, tablesIn, 'recovery_key_use', use);
  unit.note({ act });
  const { fullName } = await getStaff(unit.trx, unit.session.staffId);
  const others = (await activeWith(unit.trx, professionalRoles)).filter((one) => one !== unit.session.staffId);
  await tellStaff(unit, others, `${fullName} usó la clave de recuperación en lugar de la segunda persona. ${summary}.`);
}

/**
 * Who may decide a proposal, asked at every call of the gate that approves one (D4).
 *
 * @throws not-found, rule-broken `proposal-decided`, `own-proposal`, `party-to-act`, `second-person`, `recovery-key-needed`
 */
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

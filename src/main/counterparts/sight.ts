/** What a counterpart sees: what was handed to its institution, she agreed to, and nobody closed. */
import { sideOf, type CounterpartSide } from '../../shared/access/index.ts';
import type { Consent } from '../../shared/care/index.ts';
import { bearsName, isAbout } from '../../shared/counterparts/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { consentAllows } from '../../shared/referrals/index.ts';
import { counterpartPost, listStaff } from '../access/index.ts';
import { listConsents, newestConsent } from '../care/index.ts';
import { allowed, getCaseRow, personsAround } from '../intake/index.ts';
import type { Session } from '../platform/gate/session.ts';
import { consentOption, getReferral, type ReferralRow } from '../referrals/index.ts';
import { rowOf } from '../platform/storage/rows.ts';
import { tablesIn, type HandOverRow, type Trx, type Use } from './tables.ts';

/** Whose account it is; null for anybody of the centre. */
export function sideOfSession({ roles }: Pick<Session, 'roles'>): CounterpartSide | null {
  return roles.map(sideOf).find((side) => side !== null) ?? null;
}

/** What she said of handing this kind to that institution: her newest word counts, and what was taken back is a no. */
export async function consentTo(
  trx: Trx,
  caseId: CaseId,
  { kind, establishment }: { readonly kind: ReferralRow['kind']; readonly establishment: string },
): Promise<Consent | null> {
  const consent = newestConsent(await listConsents(trx, caseId), (one) => isAbout(one, kind, establishment));
  return consent !== null && consentAllows(consentOption(consent)) ? consent : null;
}

/** Whether an account of that side bears the name of somebody of hers, declared or not: a colleague would read it to him. */
export async function isNear(trx: Trx, side: CounterpartSide, caseId: CaseId): Promise<boolean> {
  const active = (await listStaff(trx)).filter(({ state }) => state === 'active');
  const accounts = active.filter(({ roles }) => roles.some((role) => sideOf(role) === side));
  if (accounts.length === 0) return false;
  const persons = await personsAround(trx, caseId);
  return accounts.some(({ fullName }) => persons.some((person) => bearsName(fullName, person)));
}

export type Open = { readonly row: HandOverRow; readonly referral: ReferralRow; readonly consent: Consent };

/** The hand-over with what it rests on; null where nobody of the institution sees it now. */
export async function openOne(trx: Trx, row: HandOverRow): Promise<Open | null> {
  // She agreed to an institution by its name: under another name it is not the one she was told of.
  if (row.closed_at !== null || (await counterpartPost(trx, row.side))?.establishment !== row.establishment)
    return null;
  if ((await getCaseRow(trx, row.case_id)).state === 'closed' || (await isNear(trx, row.side, row.case_id)))
    return null;
  const referral = await getReferral(trx, row.case_id, row.referral_id);
  if (referral.state === 'closed') return null;
  const consent = await consentTo(trx, row.case_id, { kind: referral.kind, establishment: row.establishment });
  return consent === null ? null : { row, referral, consent };
}

/** The same for this account: of its side, and in a case that is not closed to it. */
export async function openTo(unit: Use, row: HandOverRow): Promise<Open | null> {
  if (row.side !== sideOfSession(unit.session)) return null;
  if ((await allowed(unit, 'counterpart.read', row.case_id)) === null) return null;
  return openOne(unit.trx, row);
}

/** @throws not-found, whatever the reason */
export async function getOpen(unit: Use, caseId: CaseId, id: Id<'HandOverId'>): Promise<Open> {
  const open = await openTo(unit, await rowOf(tablesIn(unit.trx), 'counterpart_hand_over', { id, case_id: caseId }));
  if (open === null) throw fail('not-found');
  return open;
}

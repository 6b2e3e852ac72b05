/** Which recorded consent covers a referral, and who has to give it (part 2; C4 and U73 to confirm). */
import type { Consent } from '../care/index.ts';
import type { ReferralKind } from './codes.ts';
import { referralRules } from './kinds/index.ts';

/** The older scope named health alone. */
const healthKinds: readonly ReferralKind[] = ['health', 'emergency-kit'];

/** A refusal of one kind is no refusal of another. */
export function coversKind(consent: Pick<Consent, 'scope' | 'purposes'>, kind: ReferralKind): boolean {
  if (consent.scope === 'healthReferral') return healthKinds.includes(kind);
  return consent.scope === 'referral' && consent.purposes.includes(kind);
}

/** Nothing of the user stands on a letter about the accused person: a court orders it. */
export function needsConsent(kind: ReferralKind): boolean {
  return referralRules[kind].subject !== 'aggressor';
}

/** True when the person attended is a child and no guardian consented, or the child said no. An exception stands by itself. */
export function lacksGuardian(
  consent: Consent,
  { age, guardianBelow }: { readonly age: number | null; readonly guardianBelow: number },
): boolean {
  if (age === null || age >= guardianBelow || consent.form === 'couldNotAsk') return false;
  return consent.guardian === null || consent.assent === null || consent.assent === 'refused';
}

/** Which recorded consent covers a referral, and who has to give it (referrals §2; C4 and U73 to confirm). */
import type { Consent } from '../care/index.ts';
import type { Consenter } from './codes.ts';
import { referralRules, type ReferralKind } from './kinds/index.ts';

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

type AgeRule = {
  /** Completed years; null when not known. */
  readonly age: number | null;
  readonly guardianBelow: number;
};

export function consenterOf({ age, guardianBelow }: AgeRule): Consenter {
  if (age === null) return guardianBelow === 0 ? 'herself' : 'unknown';
  return age < guardianBelow ? 'guardian' : 'herself';
}

/**
 * What a consent lacks: a guardian where the person attended is a child or the child said no, her age where neither the
 * ficha nor the consent says it. Null: nothing. An exception stands by itself.
 */
export function lacksConsenter(consent: Consent, rule: AgeRule): 'guardian' | 'age' | null {
  const consenter = consenterOf(rule);
  if (consent.form === 'couldNotAsk' || consenter === 'herself') return null;
  if (consenter === 'unknown' && consent.majority === 'adult') return null;
  if (consenter === 'unknown' && consent.majority === null) return 'age';
  return consent.guardianNames === null || consent.assent === null || consent.assent === 'refused' ? 'guardian' : null;
}

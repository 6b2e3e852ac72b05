import { needsConsent, referralKinds, referralRules } from '../../shared/referrals/index.ts';

export const referralPath = '/casos/$caseId/derivar/$kind';
export const severalPath = '/casos/$caseId/derivar-varias';

/** What a consent to share can be for, in one act. */
export const purposeOptions = referralKinds
  .filter(needsConsent)
  .map((kind) => ({ name: kind, label: referralRules[kind].label }));

/** Closed codes of the health referral. */
export const referralKinds = ['health'] as const;
export type ReferralKind = (typeof referralKinds)[number];

export const healthServices = [
  'emergency',
  'trauma',
  'mental-health',
  'sexual-health',
  'emergency-kit',
  'tests',
  'paediatrics',
  'other',
] as const;
export type HealthService = (typeof healthServices)[number];

export const urgencies = ['emergency', 'urgent', 'preferential', 'scheduled'] as const;
export type Urgency = (typeof urgencies)[number];

/** Rule C3: given; refused; could not be asked in an emergency; and the exceptions that need no consent. */
export const consentKinds = [
  'spoken',
  'written',
  'refused',
  'could-not-be-asked',
  'danger-to-life',
  'child-at-risk',
  'order-of-authority',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

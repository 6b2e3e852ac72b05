/** Closed codes of the referrals (referrals §3). */
export const referralKinds = [
  'health',
  'emergency-kit',
  'forensic-examination',
  'psychological-examination',
  'single-interview',
  'mental-health',
  'shelter',
  'upe',
  'demuna',
  'public-defence',
  'sis',
  'accompaniment',
  'urgent-care',
  'aggressor-centre',
  'other-cem',
  'school',
  'social-programme',
] as const;
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

/** What a referral can ask for, of every kind; each kind offers its own. */
export const referralServices = [
  ...healthServices,
  ...(['injuries', 'sexual-integrity', 'age', 'forensic-psychology', 'psychic-harm', 'single-interview'] as const),
  ...(['evaluation', 'treatment', 'crisis-care', 'lodging', 'protection-measure', 'follow-up'] as const),
  ...(['legal-advice', 'legal-defence', 'enrolment', 'basic', 'specialised', 'on-site-care', 'men-programme'] as const),
  ...(['whole-attention', 'enrolment-school', 'transfer-school', 'school-support', 'support', 'work', 'food'] as const),
] as const;
export type ReferralService = (typeof referralServices)[number];

/** From the fastest to the slowest. */
export const urgencies = ['emergency', 'urgent', 'preferential', 'scheduled'] as const;
export type Urgency = (typeof urgencies)[number];

/** Where the clock of the emergency kit stands after a sexual assault. */
export const kitUrgencies = ['emergency', 'urgent', 'later'] as const;
export type KitUrgency = (typeof kitUrgencies)[number];

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

/** Who has to consent: she, a guardian with her assent, or not known because the ficha does not say her age. */
export const consenters = ['herself', 'guardian', 'unknown'] as const;
export type Consenter = (typeof consenters)[number];

/** Facts of the record that a kind of referral may carry. Account, address and shelter are none of them. */
export const factNames = [
  'document',
  'language',
  'disability',
  'insurance',
  'zone',
  'pregnancy',
  'violence',
  'event',
  'hours',
  'level',
  'protection',
  'complaint',
  'children',
  'aggressor',
] as const;
export type FactName = (typeof factNames)[number];

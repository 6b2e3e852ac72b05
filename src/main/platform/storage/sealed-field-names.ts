/**
 * Fields of the second layer (security design §2.8). Frozen logical names, not SQL names: they are authenticated,
 * so renaming one makes old content unreadable. Add, never change.
 */
export const sealedFieldNames = {
  'attention.psychology-notes': 'psychology',
  'attention.social-notes': 'social',
  'attention.legal-notes': 'legal',
  'case.psychology-appraisal': 'psychology',
  'case.social-appraisal': 'social',
  'case.legal-appraisal': 'legal',
  'case.legal-strategy': 'legal',
  'change.psychology-appraisal': 'psychology',
  'change.social-appraisal': 'social',
  'change.legal-appraisal': 'legal',
  'change.safe-address': 'safe_address',
  'note.body': 'psychology',
  'note.draft': 'psychology',
  'location.looks-for-her': 'safe_address',
  'location.shared-home': 'safe_address',
  'person.safe-address': 'safe_address',
  'person.safe-phone': 'safe_address',
  'person.told': 'safe_address',
  'referral.shelter-address': 'safe_address',
  'safety.arrival': 'safe_address',
  'safety.bag': 'safe_address',
  'safety.children': 'safe_address',
  'safety.papers': 'safe_address',
  'safety.people': 'safe_address',
  'safety.places': 'safe_address',
  'safety.signals': 'safe_address',
  'safety.telephone': 'safe_address',
  'safety.week': 'safe_address',
} as const;

/** Content under the key of its compartment: never written in plain, a draft included. */
export const keyedFieldNames = ['note.body', 'note.draft'] as const;
export type KeyedFieldName = (typeof keyedFieldNames)[number];

export type SealedFieldName = Exclude<keyof typeof sealedFieldNames, KeyedFieldName>;

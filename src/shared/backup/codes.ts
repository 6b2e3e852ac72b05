/** Closed lists of the copies. */

/** Where the folder of the copies stands: on another disk, on the one of the record, or nobody knows. */
export const copyPlaces = ['outside', 'same', 'unknown'] as const;
export type CopyPlace = (typeof copyPlaces)[number];

/** What a restore may take away, in the order in which it is told; each is a table of the record. */
export const missingKinds = [
  'arrival',
  'case_file',
  'attention',
  'interview',
  'partner_risk_form',
  'issued_document',
  'attachment',
  'change_set',
] as const;
export type MissingKind = (typeof missingKinds)[number];

/** Days that the files stay that a restore put aside. */
export const asideDays = 30;

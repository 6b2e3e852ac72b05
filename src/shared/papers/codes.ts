/** Closed lists of the document and print registers (security design §8). */

export const documentKinds = ['filing', 'reserved-sheet', 'referral', 'monthly-report', 'register-sheet'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** How a copy leaves the program. */
export const copyWays = ['save', 'print'] as const;

export const copyStates = ['requested', 'sent', 'confirmed', 'failed'] as const;
export type CopyState = (typeof copyStates)[number];

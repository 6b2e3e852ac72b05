/** Closed lists of the document and print registers (security design §8). */

export const documentKinds = [
  ...(['filing', 'reserved-sheet', 'referral', 'monthly-report', 'register-sheet'] as const),
  ...(['official-letter', 'psychological-report', 'social-report'] as const),
  // Papers of the clock, for the day's work.
  ...(['day-sheet', 'hearing-sheet', 'neutral-card'] as const),
  'custody-receipt',
  'location-sheet',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** How a copy leaves the program. */
export const copyWays = ['save', 'print'] as const;

export type CopyWay = (typeof copyWays)[number];

/** `court`: number and page alone, for who receives it. `office`: with seal and code, for the archive of the centre (D13). */
export const copyEditions = ['court', 'office'] as const;
export type CopyEdition = (typeof copyEditions)[number];

export const copyFormats = ['pdf', 'docx'] as const;
export type CopyFormat = (typeof copyFormats)[number];

export const copyStates = ['requested', 'sent', 'confirmed', 'failed'] as const;
export type CopyState = (typeof copyStates)[number];

/** What became of a file that is no copy of a paper, in the words of copies. */
export const savedFileStates = ['requested', 'sent', 'failed'] as const satisfies readonly CopyState[];
export type SavedFileState = (typeof savedFileStates)[number];

/** Where a file was saved: `removable` a stick or another drive, `allowed` outside this computer with leave. */
export const savedPlaces = ['computer', 'removable', 'allowed'] as const;
export type SavedPlace = (typeof savedPlaces)[number];

/** What is said of a paper or file that somebody brings. */
export const verdicts = ['genuine', 'changed', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

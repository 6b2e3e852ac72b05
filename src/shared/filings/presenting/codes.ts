/** Closed codes of presenting: where a writ was left, what was answered, why a presentation is annulled. */

/** Where a proceeding stands when the writ is left there; ours, for the indicators of the central register. */
export const instances = ['police', 'prosecutor', 'court', 'other'] as const;
export type Instance = (typeof instances)[number];

/** `draft` is the form not issued yet; a presentation and its answer are records of their own. */
export const filingStates = ['draft', 'issued', 'presented', 'answered'] as const;
export type FilingState = (typeof filingStates)[number];

export const answerKinds = ['granted', 'partly', 'denied', 'observed', 'transferred', 'noted', 'other'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const presentationAnnulReasons = ['wrongFiling', 'wrongData', 'returned', 'twice', 'other'] as const;
export type PresentationAnnulReason = (typeof presentationAnnulReasons)[number];

/** How a signed or edited version differs from the one that was issued. */
export const comparisons = ['same', 'changed', 'other-paper', 'no-text', 'unreadable'] as const;
export type Comparison = (typeof comparisons)[number];

export const bundleLimits = {
  /** Annexes of one writ: letters A to Z, then AA. */
  annexes: 60,
  /** Megabytes a desk may state. */
  mostMegabytes: 200,
  /** Pages of one bundle. */
  pages: 2000,
} as const;

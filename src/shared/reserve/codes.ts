/** Closed lists of the reserve: why a ficha is closed to others, why it is opened again, why somebody looks past. */

export const sealReasons = ['knownPerson', 'authority', 'threat', 'media', 'courtOrder', 'other'] as const;
export type SealReason = (typeof sealReasons)[number];

export const unsealReasons = ['reasonEnded', 'membersLeft', 'courtOrder', 'byMistake', 'other'] as const;
export type UnsealReason = (typeof unsealReasons)[number];

export const exceptionalReasons = ['inDanger', 'isHere', 'authorityAsks', 'termRunsOut', 'other'] as const;
export type ExceptionalReason = (typeof exceptionalReasons)[number];

/** How an acceso excepcional ended; `interrupted`: the program stopped while it was open. */
export const exceptionalEnds = ['asked', 'time', 'session', 'interrupted'] as const;
export type ExceptionalEnd = (typeof exceptionalEnds)[number];

export const reviewVerdicts = ['justified', 'notJustified', 'training'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

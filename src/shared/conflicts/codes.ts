/** Closed lists of conflicts of interest (security design §5.6). */

/** How the declared person stands to the declaring one. The degrees that count are to confirm. */
export const kinships = ['self', 'partner', 'parentOrChild', 'siblingOrGrandparent', 'inLaw', 'otherClose'] as const;
export type Kinship = (typeof kinships)[number];

/** Why a conflict that the program found is none. */
export const dismissalReasons = ['namesake', 'wrongDocument', 'declarationMistake'] as const;
export type DismissalReason = (typeof dismissalReasons)[number];

/** The two places of this computer, and what is told of one before anybody signs in. */

/** The register of the centre, and the one with invented people. */
export const placeKinds = ['real', 'practice'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/**
 * `open-to-others`: the folder could not be limited to the accounts of the staff. `base-loose`: the folder that holds it
 * belongs to an ordinary account, or is open to others. `single-account`: the register still stands in the folder of one
 * Windows account. `other-register`: this account has an older register besides.
 */
export const placeNotices = ['open-to-others', 'base-loose', 'single-account', 'other-register'] as const;
export type PlaceNotice = (typeof placeNotices)[number];

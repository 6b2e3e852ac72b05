/** Closed lists of the centre domain. */

/** CATEGORIA of the register's administrative columns. */
export const centreCategories = ['regular', 'sevenByTwentyFour', 'policeStation', 'healthCentre'] as const;
export type CentreCategory = (typeof centreCategories)[number];

/** What stops a centre's files from being opened, shown before any sign-in; null reasons never stop. */
export const hosts = ['electron', 'loopback', 'direct'] as const;

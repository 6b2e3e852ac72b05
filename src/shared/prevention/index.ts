/** The door of prevention: activities for the public and programmes; no person who is attended stands here. */
export * from './activity.ts';
export * from './attendance.ts';
export * from './codes.ts';
export * from './contract.ts';
export * from './figures.ts';
export * from './score.ts';
export * from './terms.ts';
export * from './words.ts';

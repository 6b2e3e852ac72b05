/** The door of prevention: activities for the public and programmes; no person is named here. */
export * from './activity.ts';
export * from './attendance.ts';
export * from './codes.ts';
export * from './contract.ts';
export * from './evidence.ts';
export * from './figures.ts';
export * from './group.ts';
export * from './measure.ts';
export * from './score.ts';
export * from './terms.ts';
export * from './words.ts';

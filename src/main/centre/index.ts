export { recoveryHandlers } from './recovery.ts';
export { noteDateStep, requireConfirmedDate } from './date-doubt.ts';
export { getCentre } from './repository.ts';
export { centreHandlers, type CentreParts } from './service.ts';
export type { CentreTables } from './tables.ts';

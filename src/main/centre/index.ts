export { recoveryHandlers } from './recovery.ts';
export { noteDateStep, requireConfirmedDate } from './date-doubt.ts';
export { isOnPaper, makePaper, paperWaitsMs, type NewPaper } from './new-paper.ts';
export { foundedOn, getCentre } from './repository.ts';
export { centreHandlers, type CentreParts, type CentrePlace } from './service.ts';
export type { CentreOpened } from './tables.ts';

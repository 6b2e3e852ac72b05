export { deadlineListener, recountTerms } from './recompute.ts';
export { proceedingsHandlers } from './service.ts';
export type { ProceedingsTables } from './tables.ts';

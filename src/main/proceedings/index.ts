export { proceedingsHandlers } from './service.ts';
export type { ProceedingsTables } from './tables.ts';

export { filingsHandlers, type FilingParts } from './service.ts';
export type { FilingsTables } from './tables.ts';

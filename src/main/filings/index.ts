export { filingsHandlers, type FilingParts } from './service.ts';
export type { FilingsTables } from './tables.ts';
export { presentingHandlers } from './presenting-handlers.ts';
export { measuresAskedOn } from './presenting-clock.ts';
export { presentedFilings } from './presenting-repository.ts';

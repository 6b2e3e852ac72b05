export { listCalls } from './repository.ts';
export type { CallRow } from './tables.ts';
export { contactHandlers } from './service.ts';
export {
  callsAmong,
  callsToHer,
  countAttempts,
  lastCall,
  momentOf,
  numbersOf,
  runningCall,
  type CaseCalls,
  type HerNumbers,
} from './standing.ts';

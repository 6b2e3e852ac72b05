export { listCalls } from './repository.ts';
export type { CallRow } from './tables.ts';
export { contactHandlers } from './service.ts';
export {
  callsAmong,
  callsToHer,
  lastCall,
  momentOf,
  numbersOf,
  runningCall,
  triedDays,
  type CaseCalls,
  type HerNumbers,
} from './standing.ts';

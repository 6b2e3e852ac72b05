export {
  listCalls,
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
export type { CallRow } from './tables.ts';
export { contactHandlers } from './service.ts';

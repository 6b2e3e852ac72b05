/** The door of prevention: its handlers, and T18 for the months. */
export { preventionSince } from './changed.ts';
export { preventionCounts, preventionTables } from './counting.ts';
export { abovePrevention } from './above.ts';
export { freezePrevention } from './inserted.ts';
export { preventionHandlers } from './service.ts';

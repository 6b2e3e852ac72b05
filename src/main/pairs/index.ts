export { countedFor } from './repeats.ts';
export { pairsHandlers } from './service.ts';

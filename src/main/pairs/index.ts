export { pairsHandlers } from './service.ts';

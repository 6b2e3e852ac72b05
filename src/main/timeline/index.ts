export { headlinesOf, timelineHandlers } from './service.ts';

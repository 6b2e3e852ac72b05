/** The door of monitoring. */
export { evaluationCounts, monitoringHandlers } from './service.ts';

/** The door of monitoring. */
export { evaluationCounts } from './evaluation.ts';
export { monitoringHandlers } from './service.ts';

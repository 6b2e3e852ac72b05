/** The door of monitoring. */
export { evaluationCounts, type EvaluationCounts } from './evaluation.ts';
export { monitoringHandlers } from './service.ts';

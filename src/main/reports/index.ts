export { internalHandlers } from './internal/service.ts';
export { serviceCounts } from './internal/service-counts.ts';
export { isMonthClosed } from './repository.ts';
export { frozenProblems, reportsHandlers } from './service.ts';
export { monthWitness, monthWitnesses } from './witnesses.ts';

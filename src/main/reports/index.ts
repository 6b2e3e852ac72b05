export { isMonthClosed } from './repository.ts';
export { frozenProblems, reportsHandlers } from './service.ts';
export { monthWitness, monthWitnesses } from './witnesses.ts';

export { closedMonths } from './repository.ts';
export { internalHandlers } from './internal/service.ts';
export { ministryKeyListener } from './reserved/key.ts';
export { reservedHandlers } from './reserved/service.ts';
export { takesNoMoreCases } from './restored.ts';
export { frozenProblems, reportsHandlers } from './service.ts';
export { findPublished } from './verified.ts';
export { monthWitnesses, monthWitnessReader } from './witnesses.ts';

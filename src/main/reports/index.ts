export { isMonthClosed } from './repository.ts';
export { frozenProblems, reportsHandlers } from './service.ts';
export type { ReportsTables } from './tables.ts';

export { countableCases, isMonthClosed } from './repository.ts';
export { damagedReports, reportsHandlers } from './service.ts';
export type { ReportsTables } from './tables.ts';

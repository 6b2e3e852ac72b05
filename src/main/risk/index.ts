export { moveRiskForm, signedRiskForms } from './moves.ts';
export { latestRiskForm, valuedAt } from './repository.ts';
export { riskHandlers } from './service.ts';
export type { RiskTables } from './tables.ts';

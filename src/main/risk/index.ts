export { moveRiskForm, signedRiskForms } from './moves.ts';
export { latestRiskForm, riskHands, valuedAt } from './repository.ts';
export { sameDayAnswersAmong } from './same-day-repository.ts';
export { keepSameDay, openSameDay, openSameDayAmong, refuseUnanswered, tellSameDay } from './same-day.ts';
export { riskHandlers } from './service.ts';
export type { RiskOpened } from './tables.ts';
export { aboveRisk } from './above.ts';
export { riskFormsOf, signedLevels } from './repository.ts';

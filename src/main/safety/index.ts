export { plansByCase, safetyPhones } from './repository.ts';
export { safetyStandingOf } from './standing.ts';
export { safetyHandlers } from './service.ts';

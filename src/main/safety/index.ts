export { plansByCase, safetyPhones } from './repository.ts';
export { safetyHandlers, safetyStandingOf } from './service.ts';

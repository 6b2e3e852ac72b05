export { plansByCase, safetyPhones } from './repository.ts';
export { safetyHandlers } from './service.ts';

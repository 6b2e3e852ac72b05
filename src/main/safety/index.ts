export { plansByCase } from './repository.ts';
export { safetyHandlers } from './service.ts';

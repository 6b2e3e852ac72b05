export { raiseAlert } from './raise.ts';
export { wasRaised } from './repository.ts';
export { alertsHandlers } from './service.ts';

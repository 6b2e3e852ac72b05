export { raiseAlert } from './raise.ts';
export { alertsHandlers } from './service.ts';

export { closeAlerts, raiseAlert, remind, type Reminder } from './raise.ts';
export { openAlerts, wasRaised } from './repository.ts';
export { alertsHandlers } from './service.ts';

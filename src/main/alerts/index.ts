export { closeAlerts, raiseAlert, remind, type Reminder } from './raise.ts';
export { listAlertsOfCase, openAlerts, wasRaised } from './repository.ts';
export { alertsHandlers } from './service.ts';

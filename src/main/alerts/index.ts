export { closeAlerts, raiseAlert, remind, type Reminder } from './raise.ts';
export { listAlertsOfCase, openAlerts, openAlertsAmong, wasRaised } from './repository.ts';
export { alertsHandlers } from './service.ts';

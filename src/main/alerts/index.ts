export { closeAlerts, raiseAlert, remind, type Reminder } from './raise.ts';
export { openAlerts, openAlertsAmong, wasRaised } from './repository.ts';
export { alertsHandlers } from './service.ts';

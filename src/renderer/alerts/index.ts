/** The door of the alerts domain in the window. */
export { CaseAlerts } from './alert-list.tsx';
export { DangerBar } from './danger-bar.tsx';

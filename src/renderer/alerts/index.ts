/** The door of the alerts domain in the window. */
export { AlertCount } from './alert-count.tsx';
export { DangerBar } from './danger-bar.tsx';
export { CaseAlerts, MyAlerts } from './alert-list.tsx';

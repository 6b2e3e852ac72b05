export { CaseAlerts } from './alert-list.tsx';
export { DangerBar } from './danger-bar.tsx';

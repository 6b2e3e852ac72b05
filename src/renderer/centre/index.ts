/** The door of the centre domain in the window. */
export { CentreSettings } from './forms/centre-settings.tsx';
export { FirstRun } from './first-run/first-run.tsx';
export { RecoverPage } from './recover/recover-page.tsx';
export { DateBanner } from './date-banner.tsx';
export { DiskBanner } from './disk-banner.tsx';

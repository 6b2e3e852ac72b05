export { CentreSettings } from './forms/centre-settings.tsx';
export { FirstRun } from './first-run/first-run.tsx';
export { SetupPage } from './first-run/setup-page.tsx';
export { RecoverPage } from './recover/recover-page.tsx';
export { DateBanner } from './date-banner.tsx';
/** The new paper key and its four groups, for the other way to a new one. */
export { AskedGroups, blankGroups, groupsOf } from './first-run/asked-groups.tsx';
export { KeyGroups, SaveSheet } from './first-run/key-groups.tsx';
export { askedGroups, recoverySchema } from './first-run/recovery-draft.ts';
export { SetUpWarning } from './set-up-warning.tsx';
export { setUpRoutes } from './set-up-screen.tsx';
export { DiskWarning } from './disk-warning.tsx';

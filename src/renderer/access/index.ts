/** The door of the access domain in the window. */
export { accessRoutes } from './routes.tsx';
export { BlockedNotice } from './blocked-notice.tsx';
export { DecisionDialog, type Deciding } from './decision-dialog.tsx';
export { BrowserConsent } from './browser-consent.tsx';
export { OwnPassphraseForm } from './forms/own-passphrase-form.tsx';
export { atStaffFields, blankStaff, staffDraftSchema, staffOrder, type StaffDraft } from './forms/staff-draft.ts';
export { StaffFields } from './forms/staff-fields.tsx';
export { OwnNotices } from './own-notices.tsx';
export { MustChangeScreen } from './must-change-screen.tsx';
export { PassphraseControl } from './passphrase-control.tsx';
export { PasswordAgainDialog } from './password-again-dialog.tsx';
export { PauseScreen } from './pause-screen.tsx';
export { LockRules, OwnLock } from './forms/lock-settings.tsx';
export { PracticeMark } from './practice-mark.tsx';
export { PlaceDoor, PlaceNotices } from './place-door.tsx';
export { PasswordField } from './password-field.tsx';
export { RecoveryKeyField } from './recovery-key-field.tsx';
export {
  isSomebody,
  lacks,
  nobodyBeside,
  SecondPersonFields,
  toldSecond,
  type SecondPerson,
} from './second-person-fields.tsx';
export { useRefreshAccess, useStaff } from './queries.ts';
export { SignInScreen } from './sign-in-screen.tsx';
export { StatusProvider, useIsPracticeDoor, useStatus, type CentreStatus } from './status.tsx';

export { PrivacyPanels } from './privacy-panels.tsx';
export { useRequestsOfCase } from './queries.ts';
export { AnswerRequestDialog, OwnRequestDialog, VerifyDialog } from './request-dialogs.tsx';
export { requestColumns } from './request-words.tsx';
export { privacyPath } from './paths.ts';

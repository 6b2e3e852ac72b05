/** The door of the intake domain in the window. */
export { ArrivalKey } from './arrival-key.tsx';
export { CaseFrame } from './case-frame.tsx';
export { readDraft } from './draft-body.ts';
export { RecoveredNotice } from './forms/recovered-notice.tsx';
export { useCase, useDraft, useRefreshCase, type Draft } from './queries.ts';
export { casePage, caseSection, intakeRoutes } from './routes.tsx';
export { useCentreDay } from './today.ts';
export { useDraftSaving } from './use-draft-saving.ts';
export { conditionWord, pairPath, riskWord, stateWords } from './words.ts';

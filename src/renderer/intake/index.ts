export { useAnnotation } from './annotate-key.ts';
export { HandOverToServices } from './hand-over.tsx';
export { OtherFichas } from './other-fichas.tsx';
export { SettlePanel } from './validation/settle-panel.tsx';
export { ClosedSeals } from './closed-seals.tsx';
export { OwnDraftCount, OwnDrafts } from './own-drafts.tsx';
export { CaseFrame, casePage, caseScreen, caseSection } from './case-frame.tsx';
export { ClosedLine, useIsClosed } from './closed-line.tsx';
export { draftPath, type DraftLine } from './draft-list.tsx';
export { readDraft } from './draft-body.ts';
export { FichaNumberField } from './forms/ficha-number-field.tsx';
export { RecoveredNotice } from './forms/recovered-notice.tsx';
export { focusLater } from './pending-focus.ts';
export { Drafted, DraftedAtOnce } from './drafted.tsx';
export { useCase, useMyDrafts, useRefreshCase, type Draft } from './queries.ts';
export { RepeatLinks } from './repeat-links.tsx';
export { intakeRoutes } from './routes.tsx';
export { useCentreDay, useToday } from './today.ts';
export { useDraftSaving } from './use-draft-saving.ts';
export { useDraftedForm, type DraftedForm } from './use-drafted-form.ts';
export {
  answerPages,
  casePages,
  casePath,
  conditionWord,
  linkedWords,
  repeatPages,
  riskWord,
  sectionPaths,
} from './words.ts';

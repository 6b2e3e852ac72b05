/** The door of the papers domain in the window. */
export { papersRoutes } from './routes.tsx';
export { VerifyScreen } from './screens/verify-screen.tsx';
export { CopyingDialog, CopyNotices, useCopying } from './copies/copying.tsx';
export { SavedOutsideReminder } from './saved-outside-reminder.tsx';
export { blankChoice, copiesIn, wayOf } from './copies/copies-choice.ts';
export { WayFields } from './copies/copies-fields.tsx';
export { registerKey, useAllowedPrinters, useDocuments, useRefreshDocuments } from './queries.ts';
export { CaseDocuments } from './case-documents.tsx';
export { CaseHeading } from './case-heading.tsx';
export { documentsPath, issuedPath, viewPath, writPath } from './case-paths.ts';
export {
  ChoiceControl,
  DateControl,
  LongTextControl,
  NumberControl,
  TicksControl,
  TimeControl,
  YesNoControl,
} from './forms/bound-fields.tsx';
export { deepSummaryOf } from './forms/form-issues.ts';
export { IssuePaperDialog } from './forms/issue-paper-dialog.tsx';
export { PaperForm, useIssuePaper, usePaperRun } from './forms/paper-form.tsx';
export { useOnce } from './forms/use-once.ts';
export { usePaperStart, useSaveDraft, type PaperFormName } from './forms/use-form-draft.ts';
export { usePreview, type Preview, type PreviewAnswer } from './forms/use-preview.ts';
export { PaperView } from './templates/paper-view.tsx';
export { TemplateFields } from './templates/template-fields.tsx';
export { FieldProblems, TemplatePreview, TemplateWork } from './templates/template-work.tsx';

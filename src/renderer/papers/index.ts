/** The door of the papers domain in the window. */
export { papersRoutes } from './routes.tsx';
export { VerifyScreen } from './screens/verify-screen.tsx';
export { CopyingDialog, CopyNotices, useCopying } from './copies/copying.tsx';
export { SavedOutsideWarning } from './saved-outside-warning.tsx';
export { useDocuments, useRefreshDocuments } from './queries.ts';
export { CaseDocuments } from './case-documents.tsx';
export { PaperBeside, type Beside } from './beside/paper-beside.tsx';
export { PaperHeading } from './beside/paper-heading.tsx';
export { useDraftPages, usePaper, type PaperShown } from './beside/use-paper.ts';
export { CaseHeading } from './case-heading.tsx';
export { documentsPath, issuedPath, viewPath, writPath } from './case-paths.ts';
export { deepSummaryOf } from './forms/form-issues.ts';
export { IssuePaperDialog, requiredOf, type ComposedPaper } from './forms/issue-paper-dialog.tsx';
export { PaperForm, useIssuePaper, usePaperRun } from './forms/paper-form.tsx';
export { usePaperStart, useSaveDraft, type PaperFormName } from './forms/use-form-draft.ts';
export { TemplateFields } from './templates/template-fields.tsx';
export { FieldProblems, TemplatePreview, TemplateWork } from './templates/template-work.tsx';
export { WorkingPaperDialog } from './working-paper-dialog.tsx';

/** The door of the filings domain in the window. */
export { filingsRoutes } from './routes.tsx';
export { CasePresenting } from './presenting-case.tsx';
export { TemplateEditor } from './template-editor.tsx';

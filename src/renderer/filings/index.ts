export { filingsRoutes } from './routes.tsx';
export { CasePresenting } from './presenting-case.tsx';
export { CargosOfToday } from './cargos-of-today.tsx';
export { OwnModelEditor } from './own/own-model-editor.tsx';
export { TemplateEditor } from './template-editor.tsx';

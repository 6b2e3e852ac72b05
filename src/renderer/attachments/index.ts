export { AddFilePanel } from './add-file-panel.tsx';
export { CaseFiles } from './case-files.tsx';
export { DropZone } from './drop-zone.tsx';
export { Picture } from './picture.tsx';
export { useAttachments } from './queries.ts';
export { fileIdOf, sendFile } from './send-file.ts';
export { attachmentsRoutes } from './routes.tsx';
export { filePath } from './words.ts';

export { lastCopyWords } from './copy-words.ts';
export { useCopyState, useKeepCopyState } from './queries.ts';
export { CopyForm } from './copy-form.tsx';
export type { CopySource } from './copy-source.ts';
export { CopiesPanel } from './copies-panel.tsx';
export { LateCopyWarning } from './late-copy-warning.tsx';
export { RestoreForm } from './restore-form.tsx';

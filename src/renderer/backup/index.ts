/** The door of the backup domain in the window. */
export { lastCopyWords } from './copy-words.ts';
export { useCopyState, useKeepCopyState } from './queries.ts';
export { CopiesPanel } from './copies-panel.tsx';
export { LateCopyWarning } from './late-copy-warning.tsx';
export { RestoreForm } from './restore-form.tsx';

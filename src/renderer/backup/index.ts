/** The door of the backup domain in the window. */
export { CopiesPanel } from './copies-panel.tsx';
export { LateCopyBanner } from './late-copy-banner.tsx';
export { RestoreForm } from './restore-form.tsx';

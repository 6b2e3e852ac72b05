export { CallDialog } from './call-dialog.tsx';

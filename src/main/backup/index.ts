export { makeVerifiedCopy, type VerifiedCopy } from './copy.ts';
export { restoreCopy, type RestoreRequest } from './restore.ts';
export { backupHandlers, copyAtClosing, lastCopyAt } from './service.ts';

export { type VerifiedCopy } from './copy.ts';
export { copiesIn, copyWitness } from './outside.ts';
export { type RestoreRequest } from './restore.ts';
export { backupHandlers, copyAtClosing, lastCopyAt } from './service.ts';

export { listStoredFiles } from './repository.ts';
export { attachmentsHandlers } from './service.ts';
export type { AttachmentsTables } from './tables.ts';
export { makeVault } from './vault.ts';
export { fileProblems } from './verify.ts';

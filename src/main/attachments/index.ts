export { shownImage } from './images.ts';
export { movableFiles, moveFile } from './moves.ts';
export { pdfText } from './read-pdf.ts';
export { getStoredFile, insertStoredFile, listStoredFiles } from './repository.ts';
export { attachmentsHandlers } from './service.ts';
export type { AttachmentsTables } from './tables.ts';
export { notePresented, textOfFile, usableFile, type UsableFile } from './usable.ts';
export { makeVault, type Vault } from './vault.ts';
export { fileProblems } from './verify.ts';

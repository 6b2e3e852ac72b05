export { inspectFile, type Inspected } from './inspect.ts';
export { showFile } from './showing.ts';
export { shownImage } from './images.ts';
export { tellLostFiles } from './lost.ts';
export { movableFiles, moveFile } from './moves.ts';
export { pdfText } from './read-pdf.ts';
export { textOfSent, type SentText } from './sent-text.ts';
export {
  chainsOfCase,
  eraseStoredFile,
  filesOfActivities,
  getStoredFile,
  insertStoredFile,
  listRows as listFileRows,
} from './repository.ts';
export { attachmentsHandlers, sendLimit } from './service.ts';
export { listStoredFiles } from './stored-files.ts';
export { notePresented, noteReturned, textOfFile, usableFile, type UsableFile } from './usable.ts';
export { makeVault, type Vault } from './vault.ts';
export { fileProblems } from './verify.ts';
export { aboveAttachments } from './above.ts';
export type { AttachmentsOpened } from './tables.ts';

export const filesPath = '/casos/$caseId/archivos';
export const filePath = '/casos/$caseId/archivos/$attachmentId';

/** «2.4 MB», «350 KB». */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
}

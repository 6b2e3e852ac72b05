import { readOnce, useRead, useRefresh } from '../platform/query.ts';
import { fetchFile } from '../platform/files.ts';

export const useAttachments = (caseId: string, enabled = true) =>
  useRead(['attachments', 'list', caseId], (client) => client.listAttachments({ caseId }), { enabled });

/** The file with what is seen of it; each reading is registered, so it is never read again by itself. */
export const useAttachment = (caseId: string, attachmentId: string) =>
  useRead(
    ['attachments', 'one', caseId, attachmentId],
    async (client) => {
      const view = await client.viewAttachment({ caseId, attachmentId });
      return { ...view, bytes: view.file === null ? null : await fetchFile(client, view.file) };
    },
    readOnce,
  );

export const useRefreshAttachments = () => useRefresh(['attachments']);

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';
import { fetchFile } from '../platform/files.ts';

export function useAttachments(caseId: string) {
  const client = useClient();
  return useQuery({ queryKey: ['attachments', 'list', caseId], queryFn: () => client.listAttachments({ caseId }) });
}

/** The file with what is seen of it; each reading is registered, so it is never read again by itself. */
export function useAttachment(caseId: string, attachmentId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['attachments', 'one', caseId, attachmentId],
    queryFn: async () => {
      const view = await client.viewAttachment({ caseId, attachmentId });
      return { ...view, bytes: view.file === null ? null : await fetchFile(client, view.file) };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
}

export function useRefreshAttachments(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['attachments'] }), [queries]);
}

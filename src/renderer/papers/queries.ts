import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';
import { fetchFile } from '../platform/files.ts';

const documentsKey = (caseId: string) => ['papers', 'documents', caseId] as const;
const recipientKey = (documentId: string) => ['papers', 'recipient', documentId] as const;

export function useDocuments(caseId: string) {
  const client = useClient();
  return useQuery({
    queryKey: documentsKey(caseId),
    queryFn: async () => (await client.listDocuments({ caseId })).documents,
  });
}

export function useRefreshDocuments(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['papers', 'documents'] }), [queries]);
}

/** The document with its pages as issued; each reading is registered, so it is never read again by itself. */
export function useDocumentPages(caseId: string, documentId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['papers', 'pages', caseId, documentId],
    queryFn: async () => {
      const { document, file } = await client.viewDocument({ caseId, documentId });
      return { document, bytes: await fetchFile(client, file) };
    },
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Who the form named as receiver, for the first copy; null when the document was issued earlier. */
export function useRecipient(documentId: string): string | null {
  return useQueryClient().getQueryData<string>(recipientKey(documentId)) ?? null;
}

/** «del Segundo Juzgado…», as it follows the treatment → «Segundo Juzgado…»; as long as a copy's receiver may be. */
function nameOf(recipient: string): string {
  const name = recipient.trim().replace(/^(?:de(?: la| los| las)?|del)\s+/i, '');
  return (name.charAt(0).toUpperCase() + name.slice(1)).slice(0, 120);
}

export function useRememberRecipient(): (documentId: string, recipient: string) => void {
  const queries = useQueryClient();
  return useCallback(
    (documentId, recipient) => {
      queries.setQueryDefaults(recipientKey(documentId), { gcTime: Infinity });
      queries.setQueryData(recipientKey(documentId), nameOf(recipient));
    },
    [queries],
  );
}

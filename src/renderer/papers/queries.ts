import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';
import { failureOf } from '../platform/failure-words.ts';
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

/** Reads a document with its pages as issued; a reserved sheet asks for the password again. */
function useReadDocument(caseId: string, documentId: string) {
  const client = useClient();
  return async (options: { password?: string } = {}) => {
    const { document, file } = await client.viewDocument({ caseId, documentId }, options);
    return { document, bytes: await fetchFile(client, file) };
  };
}

const pagesKey = (caseId: string, documentId: string) => ['papers', 'pages', caseId, documentId] as const;

/** The document with its pages; each reading is registered, so it is never read again by itself. */
export function useDocumentPages(caseId: string, documentId: string) {
  const read = useReadDocument(caseId, documentId);
  const queries = useQueryClient();
  const pages = useQuery({
    queryKey: pagesKey(caseId, documentId),
    queryFn: () => read(),
    staleTime: Infinity,
    gcTime: 0,
  });
  const needsPassword = pages.error !== null && failureOf(pages.error).reason === 'password-again';
  const readWith = async (password: string) => {
    queries.setQueryData(pagesKey(caseId, documentId), await read({ password }));
  };
  return { pages, needsPassword, readWith };
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

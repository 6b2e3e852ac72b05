import { useQuery, useQueryClient } from '@tanstack/react-query';
import { receiverName, type IssuedDocument } from '../../shared/papers/index.ts';
import { useClient } from '../platform/client.ts';
import { useRead, useRefresh } from '../platform/query.ts';
import { failureOf } from '../platform/failure-words.ts';
import { fetchFile } from '../platform/files.ts';

/** Of everything that shows the print register: said anew after each act on it. */
export const registerKey = ['papers', 'register'] as const;

const documentsKey = (caseId: string) => ['papers', 'documents', caseId] as const;

export const useDocuments = (caseId: string) =>
  useRead(documentsKey(caseId), async (client) => (await client.listDocuments({ caseId })).documents);

/** Printers with paper; null while they are asked for, empty where the host has none. */
export const usePrinters = () =>
  useRead(['papers', 'printers'], async (client) => (await client.listPrinters({})).printers, { gcTime: 0 });

/** Those that the centre lets the program use; none while they are asked for. */
export function useAllowedPrinters() {
  return (usePrinters().data ?? []).filter(({ isAllowed }) => isAllowed);
}

/** Who a copy of this document is for, as the document says it; null when it names nobody. */
export function receiverOf({ recipient }: Pick<IssuedDocument, 'recipient'>): string | null {
  return recipient === null ? null : receiverName(recipient);
}

export const useRefreshDocuments = () => useRefresh(['papers', 'documents']);

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
  const key = pagesKey(caseId, documentId);
  const pages = useQuery({
    queryKey: key,
    queryFn: () => read(),
    staleTime: Infinity,
    gcTime: 0,
  });
  const needsPassword = pages.error !== null && failureOf(pages.error).reason === 'password-again';
  const readWith = async (password: string) => {
    const opened = await read({ password });
    // Whoever left meanwhile leaves no pages behind that open without it.
    if (queries.getQueryState(key) !== undefined) queries.setQueryData(key, opened);
  };
  return { pages, needsPassword, readWith };
}

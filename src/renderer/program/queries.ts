import { useQuery } from '@tanstack/react-query';
import { useClient } from '../platform/client-context.tsx';

/** The version of the program and its parts: they do not change while it runs. */
export function useNotices() {
  const client = useClient();
  return useQuery({ queryKey: ['program', 'notices'], queryFn: () => client.listNotices({}), staleTime: Infinity });
}

export function useNotice(part: { readonly name: string; readonly version: string }) {
  const client = useClient();
  return useQuery({
    queryKey: ['program', 'notice', part.name, part.version],
    queryFn: async () => (await client.readNotice({ name: part.name, version: part.version })).texts,
    staleTime: Infinity,
  });
}

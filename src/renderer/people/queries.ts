import { useMutation } from '@tanstack/react-query';
import { useClient } from '../platform/client-context.tsx';

export type SearchRole = 'user' | 'aggressor' | 'any';

export type PersonQuery = {
  readonly query: string;
  readonly arrivalId: string | null;
  readonly role: SearchRole;
};

/** A search is an act that the log counts, never something to repeat from a cache. */
export function useFindPersons() {
  const client = useClient();
  return useMutation({
    mutationFn: async (asked: PersonQuery) => (await client.findPersons(asked)).candidates,
  });
}

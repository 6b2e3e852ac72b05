import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useClient } from '../platform/client-context.tsx';

const centreKey = ['centre', 'names'] as const;

export function useCentre() {
  const client = useClient();
  return useQuery({ queryKey: centreKey, queryFn: () => client.getCentre({}) });
}

export function useRefreshCentre(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: centreKey }), [queries]);
}

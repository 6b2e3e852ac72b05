import { useRead, useRefresh } from '../platform/query.ts';

export const useRules = (tableId: string) =>
  useRead(['rulebook', 'rules', tableId], async (client) => (await client.listRules({ tableId })).versions);

export const useRefreshRules = () => useRefresh();

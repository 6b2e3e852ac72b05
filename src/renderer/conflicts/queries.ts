import { useRead, useRefresh } from '../platform/query.ts';

export const useOwnDeclarations = () =>
  useRead(['conflicts', 'own'], async (client) => (await client.listOwnDeclarations({})).declarations);

export const useRefreshConflicts = () => useRefresh(['conflicts']);

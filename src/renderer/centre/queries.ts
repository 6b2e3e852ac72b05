import { useRead, useRefresh } from '../platform/query.ts';

const centreKey = ['centre', 'names'] as const;

export const useCentre = () => useRead(centreKey, (client) => client.getCentre({}));

export const useRefreshCentre = () => useRefresh(centreKey);

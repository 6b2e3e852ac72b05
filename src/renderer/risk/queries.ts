import { useRefreshCase } from '../intake/index.ts';
import { useRead } from '../platform/query.ts';

const keys = {
  form: (caseId: string) => ['risk', caseId, 'form'] as const,
  sameDay: (caseId: string) => ['risk', caseId, 'same-day'] as const,
  location: (caseId: string) => ['risk', caseId, 'location'] as const,
};

/** Whether the form may be applied to this case, the forms signed so far, newest first, and what the record knows. */
export const useRisk = (caseId: string) =>
  useRead(keys.form(caseId), (client) => client.getRisk({ caseId }), { staleTime: 0 });

/** What the day says of the next valuation: late, or within its days; null while it is not its turn. */
export const useNextValuation = (caseId: string) =>
  useRead(
    ['risk', caseId, 'next'],
    async (client) => {
      const { items } = await client.readCaseNext({ caseId });
      return items.find(({ kind, page }) => kind === 'term' && page === 'risk')?.until ?? null;
    },
    { staleTime: 0 },
  );

export const useSameDay = (caseId: string) =>
  useRead(keys.sameDay(caseId), (client) => client.getSameDay({ caseId }), { staleTime: 0 });

/** Versions of annex B, newest first. */
export const useLocations = (caseId: string) =>
  useRead(keys.location(caseId), (client) => client.getLocation({ caseId }), { staleTime: 0 });

/** Reads again what hangs on the risk of a case, and its overview. */
export const useRefreshRisk = (caseId: string) => useRefreshCase(['risk', caseId]);

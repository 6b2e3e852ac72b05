import type { ReferralKind } from '../../shared/referrals/index.ts';
import { useRead, useRefresh } from '../platform/query.ts';

/** Kinds that the facts of the case speak for. */
export const useSuggestions = (caseId: string) =>
  useRead(
    ['referrals', 'suggestions', caseId],
    async (client) => (await client.suggestReferrals({ caseId })).suggestions,
  );

/** Where the clock of the emergency kit stands for a kind; null where it has no part. */
export const useClock = (caseId: string, kind: ReferralKind) =>
  useRead(
    ['referrals', 'clock', caseId, kind],
    async (client) => (await client.startReferral({ caseId, kind })).clock,
    { gcTime: 0 },
  );

/** What was handed over in a case, the newest first. */
export const useCustody = (caseId: string) =>
  useRead(['referrals', 'custody', caseId], async (client) => (await client.listCustody({ caseId })).receipts);

export const useRefreshReferrals = () => useRefresh(['referrals']);

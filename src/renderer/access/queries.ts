import { useRead, useRefresh } from '../platform/query.ts';

const staffKey = ['access', 'staff'] as const;
const proposalsKey = ['access', 'proposals'] as const;

export const useStaff = () => useRead(staffKey, async (client) => (await client.listStaff({})).staff);

export const useProposals = () => useRead(proposalsKey, async (client) => (await client.listProposals({})).proposals);

/** Who replaces whom, who is in charge, and where the recovery key was used. */
export const useStandIns = () => useRead(['access', 'stand-ins'], (client) => client.listStandIns({}));

/** Names of people with access, also for who does not read the staff page. */
export const useStaffNames = () =>
  useRead(['access', 'names'], async (client) => (await client.listStaffNames({})).staff);

/** What the reader is told and has not said to have read. */
export const useMyNotices = () =>
  useRead(['access', 'notices'], async (client) => (await client.listMyNotices({})).notices, {
    refetchInterval: 5 * 60_000,
  });

/** Reads staff and proposals again, after any change of them. */
export const useRefreshAccess = () => useRefresh(['access']);

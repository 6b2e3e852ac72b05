import { counterpartRoles, type Role } from '../../shared/access/index.ts';
import { useRead, useRefresh } from '../platform/query.ts';
import { useSessionAccess } from '../platform/session.tsx';

const staffKey = ['access', 'staff'] as const;

export const useStaff = () => useRead(staffKey, async (client) => (await client.listStaff({})).staff);

/** Names of people with access, also for who does not read the staff page. */
export const useStaffNames = () =>
  useRead(['access', 'names'], async (client) => (await client.listStaffNames({})).staff);

/** What the reader is told and has not said to have read. */
export const useMyNotices = () =>
  useRead(['access', 'notices'], async (client) => (await client.listMyNotices({})).notices, {
    refetchInterval: 5 * 60_000,
  });

/** Whether the centre switched a counterpart on; one that the reader may not know of is off. */
export function useCounterpartsOn(): (role: Role) => boolean {
  // A centre that is being founded has no session yet.
  const { state } = useSessionAccess();
  const enabled = state.kind === 'open' && state.session.actions.includes('directory.read');
  const { data } = useRead(['counterparts', 'posts'], async (client) => (await client.readCounterpartPosts({})).posts, {
    enabled,
  });
  return (role) => data?.some(({ side, isOn }) => isOn && counterpartRoles[side] === role) === true;
}

/** Reads staff and proposals again, after any change of them. */
export const useRefreshAccess = () => useRefresh(['access']);

export const useCaseload = (staffId: string) =>
  useRead(['access', 'caseload', staffId], (client) => client.readCaseload({ staffId }), { staleTime: 0 });

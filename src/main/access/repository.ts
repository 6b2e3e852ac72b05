/** Staff and proposals. */
import { sql } from 'kysely';
import type { ProposalKind, Role, StaffDetails, StaffMember } from '../../shared/access/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { StaffId, ProposalId } from '../../shared/platform/ids.ts';
import {
  cellsOf,
  changeRecord,
  dropRows,
  firstRows,
  insertRow,
  hasRow,
  findRow,
  valuesIn,
  rowsOf,
  insertRecord,
  type Versioned,
} from '../platform/storage/rows.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesIn, type Trx, type AccessTables, type Use } from './tables.ts';

function toStaffMember(row: AccessTables['staff_member'], roles: Role[]): StaffMember {
  return {
    id: row.id as StaffId,
    ...cellsOf(row, 'login', 'full_name', 'profession', 'college', 'college_number', 'state', 'version'),
    roles,
  };
}

async function rolesOf(trx: Trx, staffId: string): Promise<Role[]> {
  return valuesIn(tablesIn(trx), 'staff_role.role', { staff_id: staffId }, 'role');
}

export async function findStaff(trx: Trx, staffId: string): Promise<StaffMember | null> {
  const row = await findRow(tablesIn(trx), 'staff_member', { id: staffId });
  return row === undefined ? null : toStaffMember(row, await rolesOf(trx, staffId));
}

/** By the alias typed to enter. */
export async function findStaffByLogin(trx: Trx, login: string): Promise<StaffMember | null> {
  const row = await findRow(tablesIn(trx), 'staff_member', { login });
  return row === undefined ? null : toStaffMember(row, await rolesOf(trx, row.id));
}

/** @throws not-found */
export async function getStaff(trx: Trx, staffId: string): Promise<StaffMember> {
  const staff = await findStaff(trx, staffId);
  if (staff === null) throw fail('not-found');
  return staff;
}

/** What is asked of a person at each call, in one reading. @throws not-found */
export async function getCaller(trx: Trx, staffId: string) {
  const row = await findRow(tablesIn(trx), 'staff_member', { id: staffId });
  if (row === undefined) throw fail('not-found');
  const staff = toStaffMember(row, await rolesOf(trx, staffId));
  return { staff, mustChangePassword: row.must_change_password === 1 };
}

/** `codeUntil`: last moment of the one-time code that opens the slot; null for a password. */
export async function passwordState(trx: Trx, staffId: string) {
  const row = await findRow(tablesIn(trx), 'staff_member', { id: staffId });
  return { mustChange: row?.must_change_password === 1, codeUntil: row?.code_until ?? null };
}

export async function listStaff(trx: Trx): Promise<StaffMember[]> {
  const rows = await tablesIn(trx).selectFrom('staff_member').selectAll().orderBy('full_name').execute();
  const roles = await tablesIn(trx).selectFrom('staff_role').selectAll().orderBy('role').execute();
  return rows.map((row) =>
    toStaffMember(
      row,
      roles.filter((role) => role.staff_id === row.id).map((role) => role.role),
    ),
  );
}

/** Full names by id, for lists that name who did something. */
export async function staffNames(trx: Trx): Promise<Map<string, string>> {
  const rows = await tablesIn(trx).selectFrom('staff_member').select(['id', 'full_name']).execute();
  return new Map(rows.map((row) => [row.id, row.full_name]));
}

export async function isLoginTaken(trx: Trx, login: string): Promise<boolean> {
  return hasRow(tablesIn(trx), 'staff_member', { login });
}

export async function insertStaff(
  trx: Trx,
  staff: { id: string; details: StaffDetails; mustChangePassword: boolean; createdAt: Instant },
): Promise<void> {
  const { id, details } = staff;
  await insertRow(tablesIn(trx), 'staff_member', {
    id,
    login: details.login,
    full_name: details.fullName,
    profession: details.profession,
    college: details.college,
    college_number: details.collegeNumber,
    state: 'active',
    must_change_password: staff.mustChangePassword ? 1 : 0,
    created_at: staff.createdAt,
    version: 1,
    code_until: null,
  });
  await replaceRoles(trx, id, details.roles);
}

async function replaceRoles(trx: Trx, staffId: string, roles: readonly Role[]): Promise<void> {
  await dropRows(tablesIn(trx), 'staff_role', { staff_id: staffId });
  await insertRow(
    tablesIn(trx),
    'staff_role',
    roles.map((role) => ({ staff_id: staffId, role })),
  );
}

/** @throws conflict when the record changed since that version was read */
export async function updateStaff(
  unit: Use,
  change: Versioned & Partial<Pick<AccessTables['staff_member'], 'state' | 'code_until' | 'must_change_password'>>,
  roles?: readonly Role[],
): Promise<void> {
  await changeRecord(unit, tablesIn, 'staff_member', change);
  if (roles !== undefined) await replaceRoles(unit.trx, change.id, roles);
}

/** How many active coordinators there are besides this person. */
export async function countOtherCoordinators(trx: Trx, staffId: string): Promise<number> {
  const rows = await tablesIn(trx)
    .selectFrom('staff_role')
    .innerJoin('staff_member', 'staff_member.id', 'staff_role.staff_id')
    .select('staff_member.id')
    .where('staff_role.role', '=', 'coordinator')
    .where('staff_member.state', '=', 'active')
    .where('staff_member.id', '<>', staffId)
    .execute();
  return rows.length;
}

const toProposal = (row: PlatformTables['proposal']) => ({
  ...cellsOf(row, 'id', 'kind', 'subject_id', 'proposed_by', 'proposed_at', 'state'),
  ...cellsOf(row, 'decided_by', 'decided_at', 'reason'),
  payload: JSON.parse(row.payload) as unknown,
});
export type ProposalRow = ReturnType<typeof toProposal>;

/** What this person asks a second one for. */
export async function insertProposal(
  unit: Use,
  proposal: { kind: ProposalKind; subjectKind: string; subjectId: string; payload: unknown },
): Promise<ProposalId> {
  const id = unit.newId<'ProposalId'>();
  await insertRecord(unit, tablesIn, 'proposal', {
    ...{ id, kind: proposal.kind, subject_kind: proposal.subjectKind, subject_id: proposal.subjectId },
    ...{ payload: JSON.stringify(proposal.payload), proposed_by: unit.session.staffId, proposed_at: unit.now },
    ...{ state: 'pending', decided_by: null, decided_at: null, reason: null, version: 1 },
  });
  return id;
}

export async function findProposal(trx: Trx, id: ProposalId): Promise<ProposalRow | null> {
  const row = await findRow(tablesIn(trx), 'proposal', { id });
  return row === undefined ? null : toProposal(row);
}

export async function findProposals(trx: Trx, ids: readonly ProposalId[]): Promise<ProposalRow[]> {
  return (await rowsOf(tablesIn(trx), 'proposal', { id: ids })).map(toProposal);
}

export async function listProposals(trx: Trx): Promise<ProposalRow[]> {
  const rows = await firstRows(tablesIn(trx), 'proposal', {}, { most: 50, order: ['proposed_at desc'] });
  return rows.map(toProposal);
}

export async function findPendingProposal(
  trx: Trx,
  kind: ProposalKind,
  subjectId: string,
): Promise<ProposalRow | null> {
  const row = await findRow(tablesIn(trx), 'proposal', { kind, subject_id: subjectId, state: 'pending' });
  return row === undefined ? null : toProposal(row);
}

/** Decides a pending proposal, or takes it back, once. @throws rule-broken `proposal-decided` */
export async function decideProposal(
  unit: Pick<Use, 'trx' | 'now' | 'touch'> & { readonly session: { readonly staffId: string } },
  id: ProposalId,
  state: Exclude<ProposalRow['state'], 'pending'>,
  reason: string | null = null,
): Promise<void> {
  const { trx, session, now } = unit;
  const result = await tablesIn(trx)
    .updateTable('proposal')
    .set({ state, decided_by: session.staffId, decided_at: now, reason, version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw fail('rule-broken', 'proposal-decided');
  unit.touch('proposal', id);
}

/** Reemplazos, Encargaturas, uses of the recovery key. Days are those of the centre, both counted. */
import type { Role, Service } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { nextVersions, rowsOf, rowOf, findRow, type Versioned } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type AccessTables, type Use } from './tables.ts';

export type CoverRow = AccessTables['caseload_cover'];
export type ActingRow = AccessTables['acting_coordinator'];
export type KeyUseRow = AccessTables['recovery_key_use'];

/** At most, of each kind, on the screen. */
const listed = 200;

/** Newest first. */
export async function listCovers(trx: Trx): Promise<CoverRow[]> {
  return (await rowsOf(tablesIn(trx), 'caseload_cover', {}, 'granted_at desc', 'rowid desc')).slice(0, listed);
}

/** Those that were not ended and whose last day has not passed, of every person. */
export function standingCovers(trx: Trx, today: CivilDate): Promise<CoverRow[]> {
  return tablesIn(trx)
    .selectFrom('caseload_cover')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .execute();
}

/** Whose «casos a cargo» a person of these services has on a day. */
export async function absentOf(
  trx: Trx,
  substituteId: string,
  { services, today }: { services: readonly Service[]; today: CivilDate },
): Promise<StaffId[]> {
  if (services.length === 0) return [];
  const rows = await tablesIn(trx)
    .selectFrom('caseload_cover')
    .select('absent_id')
    .where('substitute_id', '=', substituteId)
    .where('service', 'in', services)
    .where('from_on', '<=', today)
    .where('until_on', '>=', today)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.absent_id);
}

/** Newest first. */
export async function listActing(trx: Trx): Promise<ActingRow[]> {
  return (await rowsOf(tablesIn(trx), 'acting_coordinator', {}, 'approved_at desc', 'rowid desc')).slice(0, listed);
}

export function standingActing(trx: Trx, today: CivilDate): Promise<ActingRow[]> {
  return tablesIn(trx)
    .selectFrom('acting_coordinator')
    .selectAll()
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .execute();
}

/** Whether a person is in charge of Coordinación on a day. */
export async function isInCharge(trx: Trx, staffId: string, today: CivilDate): Promise<boolean> {
  const row = await tablesIn(trx)
    .selectFrom('acting_coordinator')
    .select('id')
    .where('staff_id', '=', staffId)
    .where('from_on', '<=', today)
    .where('until_on', '>=', today)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** @throws not-found, conflict when it changed since that version was read, rule-broken when it ended already */
export async function endStandIn<Table extends 'caseload_cover' | 'acting_coordinator'>(
  unit: Use,
  table: Table,
  target: Versioned,
): Promise<AccessTables[Table]> {
  const row = await rowOf<AccessTables, 'caseload_cover' | 'acting_coordinator'>(tablesIn(unit.trx), table, {
    id: target.id,
  });
  if (row.ended_at !== null || row.until_on < unit.today) {
    throw table === 'caseload_cover' ? fail('rule-broken', 'cover-ended') : fail('rule-broken', 'acting-ended');
  }
  if (row.version !== target.version) throw fail('conflict');
  const end = { ended_at: unit.now, ended_by: unit.session.staffId };
  await nextVersions<AccessTables, 'caseload_cover' | 'acting_coordinator'>(
    tablesIn(unit.trx),
    table,
    { id: row.id },
    end,
  );
  unit.touch(table, row.id);
  return row as AccessTables[Table];
}

/** Newest first. */
export async function listKeyUses(trx: Trx): Promise<KeyUseRow[]> {
  return (await rowsOf(tablesIn(trx), 'recovery_key_use', {}, 'used_at desc', 'rowid desc')).slice(0, listed);
}

/** When one person last typed the recovery key for an act; null when never. */
export async function lastKeyUse(
  trx: Trx,
  { act, subjectId, by }: { act: KeyUseRow['act']; subjectId: string; by: string },
): Promise<string | null> {
  const use = { act, subject_id: subjectId, used_by: by };
  return (await findRow(tablesIn(trx), 'recovery_key_use', use, 'used_at desc'))?.used_at ?? null;
}

/** Ids of people with access who hold any of the functions as stored; nobody by an Encargatura. */
export async function activeWith(trx: Trx, roles: readonly Role[]): Promise<string[]> {
  const rows = await tablesIn(trx)
    .selectFrom('staff_member')
    .innerJoin('staff_role', 'staff_role.staff_id', 'staff_member.id')
    .select('staff_member.id')
    .distinct()
    .where('staff_member.state', '=', 'active')
    .where('staff_role.role', 'in', among(roles))
    .execute();
  return rows.map((row) => row.id);
}

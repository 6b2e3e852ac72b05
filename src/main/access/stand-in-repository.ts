/** Reemplazos, Encargaturas, uses of the recovery key. Days are those of the centre, both counted. */
import { sql } from 'kysely';
import type { Role, Service } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { nextVersions, findRow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type AccessTables, type Use } from './tables.ts';

export type CoverRow = AccessTables['caseload_cover'];
export type ActingRow = AccessTables['acting_coordinator'];
export type KeyUseRow = AccessTables['recovery_key_use'];

/** At most, of each kind, on the screen. */
const listed = 200;

/** Newest first. */
export function listCovers(trx: Trx): Promise<CoverRow[]> {
  const covers = tablesIn(trx).selectFrom('caseload_cover').selectAll().orderBy('granted_at', 'desc');
  return covers
    .orderBy(sql`rowid`, 'desc')
    .limit(listed)
    .execute();
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
export function listActing(trx: Trx): Promise<ActingRow[]> {
  const acting = tablesIn(trx).selectFrom('acting_coordinator').selectAll().orderBy('approved_at', 'desc');
  return acting
    .orderBy(sql`rowid`, 'desc')
    .limit(listed)
    .execute();
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

type StandIn = Pick<CoverRow | ActingRow, 'id' | 'version' | 'ended_at' | 'until_on'>;

/** @throws conflict when it changed since that version was read, rule-broken when it ended already */
export async function endStandIn(
  unit: Use,
  table: 'caseload_cover' | 'acting_coordinator',
  row: StandIn,
  version = row.version,
): Promise<void> {
  if (row.ended_at !== null || row.until_on < unit.today) {
    throw table === 'caseload_cover' ? fail('rule-broken', 'cover-ended') : fail('rule-broken', 'acting-ended');
  }
  if (row.version !== version) throw fail('conflict');
  await nextVersions(tablesIn(unit.trx), table, { id: row.id }, { ended_at: unit.now, ended_by: unit.session.staffId });
  unit.touch(table, row.id);
}

/** Newest first. */
export function listKeyUses(trx: Trx): Promise<KeyUseRow[]> {
  const uses = tablesIn(trx).selectFrom('recovery_key_use').selectAll().orderBy('used_at', 'desc');
  return uses
    .orderBy(sql`rowid`, 'desc')
    .limit(listed)
    .execute();
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

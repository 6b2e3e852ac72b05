/** Reemplazos, Encargaturas, uses of the recovery key. Days are those of the centre, both counted. */
import { sql } from 'kysely';
import type { Role, Service } from '../../shared/access/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { nextVersions } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type AccessTables } from './tables.ts';

export type CoverRow = AccessTables['caseload_cover'];
export type ActingRow = AccessTables['acting_coordinator'];
export type KeyUseRow = AccessTables['recovery_key_use'];

/** Newest first. */
export function listCovers(trx: Trx): Promise<CoverRow[]> {
  return tablesIn(trx)
    .selectFrom('caseload_cover')
    .selectAll()
    .orderBy('granted_at', 'desc')
    .orderBy(sql`rowid`, 'desc')
    .limit(200)
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
  return tablesIn(trx)
    .selectFrom('acting_coordinator')
    .selectAll()
    .orderBy('approved_at', 'desc')
    .orderBy(sql`rowid`, 'desc')
    .limit(200)
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

/** @throws not-found, conflict when it changed since that version was read, rule-broken when it ended already */
export async function endStandIn(
  trx: Trx,
  table: 'caseload_cover' | 'acting_coordinator',
  target: { id: string; version: number; today: CivilDate; by: string; at: Instant },
): Promise<CoverRow | ActingRow> {
  const row = await tablesIn(trx).selectFrom(table).selectAll().where('id', '=', target.id).executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  if (row.ended_at !== null || row.until_on < target.today) {
    throw table === 'caseload_cover' ? fail('rule-broken', 'cover-ended') : fail('rule-broken', 'acting-ended');
  }
  if (row.version !== target.version) throw fail('conflict');
  await nextVersions(tablesIn(trx), table, { id: target.id }, { ended_at: target.at, ended_by: target.by });
  return row;
}

/** Newest first. */
export function listKeyUses(trx: Trx): Promise<KeyUseRow[]> {
  return tablesIn(trx)
    .selectFrom('recovery_key_use')
    .selectAll()
    .orderBy('used_at', 'desc')
    .orderBy(sql`rowid`, 'desc')
    .limit(200)
    .execute();
}

/** When one person last typed the recovery key for an act; null when never. */
export async function lastKeyUse(
  trx: Trx,
  { act, subjectId, by }: { act: KeyUseRow['act']; subjectId: string; by: string },
): Promise<string | null> {
  const row = await tablesIn(trx)
    .selectFrom('recovery_key_use')
    .select('used_at')
    .where('act', '=', act)
    .where('subject_id', '=', subjectId)
    .where('used_by', '=', by)
    .orderBy('used_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.used_at ?? null;
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

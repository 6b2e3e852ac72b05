/** Reemplazos, Encargaturas, uses of the recovery key. Days are those of the centre, both counted. */
import type { Role, Service } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import {
  atLeast,
  atMost,
  byNow,
  changeRecord,
  findRow,
  firstRows,
  hasRow,
  rowsOf,
  valuesIn,
} from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type AccessTables, type Use } from './tables.ts';

export type CoverRow = AccessTables['caseload_cover'];
export type ActingRow = AccessTables['acting_coordinator'];
export type KeyUseRow = AccessTables['recovery_key_use'];

/** At most, of each kind, on the screen. */
const listed = 200;

/** Newest first. */
export function listCovers(trx: Trx): Promise<CoverRow[]> {
  return firstRows(tablesIn(trx), 'caseload_cover', {}, { most: listed, order: ['granted_at desc', 'rowid desc'] });
}

/** Those that were not ended and whose last day has not passed, of every person. */
export function standingCovers(trx: Trx, today: CivilDate): Promise<CoverRow[]> {
  return rowsOf(tablesIn(trx), 'caseload_cover', { ended_at: null, until_on: atLeast(today) });
}

const runningOn = (day: CivilDate) => ({ from_on: atMost(day), until_on: atLeast(day), ended_at: null });

/** Whose «casos a cargo» a person of these services has on a day. */
export async function absentOf(
  trx: Trx,
  substituteId: string,
  { services, today }: { services: readonly Service[]; today: CivilDate },
): Promise<StaffId[]> {
  if (services.length === 0) return [];
  const cover = { substitute_id: substituteId, service: services, ...runningOn(today) };
  return valuesIn(tablesIn(trx), 'caseload_cover.absent_id', cover);
}

/** Newest first. */
export function listActing(trx: Trx): Promise<ActingRow[]> {
  const newest = { most: listed, order: ['approved_at desc', 'rowid desc'] } as const;
  return firstRows(tablesIn(trx), 'acting_coordinator', {}, newest);
}

export function standingActing(trx: Trx, today: CivilDate): Promise<ActingRow[]> {
  return rowsOf(tablesIn(trx), 'acting_coordinator', { ended_at: null, until_on: atLeast(today) });
}

/** Whether a person is in charge of Coordinación on a day. */
export function isInCharge(trx: Trx, staffId: string, today: CivilDate): Promise<boolean> {
  return hasRow(tablesIn(trx), 'acting_coordinator', { staff_id: staffId, ...runningOn(today) });
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
  await changeRecord(unit, tablesIn, table, { id: row.id, version, ...byNow(unit, 'ended') });
}

/** Newest first. */
export function listKeyUses(trx: Trx): Promise<KeyUseRow[]> {
  return firstRows(tablesIn(trx), 'recovery_key_use', {}, { most: listed, order: ['used_at desc', 'rowid desc'] });
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

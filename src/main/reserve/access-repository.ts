/** Accesos excepcionales as they are kept. */
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { findRow, firstRows, rowsOf, something, valuesIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type ReserveTables } from './tables.ts';

export type AccessRow = ReserveTables['exceptional_access'];

export function findAccess(trx: Trx, id: Id<'ExceptionalAccessId'>): Promise<AccessRow | undefined> {
  return findRow(tablesIn(trx), 'exceptional_access', { id });
}

export async function countOn(trx: Trx, staffId: string, day: CivilDate): Promise<number> {
  return (await valuesIn(tablesIn(trx), 'exceptional_access.id', { staff_id: staffId, opened_on: day })).length;
}

export async function unreviewed(trx: Trx): Promise<AccessRow[]> {
  return rowsOf(tablesIn(trx), 'exceptional_access', { verdict: null }, 'opened_at');
}

/** The last ones that were reviewed, newest first. */
export function reviewed(trx: Trx, most: number): Promise<AccessRow[]> {
  return firstRows(tablesIn(trx), 'exceptional_access', { verdict: something }, { most, order: ['opened_at desc'] });
}

/** How often the person read of the ficha while each of these was open, from the audit itself. Keys are their ids. */
export async function readsOf(trx: Trx, rows: readonly AccessRow[]): Promise<ReadonlyMap<string, number>> {
  const [oldest] = rows.map(({ opened_at }) => opened_at).toSorted();
  if (oldest === undefined) return new Map();
  const entries = await tablesIn(trx)
    .selectFrom('audit_entry')
    .select(['staff_id', 'object_id', 'utc'])
    .where('utc', '>=', oldest)
    .where('outcome', '=', 'ok')
    .where('object_id', 'in', among(rows.map(({ case_id }) => case_id)))
    .where('action', 'not like', 'breakGlass.%')
    .execute();
  const isOf = (row: AccessRow) => (entry: (typeof entries)[number]) =>
    entry.staff_id === row.staff_id &&
    entry.object_id === row.case_id &&
    entry.utc >= row.opened_at &&
    (row.ended_at === null || entry.utc <= row.ended_at);
  return new Map(rows.map((row) => [row.id, entries.filter(isOf(row)).length]));
}

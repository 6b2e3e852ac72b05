import type { RevokeReason } from '../../shared/companions/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { Id, StaffId } from '../../shared/platform/ids.ts';
import type { Pin } from './keeper.ts';
import { tablesIn, type CompanionsTables, type Trx } from './tables.ts';
import { findRow, insertRow, nextVersions, rowOf, rowsOf, valuesIn } from '../platform/storage/rows.ts';

export type CompanionRow = CompanionsTables['companion'];

/** Oldest first; the revoked ones stay in the list. */
export function listCompanions(trx: Trx): Promise<CompanionRow[]> {
  return rowsOf(tablesIn(trx), 'companion', {}, 'paired_at', 'id');
}

export async function listPins(trx: Trx): Promise<Pin[]> {
  const rows = await listCompanions(trx);
  return rows.map(({ fingerprint, name, revoked_at: at }) => ({ fingerprint, name, isRevoked: at !== null }));
}

/** Read from a list, «Legal-PC» and «LEGAL-PC» are one computer. */
export function isSameName(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize('NFKC').toLocaleLowerCase('es-PE');
  return folded(one) === folded(other);
}

/** @throws duplicate `companion-name` where one of that name may connect already */
export async function insertCompanion(
  trx: Trx,
  one: Pick<CompanionRow, 'id' | 'name' | 'fingerprint' | 'paired_at' | 'paired_by'>,
): Promise<void> {
  const isTaken = (await listCompanions(trx)).some(
    ({ name, revoked_at: at }) => at === null && isSameName(name, one.name),
  );
  if (isTaken) throw fail('duplicate', 'companion-name');
  const still = { revoked_at: null, revoked_by: null, revoke_reason: null, copy_at: null, version: 1 };
  await insertRow(tablesIn(trx), 'companion', { ...one, ...still });
}

type Revoked = { readonly at: Instant; readonly by: StaffId; readonly reason: RevokeReason };

/** @throws not-found, conflict */
export async function revoke(
  trx: Trx,
  target: { id: Id<'CompanionId'>; version: number },
  end: Revoked,
): Promise<void> {
  const row = await rowOf(tablesIn(trx), 'companion', { id: target.id });
  if (row.version !== target.version || row.revoked_at !== null) throw fail('conflict');
  const change = { revoked_at: end.at, revoked_by: end.by, revoke_reason: end.reason };
  await nextVersions(tablesIn(trx), 'companion', { id: row.id }, change);
}

/** Whoever may connect may no more. Answers whom that concerns. */
export async function endAll(trx: Trx, at: Instant): Promise<Id<'CompanionId'>[]> {
  const ids = await valuesIn(tablesIn(trx), 'companion.id', { revoked_at: null });
  await nextVersions(tablesIn(trx), 'companion', { id: ids }, { revoked_at: at, revoke_reason: 'keeperMoved' });
  return ids;
}

/**
 * When the newest verified copy that a companion keeps was made. Answers its id; null for one that is not known, or said so
 * before.
 */
export async function noteCopyKept(trx: Trx, fingerprint: string, at: Instant): Promise<Id<'CompanionId'> | null> {
  const row = await findRow(tablesIn(trx), 'companion', { fingerprint, revoked_at: null });
  if (row === undefined || (row.copy_at !== null && row.copy_at >= at)) return null;
  await nextVersions(tablesIn(trx), 'companion', { id: row.id }, { copy_at: at });
  return row.id;
}

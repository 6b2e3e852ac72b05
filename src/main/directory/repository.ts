import { sql } from 'kysely';
import type { Authority, AuthorityForm, AuthorityId, AuthorityKind } from '../../shared/directory/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Trx } from '../database.ts';
import type { DirectoryTables } from './tables.ts';

type AuthorityRow = DirectoryTables['authority'];

function toAuthority(row: AuthorityRow): Authority {
  return {
    authorityId: row.id as AuthorityId,
    kind: row.kind,
    treatment: row.treatment,
    office: row.office,
    districtCode: row.district_code,
    address: row.address,
    phone: row.phone,
    mail: row.mail,
    receptionHours: row.reception_hours,
    distanceDays: row.distance_days,
    sizeLimitMb: row.size_limit_mb,
    takesOneFile: row.takes_one_file === 1,
    fileNamePattern: row.file_name_pattern,
    isComplementary: row.is_complementary === 1,
    isActive: row.is_active === 1,
    changedOn: row.changed_on as CivilDate,
    version: row.version,
  };
}

function columnsOf(authority: AuthorityForm): Omit<AuthorityRow, 'id' | 'is_active' | 'changed_on' | 'version'> {
  return {
    kind: authority.kind,
    treatment: authority.treatment,
    office: authority.office,
    district_code: authority.districtCode,
    address: authority.address,
    phone: authority.phone,
    mail: authority.mail,
    reception_hours: authority.receptionHours,
    distance_days: authority.distanceDays,
    size_limit_mb: authority.sizeLimitMb,
    takes_one_file: authority.takesOneFile ? 1 : null,
    file_name_pattern: authority.fileNamePattern,
    is_complementary: authority.isComplementary ? 1 : 0,
  };
}

/** By kind and name; those no longer used too. `kinds` null is all. */
export async function listAuthorities(trx: Trx, kinds: readonly AuthorityKind[] | null = null): Promise<Authority[]> {
  let query = trx.selectFrom('authority').selectAll();
  if (kinds !== null) query = query.where('kind', 'in', kinds);
  const rows = await query.orderBy('kind').orderBy('office').orderBy('id').execute();
  return rows.map(toAuthority);
}

/** One entry, also one no longer used: a paper written to it must still be readable. Null when there is none. */
export async function findAuthority(trx: Trx, authorityId: string): Promise<Authority | null> {
  const row = await trx.selectFrom('authority').selectAll().where('id', '=', authorityId).executeTakeFirst();
  return row === undefined ? null : toAuthority(row);
}

export async function insertAuthority(
  trx: Trx,
  authority: AuthorityForm,
  by: { readonly id: string; readonly today: string },
): Promise<void> {
  await trx
    .insertInto('authority')
    .values({ ...columnsOf(authority), id: by.id, is_active: 1, changed_on: by.today, version: 1 })
    .execute();
}

/** @throws conflict when the entry changed since that version was read */
export async function updateAuthority(
  trx: Trx,
  target: { readonly id: string; readonly version: number; readonly today: string },
  change: { readonly authority: AuthorityForm } | { readonly isActive: boolean },
): Promise<void> {
  const columns =
    'authority' in change ? columnsOf(change.authority) : ({ is_active: change.isActive ? 1 : 0 } as const);
  const result = await trx
    .updateTable('authority')
    .set({ ...columns, changed_on: target.today, version: sql`version + 1` })
    .where('id', '=', target.id)
    .where('version', '=', target.version)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw fail('conflict');
}

/** Seals of the cases and who keeps access. */
import type { Instant } from '../../shared/platform/dates.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { findRow, insertRow, nextVersions, valuesIn } from '../platform/storage/rows.ts';
import { tablesIn, type IntakeTables, type Trx } from './tables.ts';

export type SealRow = IntakeTables['case_seal'];

export async function standingSeal(trx: Trx, caseId: CaseId): Promise<SealRow | undefined> {
  return findRow(tablesIn(trx), 'case_seal', { case_id: caseId, opened_at: null });
}

/** Of these cases when the last seal was taken off. */
export async function unsealedAt(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, Instant>> {
  const rows = await tablesIn(trx)
    .selectFrom('case_seal')
    .select((select) => ['case_id', select.fn.max('opened_at').as('at')])
    .where('case_id', 'in', among(caseIds))
    .where('opened_at', 'is not', null)
    .groupBy('case_id')
    .execute();
  return new Map(rows.flatMap(({ case_id, at }) => (at === null ? [] : [[case_id, at]])));
}

/** Of these cases those that were under a seal at a moment. */
export async function sealedWhen(trx: Trx, caseIds: readonly CaseId[], at: Instant): Promise<ReadonlySet<CaseId>> {
  const rows = await tablesIn(trx)
    .selectFrom('case_seal')
    .select('case_id')
    .where('case_id', 'in', among(caseIds))
    .where('sealed_at', '<=', at)
    .where((where) => where.or([where('opened_at', 'is', null), where('opened_at', '>', at)]))
    .execute();
  return new Set(rows.map(({ case_id }) => case_id));
}

export async function membersOf(trx: Trx, sealId: string): Promise<StaffId[]> {
  return valuesIn(tablesIn(trx), 'case_seal_member.staff_id', { seal_id: sealId });
}

/** Fichas reservadas of which this person is a member. */
export async function sealedFor(trx: Trx, staffId: StaffId): Promise<CaseId[]> {
  const rows = await tablesIn(trx)
    .selectFrom('case_seal')
    .innerJoin('case_seal_member', 'case_seal_member.seal_id', 'case_seal.id')
    .select('case_seal.case_id')
    .where('case_seal_member.staff_id', '=', staffId)
    .where('case_seal.opened_at', 'is', null)
    .execute();
  return rows.map(({ case_id }) => case_id);
}

export async function insertSeal(trx: Trx, row: SealRow, members: readonly StaffId[]): Promise<void> {
  await tablesIn(trx).insertInto('case_seal').values(row).execute();
  await insertMembers(trx, row.id, members);
}

async function insertMembers(trx: Trx, sealId: string, members: readonly StaffId[]): Promise<void> {
  await insertRow(
    tablesIn(trx),
    'case_seal_member',
    members.map((staff_id) => ({ seal_id: sealId, staff_id })),
  );
}

/** Who had access before stands in the proposals that were approved. */
export async function replaceMembers(trx: Trx, sealId: string, members: readonly StaffId[]): Promise<void> {
  await tablesIn(trx).deleteFrom('case_seal_member').where('seal_id', '=', sealId).execute();
  await insertMembers(trx, sealId, members);
  await updateSeal(trx, sealId, {});
}

export async function updateSeal(
  trx: Trx,
  id: string,
  change: Partial<Pick<SealRow, 'opened_at' | 'opened_by' | 'opened_with' | 'open_reason' | 'open_words'>>,
): Promise<void> {
  await nextVersions(tablesIn(trx), 'case_seal', { id }, change);
}

/** Cases under a seal, by their number. */
export async function sealedCases(trx: Trx): Promise<{ id: CaseId; number: string }[]> {
  return tablesIn(trx)
    .selectFrom('case_file')
    .select(['id', 'number'])
    .where('is_sealed', '=', 1)
    .where('annulled_at', 'is', null)
    .orderBy('number')
    .execute();
}

/** Drafts of forms: one JSON row each, of one person, in the encrypted file and nowhere else. */
import { sql } from 'kysely';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { among } from '../platform/storage/among.ts';
import { findRow, insertRow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

export type DraftKey = { staffId: string; form: string; caseId: CaseId | null };

export async function findDraft(trx: Trx, key: DraftKey) {
  const place = { staff_id: key.staffId, form: key.form, case_id: key.caseId };
  return findRow(tablesIn(trx), 'draft', place);
}

export async function listDrafts(trx: Trx, staffId: string) {
  return tablesIn(trx)
    .selectFrom('draft')
    .leftJoin('case_file', 'case_file.id', 'draft.case_id')
    .select(['draft.id', 'draft.form', 'draft.case_id', 'draft.updated_at', 'case_file.number', 'case_file.state'])
    .where('draft.staff_id', '=', staffId)
    .where('draft.body', '<>', '')
    .orderBy('draft.updated_at', 'desc')
    .execute();
}

/** Who is writing what in a case; what was typed stays with its author. */
export async function draftsOfCase(trx: Trx, caseId: CaseId) {
  return tablesIn(trx)
    .selectFrom('draft')
    .select(['id', 'form', 'staff_id', 'updated_at'])
    .where('case_id', '=', caseId)
    .where('body', '<>', '')
    .orderBy('updated_at', 'desc')
    .execute();
}

export async function insertDraft(trx: Trx, draft: DraftKey & { id: Id<'DraftId'>; at: Instant }): Promise<void> {
  await insertRow(tablesIn(trx), 'draft', {
    id: draft.id,
    staff_id: draft.staffId,
    form: draft.form,
    case_id: draft.caseId,
    body: '',
    created_at: draft.at,
    updated_at: draft.at,
    version: 1,
  });
}

/** @throws not-found when the draft is not of this person */
export async function updateDraft(
  trx: Trx,
  id: Id<'DraftId'>,
  save: { staffId: string; body: string; at: Instant },
): Promise<void> {
  const result = await tablesIn(trx)
    .updateTable('draft')
    .set({ body: save.body, updated_at: save.at, version: sql`version + 1` })
    .where('id', '=', id)
    .where('staff_id', '=', save.staffId)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw fail('not-found');
}

/** Erases a draft: it is not a record. @throws not-found when it is not of this person */
export async function deleteDraft(trx: Trx, id: Id<'DraftId'>, staffId: string): Promise<void> {
  const result = await tablesIn(trx)
    .deleteFrom('draft')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  if (result.numDeletedRows === 0n) throw fail('not-found');
}

/** Erases drafts whoever typed them: the caller knows why. */
export async function eraseDrafts(trx: Trx, ids: readonly Id<'DraftId'>[]): Promise<void> {
  await tablesIn(trx).deleteFrom('draft').where('id', 'in', among(ids)).execute();
}

/** Erases what anybody typed for a form that can no longer be opened. */
export async function deleteDraftsOf(trx: Trx, { form, caseId }: Omit<DraftKey, 'staffId'>): Promise<void> {
  await tablesIn(trx).deleteFrom('draft').where('form', '=', form).where('case_id', '=', caseId).execute();
}

/** Erases what whoever saves a form typed for it. */
export async function forgetTyped({ trx, session }: Use, form: string, caseId: CaseId | null): Promise<void> {
  await tablesIn(trx)
    .deleteFrom('draft')
    .where('staff_id', '=', session.staffId)
    .where('form', '=', form)
    .where('case_id', caseId === null ? 'is' : '=', caseId)
    .execute();
}

/** Rows of session notes and what is being typed; the words of both stand under the key of the compartment. */
import { noteDraftSchema, type NoteDraft } from '../../shared/care/index.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { CompartmentKey } from '../platform/storage/compartments.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import { findRow, insertRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type CareTables, type Trx } from './tables.ts';

export type NoteRow = CareTables['session_note'];
type DraftRow = CareTables['session_note_draft'];

export async function insertNote(
  trx: Trx,
  row: NoteRow,
  { body, held }: { readonly body: string; readonly held: CompartmentKey },
): Promise<void> {
  await insertRow(tablesIn(trx), 'session_note', row);
  await SealedFields.close(platformOf(trx), { ownerId: row.id, name: 'note.body' }, { text: body, held });
}

/** Notes of a case with their words, newest first. */
export async function readNotes(trx: Trx, caseId: CaseId, held: CompartmentKey) {
  const rows = await rowsOf(tablesIn(trx), 'session_note', { case_id: caseId }, 'written_at desc', 'id');
  const notes: { row: NoteRow; body: string }[] = [];
  for (const row of rows) {
    const body = await SealedFields.open(platformOf(trx), { ownerId: row.id, name: 'note.body' }, held);
    notes.push({ row, body: body ?? '' });
  }
  return notes;
}

/** Notes of an attention go with it, unread; answers which. */
export async function moveNotesOf(trx: Trx, attentionId: Id<'AttentionId'>, toCaseId: CaseId) {
  const moved = await tablesIn(trx)
    .updateTable('session_note')
    .set((eb) => ({ case_id: toCaseId, version: eb('version', '+', 1) }))
    .where('attention_id', '=', attentionId)
    .returning('id')
    .execute();
  return moved.map(({ id }) => id);
}

type Key = { readonly caseId: CaseId; readonly staffId: string };

function findDraft(trx: Trx, { caseId, staffId }: Key): Promise<DraftRow | undefined> {
  return findRow(tablesIn(trx), 'session_note_draft', { case_id: caseId, staff_id: staffId });
}

export async function readNoteDraft(trx: Trx, key: Key, held: CompartmentKey): Promise<NoteDraft | null> {
  const row = await findDraft(trx, key);
  if (row === undefined) return null;
  const text = await SealedFields.open(platformOf(trx), { ownerId: row.id, name: 'note.draft' }, held);
  return text === null ? null : noteDraftSchema.parse(JSON.parse(text));
}

export async function putNoteDraft(
  trx: Trx,
  { id, at, ...key }: Key & { readonly id: Id<'NoteDraftId'>; readonly at: DraftRow['saved_at'] },
  { draft, held }: { readonly draft: NoteDraft; readonly held: CompartmentKey },
): Promise<void> {
  const found = await findDraft(trx, key);
  const row = { id: found?.id ?? id, case_id: key.caseId, staff_id: key.staffId, saved_at: at };
  await tablesIn(trx)
    .insertInto('session_note_draft')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ saved_at: at }))
    .execute();
  const ref = { ownerId: row.id, name: 'note.draft' } as const;
  await SealedFields.close(platformOf(trx), ref, { text: JSON.stringify(draft), held });
}

/** What was typed goes, its words first. */
export async function eraseNoteDraft(trx: Trx, key: Key): Promise<void> {
  const row = await findDraft(trx, key);
  if (row === undefined) return;
  await SealedFields.remove(platformOf(trx), { ownerId: row.id, name: 'note.draft' });
  await tablesIn(trx).deleteFrom('session_note_draft').where('id', '=', row.id).execute();
}

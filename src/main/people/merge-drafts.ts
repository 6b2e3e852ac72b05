/** What somebody was typing of a person who is joined to another one. */
import { sql } from 'kysely';
import { personDraft } from '../../shared/people/index.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { forgetAnswers } from '../platform/gate/withdraw-answers.ts';
import { tablesIn, type Trx } from './tables.ts';
import { columnsIn } from '../platform/storage/rows.ts';

/**
 * It goes on with the page of who was kept; where its author was typing there as well, it is let go. No version of the
 * kept record is the one it was typed over: its author compares both before anything is saved.
 */
export async function moveDrafts(trx: Trx, { from, to }: { from: string; to: string }): Promise<void> {
  const draftsOf = (personId: string) =>
    columnsIn(tablesIn(trx), 'draft', ['id', 'staff_id', 'case_id', 'body'], { form: personDraft(personId) });
  const placeOf = (draft: { staff_id: string; case_id: CaseId | null }) => `${draft.staff_id} ${draft.case_id ?? ''}`;
  const there = new Map((await draftsOf(to)).map((draft) => [placeOf(draft), draft]));
  const moving = await draftsOf(from);
  for (const draft of moving) {
    const kept = there.get(placeOf(draft));
    const isFree = kept === undefined || kept.body === '';
    if (kept !== undefined && isFree) await erase(trx, kept.id);
    if (!isFree || draft.body === '') await erase(trx, draft.id);
    else {
      const body = sql<string>`json_set(body, '$.version', 0)`;
      await tablesIn(trx)
        .updateTable('draft')
        .set({ form: personDraft(to), body })
        .where('id', '=', draft.id)
        .execute();
    }
  }
  // The answer to a call may hold a draft as it was opened.
  for (const { id } of [...moving, ...there.values()]) await forgetAnswers(trx, 'openDraft', id);
}

async function erase(trx: Trx, id: Id<'DraftId'>): Promise<void> {
  await tablesIn(trx).deleteFrom('draft').where('id', '=', id).execute();
}

/** A file saved in the wrong ficha goes to the right one, with its bytes and its chain of custody. */
import { areasOf, type FileArea } from '../../shared/attachments/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { allowed, refuseMove, type Between } from '../intake/index.ts';
import { withdrawAnswers } from '../platform/gate/withdraw-answers.ts';
import { aboveAttachments } from './above.ts';
import { changeAttachment, findSame, getAttachment, hasCustody, listRows } from './repository.ts';
import { nextVersions } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

/** Areas of a case in which the reader may add; none where the table gives nothing. */
async function areasIn(unit: Use, caseId: CaseId): Promise<readonly FileArea[]> {
  const decision = await allowed(unit, 'attachment.add', caseId);
  return decision === null ? [] : areasOf(decision.view, unit.session.roles);
}

/** Files of a case that the reader may move: not annulled, of an open area. */
export async function movableFiles(unit: Use, caseId: CaseId) {
  const areas = await areasIn(unit, caseId);
  return (await listRows(unit.trx, caseId))
    .filter((row) => row.annulled_at === null && areas.includes(row.area))
    .map((row) => ({ id: row.id, description: row.description, addedBy: row.added_by }));
}

/**
 * Answers who added it.
 *
 * @throws not-found when it is of another case or of a closed area; rule-broken `file-in-use`, `file-is-annulled`;
 *   duplicate `file-known`
 */
export async function moveFile(unit: Use, between: Between, id: Id<'AttachmentId'>): Promise<string> {
  refuseMove(between);
  const { from, to } = between;
  const row = await getAttachment(unit.trx, from.id, id);
  for (const caseId of [from.id, to.id]) {
    if (!(await areasIn(unit, caseId)).includes(row.area)) throw fail('not-found');
  }
  if (row.annulled_at !== null) throw fail('rule-broken', 'file-is-annulled');
  // What was once presented stays in the history of its ficha, also when that presentation was annulled.
  const wasPresented = await hasCustody(unit.trx, id, 'presented');
  if (
    wasPresented ||
    (await aboveAttachments.ask.isProof(unit.trx, id)) ||
    (await aboveAttachments.ask.isInBundle(unit.trx, id))
  ) {
    throw fail('rule-broken', 'file-in-use');
  }
  const twin = await findSame(unit.trx, { caseId: to.id, sha256: row.sha256, areas: [row.area] });
  if (twin !== undefined) throw fail('duplicate', 'file-known');
  await nextVersions(tablesIn(unit.trx), 'stored_file', { id: row.file_id }, { case_id: to.id });
  await changeAttachment(unit, row, { kind: 'moved', sha256: row.sha256 }, { case_id: to.id });
  unit.touchAside('stored_file', row.file_id);
  await aboveAttachments.ask.moveSaved(unit, id, to.id);
  // The answers kept for a repeated call name the file in its old ficha.
  await withdrawAnswers(unit.trx, ['addAttachment', 'describeAttachment', 'annulAttachment'], id);
  return row.added_by;
}

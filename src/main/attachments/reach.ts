/** Which files a reader reaches: those of the areas that the permission table opens. */
import { areasOf, type FileArea } from '../../shared/attachments/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { getAttachment, type AttachmentRow } from './repository.ts';
import type { Trx } from './tables.ts';

export function areasFor({ decision, session }: Pick<CallFrame, 'decision' | 'session'>): readonly FileArea[] {
  return areasOf(decision.view, session.roles);
}

/** @throws not-found for a file of another case or of an area closed to the reader, alike */
export async function reachable(
  trx: Trx,
  call: Pick<CallFrame, 'decision' | 'session'>,
  { caseId, attachmentId }: { readonly caseId: CaseId; readonly attachmentId: Id<'AttachmentId'> },
): Promise<AttachmentRow> {
  const row = await getAttachment(trx, caseId, attachmentId);
  if (!areasFor(call).includes(row.area)) throw fail('not-found');
  return row;
}

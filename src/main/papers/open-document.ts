import { kindActions, safetyCardTemplate } from '../../shared/papers/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, DocumentId } from '../../shared/platform/ids.ts';
import { contentHash } from './issue.ts';
import { type DocumentRow } from './repository.ts';
import { findRow } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

/** The document with its bytes as issued, after the permission of its kind and the check of its hash. */
export async function openDocument(unit: Use, caseId: CaseId, documentId: DocumentId): Promise<DocumentRow> {
  const row = await findRow(tablesIn(unit.trx), 'issued_document', { id: documentId, case_id: caseId });
  if (row === undefined) throw fail('not-found');
  await unit.require(kindActions[row.kind], caseId);
  // What she thought through is for whoever attends her: its card too.
  if (row.template === safetyCardTemplate) await unit.require('safetyPlan.read', caseId);
  if (contentHash(row.bytes) !== row.content_hash) throw fail('damaged', 'document-damaged');
  unit.about('issued_document', row.id);
  return row;
}

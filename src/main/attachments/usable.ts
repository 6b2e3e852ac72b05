/** Files of a case as other papers use them: as annex, signed version, cargo. */
import type { FileArea, FileType, FileWarning } from '../../shared/attachments/index.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { VaultFile } from '../platform/storage/file-vault.ts';
import { cellsOf, parsed } from '../platform/storage/rows.ts';
import { docxText } from './office.ts';
import { pdfText } from './read-pdf.ts';
import {
  addCustody,
  getAttachment,
  getStoredFile,
  custodyOf,
  updateAttachment,
  type AttachmentRow,
} from './repository.ts';
import type { Vault } from './vault.ts';
import type { Trx, Use } from './tables.ts';

export type UsableFile = {
  readonly type: FileType;
  readonly area: FileArea;
  /** How it was described and called. */
  readonly words: readonly string[];
  readonly sha256: string;
  readonly pages: number | null;
  readonly warnings: readonly FileWarning[];
  readonly stored: VaultFile;
};

type Wanted = {
  readonly caseId: CaseId;
  readonly attachmentId: Id<'AttachmentId'>;
  readonly types: readonly FileType[];
  readonly reason?: string;
};

async function find(
  trx: Trx,
  { caseId, attachmentId, types, reason = 'presented-file' }: Wanted,
): Promise<AttachmentRow> {
  try {
    const row = await getAttachment(trx, caseId, attachmentId);
    if (row.annulled_at === null && types.includes(row.type)) return row;
  } catch (error) {
    // Absent, or of another case: said in the same words as one that does not serve.
    if (!(error instanceof ExpectedFailure)) throw error;
  }
  throw fail('rule-broken', reason);
}

/** @throws rule-broken with the reason asked for, when the file is of another case, annulled, or of another type */
export async function usableFile(trx: Trx, wanted: Wanted): Promise<UsableFile> {
  const row = await find(trx, wanted);
  return {
    ...cellsOf(row, 'type', 'area', 'sha256', 'pages'),
    words: [row.description, row.shown_name],
    warnings: parsed(row.warnings),
    stored: await getStoredFile(trx, row.file_id),
  };
}

/** The file was left somewhere with a writ: its chain of custody says so. */
export function notePresented(unit: Use, at: Handed): Promise<void> {
  return noteHanded(unit, at, 'presented');
}

/** The office of the court did not take the writ: what was left with it is here again. */
export function noteReturned(unit: Use, at: Handed): Promise<void> {
  return noteHanded(unit, at, 'returned');
}

type Handed = { readonly caseId: CaseId; readonly attachmentId: Id<'AttachmentId'> };

/** Once, until it goes the other way. */
async function noteHanded(unit: Use, at: Handed, kind: 'presented' | 'returned'): Promise<void> {
  const row = await getAttachment(unit.trx, at.caseId, at.attachmentId);
  const last = (await custodyOf(unit.trx, row.id)).findLast((one) => ['presented', 'returned'].includes(one.kind));
  if ((last?.kind ?? 'returned') === kind) return;
  await addCustody(unit, row.id, { kind, sha256: row.sha256 });
  await updateAttachment(unit.trx, row, {});
  unit.touchAside('attachment', row.id);
}

/** Words of a PDF or a Word file; empty for an image, null when it cannot be read. */
export async function textOfFile({ type, stored }: UsableFile, vault: Vault): Promise<string | null> {
  const bytes = await vault.read(stored);
  if (bytes === null) throw fail('damaged', 'file-changed');
  if (type === 'docx') return docxText(bytes);
  if (type === 'pdf') return (await pdfText(bytes))?.join('\n') ?? null;
  return '';
}

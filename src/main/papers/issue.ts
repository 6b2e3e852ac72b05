/** Issuing a paper: number, frozen bytes, content hash. Used by every domain that makes papers. */
import { createHash } from 'node:crypto';
import type { DocumentKind, IssuedDocument, Paper } from '../../shared/papers/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { quoteAccount } from '../intake/index.ts';
import { toDocument } from './repository.ts';
import { byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

export type PaperToIssue = {
  readonly caseId: CaseId | null;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly title: string;
  /** Template id and version. */
  readonly template: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What was printed, kept for the same paper as a Word file. */
  readonly paper?: Paper;
  /** Who it is addressed to, as the paper says it: the first copy is for them. */
  readonly recipient?: string | null;
  /** Why it goes out with a required fact missing (D11); null when nothing is missing. */
  readonly missingReason: string | null;
  /** The paper quotes the account of the case: issuing it locks the account. */
  readonly quotesAccount?: boolean;
};

/** Freezes a paper in the record. Must run in the transaction that also takes its number. */
export async function issueDocument(unit: Use, paper: PaperToIssue): Promise<IssuedDocument> {
  const row = {
    id: unit.newId<'DocumentId'>(),
    case_id: paper.caseId,
    kind: paper.kind,
    number: paper.number,
    title: paper.title,
    template: paper.template,
    content_hash: contentHash(paper.bytes),
    pages: paper.pages,
    bytes: paper.bytes,
    missing_reason: paper.missingReason,
    recipient: paper.recipient ?? null,
    paper: paper.paper === undefined ? null : JSON.stringify(paper.paper),
    ...byNow(unit, 'issued'),
    version: 1,
  };
  await insertRecord(unit, tablesIn, 'issued_document', row);
  if (paper.quotesAccount === true && paper.caseId !== null) await quoteAccount(unit, paper.caseId, row.id);
  unit.note({ document: paper.number, pages: paper.pages, contentHash: row.content_hash });
  return toDocument(row, await staffNames(unit.trx));
}

/** SHA-256, lower-case hex. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

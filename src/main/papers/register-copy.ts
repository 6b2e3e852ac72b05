/** Copies that leave with more than the issued pages, registered before they do (security design §8). */
import type { copyWays } from '../../shared/papers/index.ts';
import type { DocumentId } from '../../shared/platform/ids.ts';
import type { Delivery, Unit } from '../platform/gate/handler.ts';
import type { SavedFile } from '../platform/ports.ts';
import { contentHash } from './issue.ts';
import { newLine, nextNumber, serialNumber, updateCopyState } from './repository.ts';
import { insertRecord, rowOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

/** One file that leaves in the name of an issued document. */
export type Leaving = {
  readonly documentId: DocumentId;
  readonly way: (typeof copyWays)[number];
  readonly recipient: string;
  readonly purpose: string;
  readonly bytes: Uint8Array;
  /** Name of the printer; null for a file. */
  readonly printer: string | null;
  readonly batchId: string;
  /** The assembled presentation that it is a part of; null for the paper alone. */
  readonly bundleId: string | null;
  /** Null: neither of the two that a paper is made in; its purpose says what. */
  readonly format?: null;
};

/** Takes the number of the copy; given once, also when it then fails. */
export async function registerCopy(unit: Unit<Trx>, leaving: Leaving): Promise<{ id: string; number: string }> {
  const year = Number(unit.today.slice(0, 4));
  const number = serialNumber('copy', year, await nextNumber(unit.trx, 'copy', year));
  const line = newLine<'CopyId'>(unit);
  await insertRecord(unit, tablesIn, 'document_copy', {
    ...line,
    number,
    document_id: leaving.documentId,
    way: leaving.way,
    recipient: leaving.recipient,
    purpose: leaving.purpose,
    edition: 'court',
    format: leaving.format === undefined ? 'pdf' : null,
    batch_id: leaving.batchId,
    part: 1,
    parts: 1,
    printer: leaving.printer,
    seal: null,
    content_hash: contentHash(leaving.bytes),
    reprint_of: null,
    bundle_id: leaving.bundleId,
  });
  return { id: line.id, number };
}

/** How each copy ended; what had left before one failed has left. */
export async function settleCopies(
  call: Delivery<Trx>,
  ends: readonly { readonly number: string; readonly end: 'sent' | 'failed'; readonly saved: SavedFile | null }[],
): Promise<void> {
  await call.settle(ends.some(({ end }) => end === 'failed') ? 'failed' : 'ok', async (unit) => {
    for (const { number, end, saved } of ends) {
      const { id } = await rowOf(tablesIn(unit.trx), 'document_copy', { number });
      await updateCopyState(unit, id, end, saved);
    }
  });
}

/** Rows of what the centre received to hand on. */
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { CustodyItem } from '../../shared/referrals/index.ts';
import { among } from '../platform/storage/among.ts';
import { insertRecord, insertRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type ReferralsTables, type Use } from './tables.ts';

export type ReceiptRow = ReferralsTables['custody_receipt'] & { readonly number: string };

export async function insertReceipt(
  unit: Use,
  row: ReferralsTables['custody_receipt'],
  items: readonly (Omit<CustodyItem, 'files'> & { readonly files: readonly { id: string; sha256: string }[] })[],
) {
  await insertRecord(unit, tablesIn, 'custody_receipt', row);
  const rows = items.map(({ files, ...item }, at) => ({
    ...item,
    receipt_id: row.id,
    position: at + 1,
    files: JSON.stringify(files),
  }));
  await insertRow(tablesIn(unit.trx), 'custody_item', rows);
}

function withNumber(trx: Trx) {
  return tablesIn(trx)
    .selectFrom('custody_receipt')
    .innerJoin('issued_document', 'issued_document.id', 'custody_receipt.document_id')
    .selectAll('custody_receipt')
    .select('issued_document.number');
}

/** Newest first. */
export async function listReceipts(trx: Trx, caseId: CaseId): Promise<ReceiptRow[]> {
  return withNumber(trx)
    .where('custody_receipt.case_id', '=', caseId)
    .orderBy('issued_document.number', 'desc')
    .execute();
}

/** @throws not-found, also for one of another case */
export async function getReceipt(trx: Trx, caseId: CaseId, id: Id<'CustodyReceiptId'>): Promise<ReceiptRow> {
  const row = await withNumber(trx)
    .where('custody_receipt.id', '=', id)
    .where('custody_receipt.case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  return row;
}

/** What was received and handed on in a case, in a constant number of readings. */
export async function custodyOfCase(trx: Trx, caseId: CaseId) {
  const receipts = await listReceipts(trx, caseId);
  const items = await tablesIn(trx)
    .selectFrom('custody_item')
    .select(['receipt_id', 'description'])
    .where('receipt_id', 'in', among(receipts.map(({ id }) => id)))
    .orderBy('position')
    .execute();
  const deliveries = await rowsOf(tablesIn(trx), 'custody_delivery', { case_id: caseId });
  const things = Map.groupBy(items, (one) => one.receipt_id);
  return {
    receipts: receipts.map((row) => ({ ...row, things: things.get(row.id)?.map((one) => one.description) ?? [] })),
    deliveries,
  };
}

/** Named, with its hash, in the receipt of something that was taken into custody. */
export async function isInReceipt(trx: Trx, id: string): Promise<boolean> {
  const found = await tablesIn(trx)
    .selectFrom('custody_item')
    .select('receipt_id')
    .where('files', 'like', `%"${id}"%`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a file proves something that was done: it is then neither annulled nor moved. */
import type { Trx } from '../database.ts';

/** Left as the signed version or the cargo of a presentation that stands, or joined into it as an annex. */
async function isPresented(trx: Trx, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('filing_presentation')
    .select('filing_presentation.id')
    .where('annulled_at', 'is', null)
    .where((where) =>
      where.or([
        where('signed_id', '=', id),
        where('cargo_id', '=', id),
        where.exists(
          where
            .selectFrom('filing_bundle')
            .innerJoin('filing_bundle_annex', 'filing_bundle_annex.bundle_id', 'filing_bundle.id')
            .select('filing_bundle.id')
            .whereRef('filing_bundle.filing_id', '=', 'filing_presentation.filing_id')
            .where('filing_bundle_annex.attachment_id', '=', id),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Named, with its hash, in the receipt of something that was taken into custody. */
async function isInReceipt(trx: Trx, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('custody_item')
    .select('receipt_id')
    .where('files', 'like', `%"${id}"%`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function isAnswer(trx: Trx, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('filing_answer')
    .select('presentation_id')
    .where('document_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** It was left somewhere with a writ and that stands, stands in a receipt, or says what was answered. */
export async function isProof(trx: Trx, id: string): Promise<boolean> {
  return (await isPresented(trx, id)) || (await isInReceipt(trx, id)) || (await isAnswer(trx, id));
}

/** Joined into a presentation that was assembled: its pages stand there already. */
export async function isInBundle(trx: Trx, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('filing_bundle_annex')
    .select('bundle_id')
    .where('attachment_id', '=', id)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

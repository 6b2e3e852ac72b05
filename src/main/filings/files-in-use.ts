/** Whether a file of a case proves what was done with a writ: it is then neither annulled nor moved. */
import type { ExpressionBuilder } from 'kysely';
import type { Id } from '../../shared/platform/ids.ts';
import type { PapersOpened } from '../papers/index.ts';
import { hasRow } from '../platform/storage/rows.ts';
import { tablesIn, type FilingsTables, type Trx } from './tables.ts';

/** A copy of the bundle left, or may have left. */
function wasReleased(bundle: ExpressionBuilder<FilingsTables & PapersOpened, 'filing_bundle'>) {
  return bundle.exists(
    bundle
      .selectFrom('document_copy')
      .select('document_copy.id')
      .whereRef('document_copy.bundle_id', '=', 'filing_bundle.id')
      .where('document_copy.state', '<>', 'failed'),
  );
}

/** The bundles that may have been left with a writ: every one that went out; where none did, the last that was made. */
async function presentedBundles(trx: Trx, filingId: Id<'FilingId'>): Promise<string[]> {
  const bundles = tablesIn(trx)
    .selectFrom('filing_bundle')
    .select('id')
    .where('filing_id', '=', filingId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc');
  const out = await bundles.where(wasReleased).execute();
  return (out.length > 0 ? out : await bundles.limit(1).execute()).map(({ id }) => id);
}

/** Bundles in which a file was joined, each with its writ. */
function bundlesWith(trx: Trx, id: Id<'AttachmentId'>) {
  return tablesIn(trx)
    .selectFrom('filing_bundle')
    .innerJoin('filing_bundle_annex', 'filing_bundle_annex.bundle_id', 'filing_bundle.id')
    .select(['filing_bundle.id', 'filing_bundle.filing_id'])
    .where('filing_bundle_annex.attachment_id', '=', id);
}

/** Left as the signed version or the cargo of a presentation that stands, or joined as an annex into what was left. */
async function isPresented(trx: Trx, id: Id<'AttachmentId'>): Promise<boolean> {
  const left = await tablesIn(trx)
    .selectFrom('filing_presentation')
    .select('id')
    .where('annulled_at', 'is', null)
    .where((where) => where.or([where('signed_id', '=', id), where('cargo_id', '=', id)]))
    .limit(1)
    .executeTakeFirst();
  if (left !== undefined) return true;
  for (const bundle of await bundlesWith(trx, id).execute()) {
    const isLeft = (await presentedBundles(trx, bundle.filing_id)).includes(bundle.id);
    const standing = { filing_id: bundle.filing_id, annulled_at: null };
    if (isLeft && (await hasRow(tablesIn(trx), 'filing_presentation', standing))) return true;
  }
  return false;
}

/** It was left somewhere with a writ and that stands, or says what was answered. */
export async function provesWrit(trx: Trx, id: Id<'AttachmentId'>): Promise<boolean> {
  return (await isPresented(trx, id)) || (await hasRow(tablesIn(trx), 'filing_answer', { document_id: id }));
}

/** Joined into a bundle that went out; one that did not is made anew without the file. */
export async function isInBundle(trx: Trx, id: Id<'AttachmentId'>): Promise<boolean> {
  const out = await tablesIn(trx)
    .selectFrom('filing_bundle_annex')
    .innerJoin('document_copy', 'document_copy.bundle_id', 'filing_bundle_annex.bundle_id')
    .select('document_copy.id')
    .where('filing_bundle_annex.attachment_id', '=', id)
    .where('document_copy.state', '<>', 'failed')
    .limit(1)
    .executeTakeFirst();
  return out !== undefined;
}

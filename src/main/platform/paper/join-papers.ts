/** Several printed papers as one file, page after page; the properties are those of the first. */
import { PDFDocument } from '@cantoo/pdf-lib';

export async function joinPapers(papers: readonly Uint8Array[]): Promise<Uint8Array> {
  const [first, ...others] = papers;
  if (first === undefined) throw new Error('no papers to join');
  if (others.length === 0) return first;
  const joined = await PDFDocument.load(first, { updateMetadata: false });
  for (const bytes of others) {
    const other = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await joined.copyPages(other, other.getPageIndices())) joined.addPage(page);
  }
  return joined.save({ useObjectStreams: false });
}

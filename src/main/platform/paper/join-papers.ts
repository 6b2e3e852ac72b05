/**
 * Several printed papers as one file, page after page; the properties are those of the first. Its structure would tell of
 * the first paper alone: a file of several has none.
 */
import { PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

const named = (...names: readonly string[]) => names.map((name) => PDFName.of(name));
const rootKeys = named('StructTreeRoot', 'MarkInfo');
const elementKeys = named('S', 'P', 'K');

function dropStructure({ catalog, context }: PDFDocument): void {
  for (const key of rootKeys) {
    const ref = catalog.get(key);
    catalog.delete(key);
    if (ref instanceof PDFRef) context.delete(ref);
  }
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && elementKeys.every((key) => object.has(key))) context.delete(ref);
}

export async function joinPapers(papers: readonly Uint8Array[]): Promise<Uint8Array> {
  const [first, ...others] = papers;
  if (first === undefined) throw new Error('no papers to join');
  if (others.length === 0) return first;
  const joined = await PDFDocument.load(first, { updateMetadata: false });
  dropStructure(joined);
  for (const bytes of others) {
    const other = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await joined.copyPages(other, other.getPageIndices())) joined.addPage(page);
  }
  for (const page of joined.getPages()) page.node.delete(PDFName.of('StructParents'));
  return joined.save({ useObjectStreams: false });
}

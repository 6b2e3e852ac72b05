/** What of a PDF is known only once it was parsed: rarer filters, what was encrypted, the tree of its pages. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { pdfLimits } from './pdf-growth.ts';

/** Filters that can make data larger, by the names a dictionary may give them. */
const growing = new Set(['FlateDecode', 'Fl', 'LZWDecode', 'LZW', 'RunLengthDecode', 'RL']);
const plain = new Set(['ASCII85Decode', 'A85', 'ASCIIHexDecode', 'AHx']);
/** These are unpacked by slower code: less of it is enough to tell. */
const most = 32 * 1024 * 1024;

function filtersOf(stream: PDFRawStream): string[] {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = filter instanceof PDFArray ? filter.asArray().map((_one, at) => filter.lookup(at)) : [filter];
  return names.flatMap((name) => (name instanceof PDFName ? [name.decodeText()] : []));
}

/** The bytes were inflated and counted where they stand in the file, unless another filter or a cipher covered them. */
function isUncounted(filters: readonly string[], isEncrypted: boolean): boolean {
  if (!filters.every((one) => growing.has(one) || plain.has(one))) return false;
  const isPlainFlate = filters.every((one) => one === 'FlateDecode');
  return filters.some((one) => growing.has(one)) && (isEncrypted || !isPlainFlate);
}

function unpackedSize(stream: PDFRawStream): number {
  try {
    return decodePDFRawStream(stream).getBytes(most + 1).length;
  } catch {
    return 0;
  }
}

/** A stream that only its filters or the cipher kept from being counted grows too far. */
export function growsByFilter(pdf: PDFDocument, isEncrypted: boolean): boolean {
  let total = 0;
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !isUncounted(filtersOf(object), isEncrypted)) continue;
    const size = unpackedSize(object);
    total += size;
    if (size > Math.max(pdfLimits.small, Math.min(most, object.contents.length * pdfLimits.ratio))) return true;
    if (total > pdfLimits.total) return true;
  }
  return false;
}

/** Beyond this nobody leafs through a file, and a viewer reserves room for each page. */
export const mostPages = 10_000;
const deepest = 100;

type Node = { readonly node: PDFObject | undefined; readonly above: readonly string[] };

/** What hangs on this part of the tree; null when it hangs on itself, or more hangs there than can be opened. */
function childrenOf(pdf: PDFDocument, kids: PDFArray, above: readonly string[]): Node[] | null {
  if (above.length > deepest || kids.size() > mostPages) return null;
  const names = kids.asArray().map((kid) => (kid instanceof PDFRef ? kid.toString() : ''));
  if (names.some((name) => name !== '' && above.includes(name))) return null;
  return kids.asArray().map((kid, at) => ({ node: pdf.context.lookup(kid), above: [...above, names[at] ?? ''] }));
}

function promisesTooMany(root: PDFObject | undefined): boolean {
  const promised = root instanceof PDFDict ? root.lookup(PDFName.of('Count')) : undefined;
  return promised instanceof PDFNumber && promised.asNumber() > mostPages;
}

/** Pages as they hang on their tree; null when it never ends, is too deep, or promises more pages than can be opened. */
export function countPages(pdf: PDFDocument): number | null {
  const root = pdf.catalog.lookup(PDFName.of('Pages'));
  if (promisesTooMany(root)) return null;
  const open: Node[] = [{ node: root, above: [] }];
  let pages = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!(next.node instanceof PDFDict)) continue;
    const kids = next.node.lookup(PDFName.of('Kids'));
    const children = kids instanceof PDFArray ? childrenOf(pdf, kids, next.above) : [];
    if (children === null || pages > mostPages) return null;
    if (!(kids instanceof PDFArray)) pages += 1;
    open.push(...children);
  }
  return pages > mostPages ? null : pages;
}

/**
 * Several papers as one file for a desk: pages in order, each with its place in the whole, in parts when the desk takes
 * no more. Nothing that another program would carry out goes along.
 */
import { resolve } from 'node:path';
import { degrees, PDFDict, PDFDocument, PDFName, rgb, type PDFEmbeddedPage, type PDFPage } from '@cantoo/pdf-lib';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { sharedFonts } from './shared-fonts.ts';

/** A cover names what follows: «ANEXO 1-A» and what it is. */
export type BundlePiece =
  | { readonly kind: 'cover'; readonly heading: string; readonly words: string }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  /** JPEG, already without metadata. */
  | { readonly kind: 'image'; readonly bytes: Uint8Array };

export type BundleOptions = {
  readonly fontFolder: string;
  /** Bytes of one part; null for no limit. */
  readonly limit: number | null;
  readonly mostPages: number;
};

export type Bundle =
  | { readonly kind: 'made'; readonly pages: number; readonly parts: readonly { bytes: Uint8Array; pages: number }[] }
  /** One page alone is larger than the limit. */
  | { readonly kind: 'page-over-limit' }
  | { readonly kind: 'too-long' };

/** Makes bundles with the fonts and limits of the program already chosen. */
export type BundleMaker = (pieces: readonly BundlePiece[], limit: number | null) => Promise<Bundle>;

const a4 = { width: 595.28, height: 841.89 } as const;
const stamp = { width: 190, height: 15 } as const;
const margin = { side: 40, top: 48, bottom: 40 } as const;

async function print(definition: TDocumentDefinitions, folder: string): Promise<PDFDocument> {
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setFonts({ Tinos: sharedFonts(resolve(folder)) });
  const bytes = await pdfmake.createPdf({ version: '1.7', defaultStyle: { font: 'Tinos' }, ...definition }).getBuffer();
  return PDFDocument.load(bytes, { updateMetadata: false });
}

function coverPage(heading: string, words: string, folder: string): Promise<PDFDocument> {
  const content: Content = [
    { text: heading, bold: true, fontSize: 26, alignment: 'center', margin: [0, 260, 0, 18] },
    { text: words, fontSize: 14, alignment: 'center' },
  ];
  return print({ pageSize: 'A4', pageMargins: [71, 68, 71, 62], content }, folder);
}

/** One small page for each page of the whole. */
function stampPages(total: number, folder: string): Promise<PDFDocument> {
  const content: Content = Array.from({ length: total }, (_, at) => ({
    text: `Presentación: página ${at + 1} de ${total}`,
    fontSize: 8.5,
    alignment: 'right' as const,
    ...(at === 0 ? {} : { pageBreak: 'before' as const }),
  }));
  return print({ pageSize: { ...stamp }, pageMargins: [2, 2, 4, 0], content }, folder);
}

async function imagePage(bytes: Uint8Array): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const image = await pdf.embedJpg(bytes);
  const page = pdf.addPage([a4.width, a4.height]);
  const room = { width: a4.width - 2 * margin.side, height: a4.height - margin.top - margin.bottom };
  const scale = Math.min(room.width / image.width, room.height / image.height, 1.5);
  const [width, height] = [image.width * scale, image.height * scale];
  page.drawImage(image, { x: (a4.width - width) / 2, y: margin.bottom + (room.height - height), width, height });
  return pdf;
}

function documentOf(piece: BundlePiece, folder: string): Promise<PDFDocument> {
  if (piece.kind === 'cover') return coverPage(piece.heading, piece.words, folder);
  if (piece.kind === 'image') return imagePage(piece.bytes);
  // Opened with the empty password where only changing it was forbidden.
  return PDFDocument.load(piece.bytes, { updateMetadata: false, throwOnInvalidObject: false, password: '' });
}

/** Annotations that hold files, films or sounds. */
const carriers = new Set(['/FileAttachment', '/RichMedia', '/Screen', '/Movie', '/Sound', '/3D']);

/** Takes out what a page or a mark on it would do, and its place in a structure left behind; what is seen of it stays. */
function disarm(page: PDFPage): void {
  for (const key of ['AA', 'AF', 'PieceInfo', 'Metadata', 'StructParents']) page.node.delete(PDFName.of(key));
  const marks = page.node.Annots();
  // From the end: what carries a file or a film is taken out, the others lose what they would do.
  for (let at = (marks?.size() ?? 0) - 1; at >= 0; at -= 1) {
    const mark = marks?.lookupMaybe(at, PDFDict);
    if (mark !== undefined && carriers.has(String(mark.get(PDFName.of('Subtype'))))) marks?.remove(at);
    for (const key of ['A', 'AA', 'AF', 'FS']) mark?.delete(PDFName.of(key));
  }
}

/** At the upper right as the page is seen, whichever way it is turned. */
function place(page: PDFPage, mark: PDFEmbeddedPage): void {
  const { x, y, width, height } = page.getCropBox();
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  const isTurned = angle === 90 || angle === 270;
  const seen = isTurned ? { width: height, height: width } : { width, height };
  const left = seen.width - stamp.width - 14;
  const bottom = seen.height - stamp.height - 8;
  const at = {
    0: { x: left, y: bottom },
    90: { x: width - bottom, y: left },
    180: { x: width - left, y: height - bottom },
    270: { x: bottom, y: height - left },
  }[angle] ?? { x: left, y: bottom };
  const where = { x: x + at.x, y: y + at.y, rotate: degrees(angle) };
  page.drawRectangle({ ...where, width: stamp.width, height: stamp.height, color: rgb(1, 1, 1), opacity: 0.85 });
  page.drawPage(mark, { ...where, width: stamp.width, height: stamp.height });
}

type Source = { readonly pdf: PDFDocument; readonly page: number };

class Whole {
  readonly #sources: readonly Source[];
  readonly #stamps: PDFDocument;

  constructor(sources: readonly Source[], stamps: PDFDocument) {
    this.#sources = sources;
    this.#stamps = stamps;
  }

  /** Pages `from` to before `to` as a file of their own. */
  async part(from: number, to: number): Promise<Uint8Array> {
    const part = await PDFDocument.create({ updateMetadata: false });
    part.setTitle('Presentación');
    part.setProducer('Registro CEM');
    part.setCreator('Registro CEM');
    const wanted = this.#sources.slice(from, to);
    const marks = await part.embedPdf(
      this.#stamps,
      Array.from({ length: to - from }, (_, at) => from + at),
    );
    for (let start = 0; start < wanted.length;) {
      const pdf = wanted[start]?.pdf;
      let end = start;
      while (end < wanted.length && wanted[end]?.pdf === pdf) end += 1;
      if (pdf === undefined) break;
      const copied = await part.copyPages(
        pdf,
        wanted.slice(start, end).map(({ page }) => page),
      );
      copied.forEach((page, at) => {
        disarm(page);
        part.addPage(page);
        const mark = marks[start + at];
        if (mark !== undefined) place(page, mark);
      });
      start = end;
    }
    return part.save({ useObjectStreams: true });
  }

  /**
   * The longest part from `from` that fits; null when not even one page does.
   *
   * @param guess pages to try first, at least one: as many as the part before had, so that a long presentation is not
   *   written whole for each of its parts
   */
  async longest(from: number, limit: number, guess: number): Promise<{ bytes: Uint8Array; to: number } | null> {
    const total = this.#sources.length;
    let best: { bytes: Uint8Array; to: number } | null = null;
    let [low, high] = [from + 1, total];
    let isBounded = false;
    let to = Math.min(from + guess, total);
    while (low <= high) {
      const bytes = await this.part(from, to);
      if (bytes.byteLength <= limit) {
        best = { bytes, to };
        low = to + 1;
      } else {
        high = to - 1;
        isBounded = true;
      }
      to = isBounded ? Math.floor((low + high) / 2) : Math.min(to + (to - from), total);
    }
    return best;
  }
}

/** @throws plain error for a PDF that cannot be read: the caller proved each piece before */
export async function makeBundle(
  pieces: readonly BundlePiece[],
  { fontFolder, limit, mostPages }: BundleOptions,
): Promise<Bundle> {
  const sources: Source[] = [];
  for (const piece of pieces) {
    const pdf = await documentOf(piece, fontFolder);
    sources.push(...pdf.getPageIndices().map((page) => ({ pdf, page })));
    if (sources.length > mostPages) return { kind: 'too-long' };
  }
  const whole = new Whole(sources, await stampPages(sources.length, fontFolder));
  const parts: { bytes: Uint8Array; pages: number }[] = [];
  let guess = sources.length;
  for (let from = 0; from < sources.length;) {
    const part = await whole.longest(from, limit ?? Number.MAX_SAFE_INTEGER, guess);
    if (part === null) return { kind: 'page-over-limit' };
    parts.push({ bytes: part.bytes, pages: part.to - from });
    guess = part.to - from;
    from = part.to;
  }
  return { kind: 'made', pages: sources.length, parts };
}

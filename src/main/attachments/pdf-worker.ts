/**
 * Reads a PDF from outside in a thread of its own: a file made to hang or to fill the memory takes only this thread
 * with it. Nothing inside is executed.
 */
import { parentPort } from 'node:worker_threads';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from '@cantoo/pdf-lib';
import { pdfProblem } from './pdf-growth.ts';
import { countPages, growsByFilter } from './pdf-parts.ts';
import type { PdfAnswer, PdfQuestion } from './read-pdf.ts';
import type { FileWarning } from '../../shared/attachments/codes.ts';

/** Action types and keys that make another program do something. */
const acts: Readonly<Record<string, FileWarning>> = {
  JavaScript: 'pdf-script',
  Launch: 'pdf-launch',
  SubmitForm: 'pdf-launch',
  ImportData: 'pdf-launch',
  GoToR: 'pdf-launch',
  GoToE: 'pdf-launch',
};
const keys: Readonly<Record<string, FileWarning>> = {
  JS: 'pdf-script',
  JavaScript: 'pdf-script',
  EmbeddedFiles: 'pdf-embedded',
  EF: 'pdf-embedded',
  XFA: 'pdf-forms',
};

function collect(object: PDFObject, found: Set<FileWarning>): void {
  const open: PDFObject[] = [object];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one instanceof PDFArray) open.push(...one.asArray());
    const dict = one instanceof PDFStream ? one.dict : one;
    if (!(dict instanceof PDFDict)) continue;
    for (const [key, value] of dict.entries()) {
      const byKey = keys[key.decodeText()];
      if (byKey !== undefined) found.add(byKey);
      const act = value instanceof PDFName && key.decodeText() === 'S' ? acts[value.decodeText()] : undefined;
      if (act !== undefined) found.add(act);
      open.push(value);
    }
  }
}

/** `isEncrypted` of the file, whoever could read it. */
type Opened = { readonly pdf: PDFDocument; readonly isEncrypted: boolean; readonly isLocked: boolean };

/** Without its password, or with none asked for reading; null when neither opens it. */
async function open(bytes: Uint8Array): Promise<Opened | null> {
  const options = { updateMetadata: false, throwOnInvalidObject: false } as const;
  try {
    const pdf = await PDFDocument.load(bytes, { ...options, ignoreEncryption: true });
    if (!pdf.isEncrypted) return { pdf, isEncrypted: false, isLocked: false };
    try {
      return { pdf: await PDFDocument.load(bytes, { ...options, password: '' }), isEncrypted: true, isLocked: false };
    } catch {
      return { pdf, isEncrypted: true, isLocked: true };
    }
  } catch {
    return null;
  }
}

async function factsOf(bytes: Uint8Array): Promise<PdfAnswer> {
  // Before the parser: it unpacks whole streams of objects.
  const problem = await pdfProblem(bytes);
  if (problem !== null) return { kind: 'refused', problem };
  const opened = await open(bytes);
  if (opened === null) return { kind: 'damaged' };
  if (opened.isLocked) return { kind: 'facts', pages: null, warnings: ['pdf-password'] };
  if (growsByFilter(opened.pdf, opened.isEncrypted)) return { kind: 'refused', problem: 'grows' };
  const warnings = new Set<FileWarning>();
  for (const [, object] of opened.pdf.context.enumerateIndirectObjects()) collect(object, warnings);
  const pages = countPages(opened.pdf);
  if (pages === null) return { kind: 'refused', problem: 'endless' };
  return pages === 0 ? { kind: 'damaged' } : { kind: 'facts', pages, warnings: [...warnings].sort() };
}

type TextItem = { readonly str?: string; readonly hasEOL?: boolean };

/** Pages whose text is wanted, from 1. */
function wantedPages(all: number, most = all): number[] {
  const numbers = Array.from({ length: all }, (_, at) => at + 1);
  const first = Math.ceil((most * 2) / 3);
  return all <= most ? numbers : [...numbers.slice(0, first), ...numbers.slice(first - most)];
}

async function textOf(bytes: Uint8Array, most?: number): Promise<PdfAnswer> {
  // Known before pdf.js asks for it: it would look for a file beside itself, which the bundle does not have.
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await pdfjs.getDocument({ data: bytes, useWasm: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (const number of wantedPages(pdf.numPages, most)) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push((items as TextItem[]).map(({ str = '', hasEOL }) => str + (hasEOL === true ? '\n' : '')).join(''));
  }
  return { kind: 'text', pages };
}

parentPort?.once('message', ({ ask, bytes, most }: PdfQuestion) => {
  const work = ask === 'facts' ? factsOf(bytes) : textOf(new Uint8Array(bytes), most);
  work
    .catch((): PdfAnswer => ({ kind: 'damaged' }))
    .then((answer) => parentPort?.postMessage(answer))
    .catch(() => undefined);
});

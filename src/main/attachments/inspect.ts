/**
 * Judges a file by its bytes before anything is kept (bad inputs, group F). What is wrong is told in one sentence; what
 * is only worth knowing becomes a warning.
 */
import { fileTypeFromBuffer } from 'file-type';
import {
  fileLimits,
  isDisguised,
  typeOfName,
  type FileType,
  type FileWarning,
} from '../../shared/attachments/index.ts';
import { fail, type ExpectedFailure } from '../../shared/platform/failures.ts';
import { endsAsZip, zipProblem } from '../platform/zip-check.ts';
import { imageFacts, imageSize } from './images.ts';
import { officeProblem } from './office.ts';
import type { PdfProblem } from './pdf-growth.ts';
import { pdfFacts } from './read-pdf.ts';

export type Inspected = {
  readonly type: FileType;
  /** Pages of a readable PDF, else null. */
  readonly pages: number | null;
  readonly warnings: readonly FileWarning[];
};

/** Types whose names people and telephones mix up; the name decides which of the two it is called. */
const alike: readonly (readonly FileType[])[] = [
  ['ogg', 'opus'],
  ['m4a', 'mp4'],
];

const markup = /^\s*(?:<!doctype|<html|<svg|<\?xml|<script|<mht|mime-version:|from:)|<script\b|<svg\b|<iframe\b/i;

function startOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1');
}

/** Words and nothing that a browser or a mail program would carry out. */
function isPlainText(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = isWide
    ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // oxlint-disable-next-line no-control-regex -- what no text holds is looked for
  return !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !markup.test(text);
}

async function detected(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.ext ?? null;
  } catch {
    // A header that promises more than there is.
    return null;
  }
}

/** @throws rule-broken `file-kind-differs` when the bytes are not what the name says */
async function typeOf(bytes: Uint8Array, named: FileType): Promise<FileType> {
  const found = await detected(bytes);
  if (found === null && named === 'txt' && isPlainText(bytes)) return 'txt';
  if (found === 'docm' || found === 'xlsm') throw fail('rule-broken', 'file-macros');
  const isNamed = found === named || alike.some((pair) => pair.includes(named) && pair.some((type) => type === found));
  if (!isNamed) throw fail('rule-broken', 'file-kind-differs');
  return named;
}

/** Two formats in one file: what one program takes for a picture, another runs (bad input 72). */
function isTwoKinds(bytes: Uint8Array, type: FileType): boolean {
  const start = startOf(bytes, 4096);
  if (type === 'docx' || type === 'xlsx') return start.includes('%PDF-');
  if (type !== 'pdf' && start.slice(0, 1024).includes('%PDF-')) return true;
  if ((type === 'jpg' || type === 'png') && /<script\b|<html\b|<\?php/i.test(start)) return true;
  if (type === 'pdf' && !start.startsWith('%PDF-')) return true;
  return type !== 'txt' && endsAsZip(bytes);
}

function isZip(bytes: Uint8Array): boolean {
  return startOf(bytes, 4) === 'PK\u0003\u0004';
}

/** @throws rule-broken `file-damaged`, `file-unpacks-too-big`, `file-macros`, `file-entities` */
function inspectZip(bytes: Uint8Array): void {
  const { unpacked, entries, ratio } = fileLimits;
  const problem = zipProblem(bytes, { unpacked, entries, ratio });
  if (problem === 'too-large') throw fail('rule-broken', 'file-unpacks-too-big');
  if (problem === 'macros') throw fail('rule-broken', 'file-macros');
  if (problem === 'entities') throw fail('rule-broken', 'file-entities');
  if (problem !== null) throw fail('rule-broken', 'file-damaged');
}

/** @throws rule-broken `file-macros`, `file-inside-file` */
function inspectOffice(bytes: Uint8Array): void {
  const office = officeProblem(bytes);
  if (office !== null) throw fail('rule-broken', office === 'packed' ? 'file-inside-file' : 'file-macros');
}

/** @throws rule-broken `file-image-too-big`, `file-damaged` */
async function inspectImage(bytes: Uint8Array): Promise<FileWarning[]> {
  const size = await imageSize(bytes);
  if (size === null) throw fail('rule-broken', 'file-damaged');
  if (size.width * size.height > fileLimits.pixels) throw fail('rule-broken', 'file-image-too-big');
  const facts = await imageFacts(bytes);
  if (facts === null) throw fail('rule-broken', 'file-damaged');
  return [
    ...(facts.hasLocation ? (['image-location'] as const) : []),
    ...(facts.isAnimated ? (['image-animated'] as const) : []),
  ];
}

function refusedPdf(problem: PdfProblem | 'endless' | 'slow'): ExpectedFailure {
  switch (problem) {
    case 'grows':
      return fail('rule-broken', 'file-pdf-grows');
    case 'endless':
      return fail('rule-broken', 'file-pdf-endless');
    case 'slow':
      return fail('rule-broken', 'file-slow');
    case 'entities':
      return fail('rule-broken', 'file-entities');
    case 'image-too-big':
      return fail('rule-broken', 'file-image-too-big');
  }
}

/** A cut file has lost its end, which is where a PDF says what it holds. */
function isWholePdf(bytes: Uint8Array): boolean {
  return startOf(bytes.subarray(-2048), 2048).includes('%%EOF');
}

/** @throws rule-broken `file-damaged`, `file-slow`, `file-pdf-grows`, `file-pdf-endless`, `file-entities`, `file-image-too-big` */
async function inspectPdf(bytes: Uint8Array): Promise<Omit<Inspected, 'type'>> {
  const facts = isWholePdf(bytes) ? await pdfFacts(bytes) : null;
  if (facts?.kind === 'refused') throw refusedPdf(facts.problem);
  if (facts?.kind !== 'facts') throw fail('rule-broken', 'file-damaged');
  const isLong = (facts.pages ?? 0) > fileLimits.pages;
  return { pages: facts.pages, warnings: [...facts.warnings, ...(isLong ? (['pdf-many-pages'] as const) : [])] };
}

/** @throws rule-broken `file-empty`, `file-too-big`, `file-name-refused`, `file-kind-refused` */
function namedType(bytes: Uint8Array, name: string): FileType {
  if (bytes.byteLength === 0) throw fail('rule-broken', 'file-empty');
  if (bytes.byteLength > fileLimits.bytes) throw fail('rule-broken', 'file-too-big');
  if (isDisguised(name)) throw fail('rule-broken', 'file-name-refused');
  const named = typeOfName(name);
  if (named === null) throw fail('rule-broken', 'file-kind-refused');
  return named;
}

const notShown: readonly FileType[] = ['heic', 'mp3', 'm4a', 'ogg', 'opus', 'mp4', 'xlsx'];

/**
 * What the file is.
 *
 * @throws rule-broken with the reason why it is not kept
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<Inspected> {
  const named = namedType(bytes, name);
  // Before anything else looks into a ZIP: even telling its type opens entries.
  if (isZip(bytes)) inspectZip(bytes);
  const type = await typeOf(bytes, named);
  if (isTwoKinds(bytes, type)) throw fail('rule-broken', 'file-two-kinds');
  if (type === 'pdf') return { type, ...(await inspectPdf(bytes)) };
  if (type === 'docx' || type === 'xlsx') inspectOffice(bytes);
  const warnings = type === 'jpg' || type === 'png' ? await inspectImage(bytes) : [];
  return { type, pages: null, warnings: notShown.includes(type) ? ['not-shown', ...warnings] : warnings };
}

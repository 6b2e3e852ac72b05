/**
 * How much the streams of a PDF grow, measured before anything reads it (bad inputs, rows 74 to 76).
 *
 * The bytes are looked at, not the words of the file about them: a filter can be named by another object, written with
 * escapes or left out, and a reader would follow it all the same. What is inflated is counted and thrown away.
 */
import { createInflate, inflateSync } from 'node:zlib';
import { fileLimits } from '../../shared/attachments/codes.ts';
import { hasEntities, looksLikeXml } from '../platform/xml-entities.ts';

/** `grows`: a stream becomes larger than honest ones do; `entities`: XML with definitions of its own. */
export type PdfProblem = 'grows' | 'entities' | 'image-too-big';

const mebibyte = 1024 * 1024;
export const pdfLimits = {
  /** Streams that stay below this may grow by any factor: a blank page packs to almost nothing. */
  small: 4 * mebibyte,
  ratio: fileLimits.ratio,
  /** Most bytes of one stream that is no image. */
  stream: 64 * mebibyte,
  /** Most bytes of all streams that are no image. */
  total: fileLimits.unpacked,
  /** Bytes of images that are unpacked to be measured; beyond them their own size is believed. */
  images: 400 * mebibyte,
  /** Streams inside streams: no honest file has more than two. */
  levels: 4,
} as const;

class Refused extends Error {
  readonly problem: PdfProblem;
  constructor(problem: PdfProblem) {
    super(problem);
    this.problem = problem;
  }
}

type Stream = {
  /** The dictionary before it, escapes undone. */
  readonly head: string;
  /** From its first byte to the end of the file: where it ends is for the packed data to say. */
  readonly rest: Buffer;
  /** As far as the first `endstream`. */
  readonly raw: Buffer;
};

const longestHead = 4096;

function headBefore(file: Buffer, at: number): string {
  const text = file.toString('latin1', Math.max(0, at - longestHead), at);
  const own = text.slice(text.lastIndexOf('obj') + 1);
  return own.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Where the data of a stream may begin: right behind the word, or behind the line of it, whatever else stands there. */
function startsAfter(file: Buffer, word: number): number[] {
  let at = word + 6;
  while (at < file.length && file[at] !== 0x0a && file[at] !== 0x0d) at += 1;
  if (file[at] === 0x0d && file[at + 1] === 0x0a) at += 1;
  return looksPacked(file.subarray(word + 6, word + 8)) ? [word + 6, at + 1] : [at + 1];
}

function* streamsOf(file: Buffer): Generator<Stream> {
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const end = file.indexOf('endstream', at + 6);
    for (const start of startsAfter(file, at)) {
      const raw = file.subarray(start, Math.max(start, end === -1 ? file.length : end));
      yield { head: headBefore(file, at), rest: file.subarray(start), raw };
    }
  }
}

function looksPacked(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return false;
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0;
}

function numberIn(head: string, name: string): number | null {
  const found = new RegExp(`/${name}\\s+(\\d{1,10})(?!\\s+\\d+\\s+R)`).exec(head);
  return found === null ? null : Number(found[1]);
}

/** Most bytes an image may unpack to by its own words; null for anything that is no image, or hides its size. */
function imageBytes(head: string): number | null {
  if (!/\/Subtype\s*\/Image\b/.test(head) || /\/ObjStm|\/XRef/.test(head)) return null;
  const [width, height] = [numberIn(head, 'Width'), numberIn(head, 'Height')];
  if (width === null || height === null) return null;
  if (width * height > fileLimits.pixels) throw new Refused('image-too-big');
  const bits = Math.min(numberIn(head, 'BitsPerComponent') ?? 8, 16);
  return height * (Math.ceil((width * 4 * bits) / 8) + 1);
}

/** Points of a JPEG by its own header, which is what a reader believes; 0 when there is none. */
function jpegPixels(bytes: Buffer): number {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return 0;
  let most = 0;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) most = Math.max(most, bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7));
    if (marker === 0xda) break;
  }
  return most;
}

/** Counts what comes out; throws as soon as it is more than the stream or the file may be. */
class Tally {
  #total = 0;
  #images = 0;

  /** Images are no longer unpacked once this is true. */
  get isFull(): boolean {
    return this.#images > pdfLimits.images;
  }

  add(bytes: number, isImage: boolean): void {
    if (isImage) this.#images += bytes;
    else this.#total += bytes;
    if (this.#total > pdfLimits.total) throw new Refused('grows');
  }
}

type Measure = { readonly most: number; readonly isImage: boolean; readonly tally: Tally };

function checkXml(bytes: Buffer): void {
  if (looksLikeXml(bytes) && hasEntities(bytes)) throw new Refused('entities');
}

/** Chunks of one level; ends at the first damage, as a reader does that shows what it could read. */
async function* inflate(source: AsyncIterable<Buffer>, measure: Measure): AsyncGenerator<Buffer> {
  const unpacking = createInflate({ chunkSize: 256 * 1024 });
  const feed = async () => {
    for await (const piece of source) {
      if (unpacking.destroyed) return;
      if (!unpacking.write(piece))
        await new Promise((drained) => unpacking.once('drain', drained).once('close', drained));
    }
    if (!unpacking.destroyed) unpacking.end();
  };
  const feeding = feed().catch((error: unknown) => unpacking.destroy(error as Error));
  let produced = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      produced += chunk.length;
      measure.tally.add(chunk.length, measure.isImage);
      if (produced > measure.most) throw new Refused('grows');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
  } finally {
    unpacking.destroy();
    await feeding;
  }
}

async function* behind(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield await Promise.resolve(bytes.subarray(at, at + 65_536));
}

/** Unpacks level after level, as deep as the data goes, keeping one chunk at a time. */
async function measureDeep(bytes: Buffer, measure: Measure): Promise<void> {
  let source: AsyncIterable<Buffer> = piecesOf(bytes);
  for (let level = 0; level < pdfLimits.levels; level += 1) {
    const chunks = inflate(source, measure);
    const first = await chunks.next();
    if (first.done === true) return;
    checkXml(first.value);
    source = behind(first.value, chunks);
    if (!looksPacked(first.value)) break;
    if (level + 1 === pdfLimits.levels) throw new Refused('grows');
  }
  let tail: Buffer = Buffer.alloc(0);
  let isXml: boolean | null = null;
  for await (const chunk of source) {
    isXml ??= looksLikeXml(chunk);
    if (!isXml) continue;
    if (hasEntities(Buffer.concat([tail, chunk]))) throw new Refused('entities');
    tail = chunk.subarray(-32);
  }
}

/** Most streams are small: unpacked at once, their true packed size known. Null when it is not so small or is damaged. */
function unpackSmall(bytes: Buffer): { content: Buffer; packed: number } | null {
  try {
    // With `info` it answers the engine too, which its types leave out.
    const answer: object = inflateSync(bytes, { maxOutputLength: pdfLimits.small, info: true });
    const { buffer, engine } = answer as { buffer: Buffer; engine: { bytesWritten: number } };
    return { content: buffer, packed: engine.bytesWritten };
  } catch {
    return null;
  }
}

async function measureStream({ head, rest, raw }: Stream, tally: Tally): Promise<void> {
  const imageSize = imageBytes(head);
  if (jpegPixels(raw) > fileLimits.pixels) throw new Refused('image-too-big');
  // Files inside a PDF are warned about and never opened here.
  const isXml = !/\/EmbeddedFile\b/.test(head);
  if (!looksPacked(rest)) {
    if (isXml) checkXml(raw);
    return;
  }
  const isImage = imageSize !== null;
  if (isImage && tally.isFull) return;
  const small = unpackSmall(rest);
  if (small !== null && !looksPacked(small.content)) {
    tally.add(small.content.length, isImage);
    if (isXml) checkXml(small.content);
    return;
  }
  // Bytes as far as the stream may reach: its packed size is at most that.
  const most = Math.max(
    pdfLimits.small,
    isImage ? imageSize : Math.min(pdfLimits.stream, raw.length * pdfLimits.ratio),
  );
  await measureDeep(rest, { most, isImage, tally });
}

/** What is wrong with the streams of this PDF; null when nothing is. */
export async function pdfProblem(bytes: Uint8Array): Promise<PdfProblem | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tally = new Tally();
  try {
    for (const stream of streamsOf(file)) await measureStream(stream, tally);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

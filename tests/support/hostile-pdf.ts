/** PDF files made to hang or to fill a reader, written byte by byte: no library would write them. Invented content only. */
import { constants, createDeflate, deflateSync } from 'node:zlib';

export type PdfPart = { readonly dict: string; readonly data?: Buffer };

/** Parts 1 and 2 are the catalogue and the tree of pages, unless given; pages draw part 4. */
export function rawPdf(parts: Readonly<Record<number, PdfPart>>, trailer = ''): Buffer {
  const all: Record<number, PdfPart> = {
    1: { dict: '<< /Type /Catalog /Pages 2 0 R >>' },
    2: { dict: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
    3: { dict: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>' },
    4: { dict: '<< /Length 0 >>', data: Buffer.alloc(0) },
    ...parts,
  };
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  for (const [number, { dict, data }] of Object.entries(all)) {
    pieces.push(Buffer.from(`${number} 0 obj\n${dict}\n`, 'latin1'));
    if (data !== undefined) pieces.push(Buffer.from('stream\n'), data, Buffer.from('\nendstream\n'));
    pieces.push(Buffer.from('endobj\n'));
  }
  const size = Math.max(...Object.keys(all).map(Number)) + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end, 'latin1')]);
}

/** A stream with its dictionary; `more` are entries of the dictionary, the filter among them. */
export function streamPart(data: Buffer, more: string): PdfPart {
  return { dict: `<< /Length ${data.length} ${more} >>`, data };
}

/** So many blanks, packed without ever standing in memory at once. */
export async function packedBlanks(mebibytes: number, first = Buffer.alloc(0)): Promise<Buffer> {
  const packing = createDeflate({ level: constants.Z_BEST_COMPRESSION });
  const packed: Buffer[] = [];
  packing.on('data', (piece: Buffer) => packed.push(piece));
  const ended = new Promise((end) => packing.once('end', end));
  const block = Buffer.alloc(1024 * 1024, ' ');
  packing.write(first);
  for (let at = 0; at < mebibytes; at += 1) {
    if (!packing.write(block)) await new Promise((drained) => packing.once('drain', drained));
  }
  packing.end();
  await ended;
  return Buffer.concat(packed);
}

export const flate = '/Filter /FlateDecode';

export async function bombPdf(mebibytes = 400): Promise<Buffer> {
  return rawPdf({ 4: streamPart(await packedBlanks(mebibytes), flate) });
}

/** Packed twice: a kilobyte that becomes hundreds of megabytes. */
export async function doublePdf(filter = '/Filter [/FlateDecode /FlateDecode]'): Promise<Buffer> {
  return rawPdf({ 4: streamPart(deflateSync(await packedBlanks(300), { level: 9 }), filter) });
}

/** A stream that holds other objects, which a parser unpacks before anybody asks for them. */
export async function objectStreamPdf(kind: 'ObjStm' | 'XRef'): Promise<Buffer> {
  const first = Buffer.from('5 0 << /A 1 >>');
  const facts = kind === 'ObjStm' ? '/N 1 /First 4' : '/W [1 2 1] /Size 9 /Root 1 0 R';
  return rawPdf({ 9: streamPart(await packedBlanks(300, first), `/Type /${kind} ${facts} ${flate}`) });
}

function ascii85(bytes: Buffer): Buffer {
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Buffer.alloc(4);
    const count = bytes.copy(group, 0, at, at + 4);
    let value = group.readUInt32BE(0);
    const digits = Array.from({ length: 5 }, () => {
      const digit = String.fromCharCode(33 + (value % 85));
      value = Math.floor(value / 85);
      return digit;
    });
    out.push(
      digits
        .reverse()
        .slice(0, count + 1)
        .join(''),
    );
  }
  return Buffer.from(`${out.join('')}~>`, 'latin1');
}

/** Written in letters first: the packed bytes are not seen in the file. */
export async function lettersPdf(): Promise<Buffer> {
  return rawPdf({ 4: streamPart(ascii85(await packedBlanks(100)), '/Filter [/ASCII85Decode /FlateDecode]') });
}

/** Codes of LZW for one repeated byte: each code stands for one byte more than the last. */
export function lzwPdf(rounds = 12): Buffer {
  const bits: string[] = [];
  const code = (value: number, width: number) => bits.push(value.toString(2).padStart(width, '0'));
  for (let round = 0; round < rounds; round += 1) {
    code(256, round === 0 ? 9 : 12);
    code(32, 9);
    for (let next = 258; next < 4094; next += 1) code(next, next < 511 ? 9 : next < 1023 ? 10 : next < 2047 ? 11 : 12);
  }
  const text = bits.join('');
  const data = Buffer.from((text.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
  return rawPdf({ 4: streamPart(data, '/Filter /LZWDecode') });
}

/** Each stream stays small enough, all of them together do not. */
export async function manyStreamsPdf(): Promise<Buffer> {
  const one = streamPart(await packedBlanks(3), flate);
  return rawPdf(Object.fromEntries(Array.from({ length: 90 }, (_one, at) => [10 + at, one])));
}

export function imagePdf(data: Buffer, more: string): Buffer {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> >>';
  return rawPdf({ 3: { dict: page }, 5: streamPart(data, `/Type /XObject /Subtype /Image ${more}`) });
}

/** The head of a photograph of that many points, and nothing behind it. */
export function jpegHead(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), frame, Buffer.from([0xff, 0xd9])]);
}

export function countPdf(promised: number): Buffer {
  return rawPdf({ 2: { dict: `<< /Type /Pages /Kids [3 0 R] /Count ${promised} >>` } });
}

export function loopPdf(): Buffer {
  return rawPdf({
    2: { dict: '<< /Type /Pages /Kids [5 0 R] /Count 1 >>' },
    5: { dict: '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 5 0 R] /Count 1 >>' },
  });
}

/** One page hung on the tree twenty thousand times. */
export function samePagePdf(): Buffer {
  return rawPdf({ 2: { dict: `<< /Type /Pages /Kids [${'3 0 R '.repeat(20_000)}] /Count 1 >>` } });
}

export function nestedPdf(levels = 200_000): Buffer {
  return rawPdf({ 1: { dict: `<< /Type /Catalog /Pages 2 0 R /X ${'['.repeat(levels)}${']'.repeat(levels)} >>` } });
}

/** A table of places that promises four thousand million objects. */
export function tablePdf(): Buffer {
  const whole = rawPdf({}).toString('latin1');
  return Buffer.from(whole.replace('trailer\n', 'xref\n0 4000000000\n0000000000 65535 f \ntrailer\n'), 'latin1');
}

export const laughs = [
  '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ja">',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, at) => {
    const before = `&${String.fromCharCode(97 + at)};`;
    return `<!ENTITY ${name} "${before.repeat(10)}">`;
  }),
  ']><x>&h;</x>',
].join('');

export function describedPdf(): Buffer {
  return rawPdf({
    1: { dict: '<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>' },
    5: streamPart(Buffer.from(laughs), '/Type /Metadata /Subtype /XML'),
  });
}

export function xfaPdf(): Buffer {
  return rawPdf({
    1: { dict: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 5 0 R >> >>' },
    5: streamPart(deflateSync(Buffer.from(laughs)), flate),
  });
}

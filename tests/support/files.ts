/** Files as people bring them, made by code: real PDF, image, Word and sound, each small. Invented content only. */
import { deflateRawSync, crc32 } from 'node:zlib';
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';

export type ZipEntry = {
  readonly name: string;
  readonly bytes: Buffer;
  /** Size it claims to unpack to. */
  readonly declared?: number;
  /** Unix mode, for an entry that is a link. */
  readonly mode?: number;
};

/** A ZIP by hand, so that it may lie. */
export function zipOf(entries: readonly ZipEntry[], comment = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declared = bytes.length, mode = 0 } of entries) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declared, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, 3]);
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), madeBy, common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end, comment]);
}

const text = (content: string) => Buffer.from(content, 'utf8');

/** A Word file of these paragraphs, with more entries beside. */
export function docxOf(paragraphs: readonly string[], more: readonly ZipEntry[] = []): Buffer {
  const body = paragraphs.map((one) => `<w:p><w:r><w:t xml:space="preserve">${one}</w:t></w:r></w:p>`).join('');
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipOf([
    {
      name: '[Content_Types].xml',
      bytes: text(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
      ),
    },
    { name: 'word/document.xml', bytes: text(`<w:document><w:body>${body}</w:body></w:document>`) },
    ...more,
  ]);
}

export function xlsxOf(more: readonly ZipEntry[] = []): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  return zipOf([
    {
      name: '[Content_Types].xml',
      bytes: text(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`,
      ),
    },
    { name: 'xl/workbook.xml', bytes: text('<workbook/>') },
    ...more,
  ]);
}

export async function pdfOf(pages: readonly string[], change: (pdf: PDFDocument) => void = () => undefined) {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const words of pages) {
    const page = pdf.addPage([595, 842]);
    words.split('\n').forEach((line, at) => {
      page.drawText(line, { x: 60, y: 780 - at * 16, size: 11, font });
    });
  }
  change(pdf);
  return Buffer.from(await pdf.save());
}

/** A PDF that would run a script as soon as another program opens it. */
export function scriptPdf(): Promise<Buffer> {
  return pdfOf(['Con instrucciones'], (pdf) => {
    const action = { Type: 'Action', S: 'JavaScript', JS: PDFString.of('app.alert(1)') };
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj(action));
  });
}

export function launchPdf(): Promise<Buffer> {
  return pdfOf(['Abre otro programa'], (pdf) => {
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ Type: 'Action', S: 'Launch', F: PDFString.of('x') }));
  });
}

export async function embeddingPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.load(await pdfOf(['Lleva otro archivo']));
  await pdf.attach(Buffer.from('dentro'), 'dentro.txt', {});
  return Buffer.from(await pdf.save());
}

export function formPdf(): Promise<Buffer> {
  return pdfOf(['Formulario'], (pdf) => {
    const xfa = pdf.context.register(pdf.context.stream('<xdp/>'));
    pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.obj({ Fields: [], XFA: xfa }));
  });
}

export async function lockedPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.load(await pdfOf(['Cerrado con contraseña']));
  pdf.encrypt({ userPassword: 'no-se-dice', ownerPassword: 'tampoco' });
  return Buffer.from(await pdf.save());
}

type Picture = {
  readonly width?: number;
  readonly height?: number;
  readonly hasPlace?: boolean;
  readonly isCmyk?: boolean;
};

/** A noisy picture, so that it does not pack to nothing. */
export async function jpgOf(given: Picture = {}): Promise<Buffer> {
  const { width = 320, height = 240, hasPlace = false, isCmyk = false } = given;
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const picture = sharp({ create: { width, height, channels: 3, background: '#808080', noise } }).jpeg();
  if (isCmyk) return picture.toColourspace('cmyk').toBuffer();
  if (!hasPlace) return picture.toBuffer();
  const place = {
    GPSLatitudeRef: 'S',
    GPSLatitude: '12/1 3/1 0/1',
    GPSLongitudeRef: 'W',
    GPSLongitude: '77/1 1/1 0/1',
  };
  return picture.withExif({ IFD0: { Make: 'Inventada' }, IFD3: place }).toBuffer();
}

export function pngOf(width = 64, height = 64): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3355aa' } })
    .png()
    .toBuffer();
}

/** A picture of that size that packs to almost nothing. */
export function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const chunk = (name: string, content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', Buffer.alloc(20)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** First bytes of a voice message; nothing decodes it here. */
export function oggOf(): Buffer {
  const head = Buffer.from('OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u0013OpusHead', 'latin1');
  return Buffer.concat([head, Buffer.alloc(600, 1)]);
}

export function mp4Of(brand: 'isom' | 'M4A ' | 'heic' = 'isom'): Buffer {
  const size = Buffer.from([0, 0, 0, 24]);
  return Buffer.concat([
    size,
    Buffer.from(`ftyp${brand}`, 'latin1'),
    Buffer.alloc(4),
    Buffer.from(`${brand}mp42`),
    Buffer.alloc(400),
  ]);
}

export function mp3Of(): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
  return Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1'), frame, frame, frame]);
}

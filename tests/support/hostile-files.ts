/** Forty files that somebody could send to do harm, each made by code when it is tried, with what comes of it. */
import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { docxOf, embeddingPdf, hugePng, jpgOf, launchPdf, pdfOf, pngOf, scriptPdf, xlsxOf, zipOf } from './files.ts';
import {
  bombPdf,
  countPdf,
  describedPdf,
  doublePdf,
  flate,
  imagePdf,
  jpegHead,
  laughs,
  lettersPdf,
  loopPdf,
  lzwPdf,
  manyStreamsPdf,
  nestedPdf,
  objectStreamPdf,
  packedBlanks,
  rawPdf,
  samePagePdf,
  streamPart,
  tablePdf,
  xfaPdf,
} from './hostile-pdf.ts';

export type HostileFile = {
  readonly name: string;
  readonly what: string;
  /** Where it is brought in: as a file of a case, or as an old list. */
  readonly as: 'attachment' | 'list';
  readonly make: () => Buffer | Promise<Buffer>;
  /** Reason of the refusal; null for what is kept, read as words or shown without what is in it that acts. */
  readonly refused: string | null;
  /** Warnings under which it is kept. */
  readonly warnings?: readonly string[];
};

const text = (words: string) => Buffer.from(words, 'utf8');
const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>`;

/** A Word file whose body is these bytes. */
function docxWith(body: Buffer): Buffer {
  return docxOf(['x'], [{ name: 'word/footnotes.xml', bytes: body }]);
}

/** The first character beyond the sheet, and a million rows of nothing before it. */
function farXlsx(rows: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const part = (type: string, target: string, id: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    text(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
    );
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipOf([
    {
      name: '[Content_Types].xml',
      bytes: text(
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
      ),
    },
    { name: '_rels/.rels', bytes: relations(part('officeDocument', 'xl/workbook.xml', 'r1')) },
    {
      name: 'xl/workbook.xml',
      bytes: text(
        `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Hoja1" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
    },
    { name: 'xl/_rels/workbook.xml.rels', bytes: relations(part('worksheet', 'worksheets/sheet1.xml', 'r1')) },
    {
      name: 'xl/worksheets/sheet1.xml',
      bytes: text(`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
    },
  ]);
}

const farCell =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Nombres</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';

/** A PDF that opens without a password and whose page grows only once it was decrypted. */
async function encryptedBomb(): Promise<Buffer> {
  const pdf = await PDFDocument.load(rawPdf({ 4: streamPart(await packedBlanks(100), flate) }));
  pdf.encrypt({ userPassword: '', ownerPassword: randomBytes(8).toString('hex') });
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** A picture whose description, not its points, is the bomb. */
async function describedPng(): Promise<Buffer> {
  const png = await pngOf();
  const content = Buffer.concat([text('x\0\0'), await packedBlanks(300)]);
  const named = Buffer.concat([Buffer.from('iCCP', 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([png.subarray(0, 33), length, named, sum, png.subarray(33)]);
}

const hyperlink = '=HYPERLINK("http://ejemplo.invalid";"x")';
const aList = (cell: string) => text(`Nombres;Apellido paterno;DNI\n"${cell.replaceAll('"', '""')}";Quispe;40000001\n`);

const pdf = (name: string, what: string, make: HostileFile['make'], refused: string | null): HostileFile => ({
  name: `${name}.pdf`,
  what,
  as: 'attachment',
  make,
  refused,
});
const acts = (name: string, what: string, make: HostileFile['make'], warning: string): HostileFile => ({
  ...pdf(name, what, make, null),
  warnings: [warning],
});
const kept = (name: string, what: string, make: HostileFile['make'], refused: string | null): HostileFile => ({
  name,
  what,
  as: 'attachment',
  make,
  refused,
});
const list = (name: string, what: string, make: HostileFile['make'], refused: string | null): HostileFile => ({
  name,
  what,
  as: 'list',
  make,
  refused,
});
const relation =
  '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://ejemplo.invalid/x" TargetMode="External"/></Relationships>';

export const hostileFiles: readonly HostileFile[] = [
  pdf('bomb1g', 'a page that becomes 400 MB', () => bombPdf(), 'file-pdf-grows'),
  pdf('double', 'a page packed twice', () => doublePdf(), 'file-pdf-grows'),
  pdf(
    'escaped',
    'a page packed twice, the filter written with escapes',
    () => doublePdf('/Filter [/#46lateDecode /Flat#65Decode]'),
    'file-pdf-grows',
  ),
  pdf(
    'indirect',
    'a page packed twice, the filter named elsewhere',
    () => doublePdf('/Filter 8 0 R'),
    'file-pdf-grows',
  ),
  pdf('objects', 'a stream of objects that grows', () => objectStreamPdf('ObjStm'), 'file-pdf-grows'),
  pdf('places', 'a stream of places that grows', () => objectStreamPdf('XRef'), 'file-pdf-grows'),
  pdf('letters', 'a page packed and written in letters', lettersPdf, 'file-pdf-grows'),
  pdf('lzw', 'a page packed in the old way', () => lzwPdf(), 'file-pdf-grows'),
  pdf('many', 'ninety streams, none too large', manyStreamsPdf, 'file-pdf-grows'),
  pdf('ciphered', 'a page that grows once it is deciphered', encryptedBomb, 'file-pdf-grows'),
  pdf(
    'tiny-image',
    'a picture of ten points that becomes 100 MB',
    async () => imagePdf(await packedBlanks(100), `/Width 10 /Height 10 ${flate}`),
    'file-pdf-grows',
  ),
  pdf(
    'huge-image',
    'a picture of 60,000 × 60,000',
    () => imagePdf(deflateSync(Buffer.alloc(99)), `/Width 60000 /Height 60000 ${flate}`),
    'file-image-too-big',
  ),
  pdf(
    'huge-photo',
    'a photograph larger than it says',
    () => imagePdf(jpegHead(65_000, 65_000), '/Width 9 /Height 9 /Filter /DCTDecode'),
    'file-image-too-big',
  ),
  pdf('count', 'two thousand million pages promised', () => countPdf(2_000_000_000), 'file-pdf-endless'),
  pdf('loop', 'pages that hang on themselves', loopPdf, 'file-pdf-endless'),
  pdf('same-page', 'one page 20,000 times', samePagePdf, 'file-pdf-endless'),
  pdf('nested', '200,000 lists inside each other', () => nestedPdf(), 'file-damaged'),
  { ...pdf('table', 'four thousand million objects promised', tablePdf, null), warnings: [] },
  pdf('metadata', 'a description with definitions that multiply', describedPdf, 'file-entities'),
  pdf('xfa', 'a form with definitions that multiply', xfaPdf, 'file-entities'),
  acts('js', 'a script', scriptPdf, 'pdf-script'),
  acts('launch', 'a program to start', launchPdf, 'pdf-launch'),
  acts('embedded', 'a file inside', embeddingPdf, 'pdf-embedded'),
  pdf(
    'polyglot',
    'a PDF that is a ZIP too',
    async () => Buffer.concat([await pdfOf(['x']), zipOf([{ name: 'x.txt', bytes: text('x') }])]),
    'file-two-kinds',
  ),
  kept('lol.docx', 'definitions that multiply', () => docxWith(text(laughs)), 'file-entities'),
  kept('xxe.docx', 'a definition that reads a file of this computer', () => docxWith(text(outside)), 'file-entities'),
  kept(
    'wide.docx',
    'definitions in UTF-16',
    () => docxWith(Buffer.from(`\ufeff${laughs}`, 'utf16le')),
    'file-entities',
  ),
  kept(
    'lol.xlsx',
    'definitions that multiply',
    () => xlsxOf([{ name: 'xl/sharedStrings.xml', bytes: text(laughs) }]),
    'file-entities',
  ),
  { ...kept('far.xlsx', 'a cell at the far end of the sheet', () => farXlsx(farCell), null), warnings: ['not-shown'] },
  kept(
    'bomb.docx',
    'a part of 40 MB of zeros',
    () => docxOf(['x'], [{ name: 'word/media/a.xml', bytes: Buffer.alloc(40 * 1024 * 1024) }]),
    'file-unpacks-too-big',
  ),
  kept(
    'climbs.docx',
    'a part that climbs out of the folder',
    () => docxOf(['x'], [{ name: '../../a', bytes: text('x') }]),
    'file-damaged',
  ),
  kept(
    'template.docx',
    'a template from outside',
    () => docxOf(['x'], [{ name: 'word/_rels/document.xml.rels', bytes: text(relation) }]),
    'file-macros',
  ),
  kept(
    'inside.docx',
    'a ZIP inside',
    () => docxOf(['x'], [{ name: 'word/embeddings/a.zip', bytes: text('PK') }]),
    'file-inside-file',
  ),
  kept('huge.png', 'a picture of 50,000 × 50,000', () => hugePng(50_000, 50_000), 'file-image-too-big'),
  { ...kept('described.png', 'a picture whose colours are described in 300 MB', describedPng, null), warnings: [] },
  kept(
    'jar.jpg',
    'a photograph with a program behind it',
    async () => Buffer.concat([await jpgOf(), zipOf([{ name: 'A.class', bytes: text('x') }])]),
    'file-two-kinds',
  ),
  list('formula.csv', 'a formula', () => aList(hyperlink), null),
  list('redos.csv', 'a cell that makes a careless pattern endless', () => aList(`${'a'.repeat(50_000)}!`), null),
  list(
    'lol.xlsx',
    'definitions that multiply',
    () => xlsxOf([{ name: 'xl/sharedStrings.xml', bytes: text(laughs) }]),
    'list-entities',
  ),
  list('far.xlsx', 'a cell at the far end of the sheet', () => farXlsx(farCell), 'list-damaged'),
];

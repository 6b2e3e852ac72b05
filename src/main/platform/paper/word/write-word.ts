/**
 * The same paper as a Word file (DOCX), for who has to hand in an editable text. The fonts are named, not inside.
 *
 * Equal papers give equal bytes, and nothing in the file says who wrote it or when (bad input 94).
 */
import { AlignmentType, BorderStyle, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Paper } from '../../../../shared/papers/blocks.ts';
import { numberProperty } from '../../../../shared/papers/file-number.ts';
import { printingIssues } from '../../../../shared/papers/printable.ts';
import { fail } from '../../../../shared/platform/failures.ts';
import { formMargins, markWords, pageMargins } from '../page.ts';
import { halfPoints, textRuns, twips, wordNodes } from './word-blocks.ts';

const font = 'Times New Roman';
/** A4 in twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 } as const;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Who made it; nothing where she carries it. */
const makerOf = ({ isCarried }: Paper) => (isCarried === true ? 'Documento' : 'Registro CEM');

/** Properties of the file: the neutral title and the program; the instant is the fixed one of the pages. */
function coreProperties(title: string, maker: string): string {
  const words = title.replace(/[&<>]/g, (sign) => escapes[sign] ?? '');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${words}</dc:title><dc:creator>${maker}</dc:creator><dc:language>es-PE</dc:language>`,
    `<cp:lastModifiedBy>${maker}</cp:lastModifiedBy>`,
    '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>',
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>',
    '</cp:coreProperties>',
  ].join('');
}

function letterhead(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (text, at) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: textRuns(text, { bold: at === 0, size: halfPoints(at === 0 ? 10.5 : 9.5) }),
        ...(at === lines.length - 1
          ? { border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 6 } }, spacing: { after: twips(14) } }
          : {}),
      }),
  );
}

function header({ marks }: Paper): Header {
  const words = marks.map((mark) => markWords[mark]).join('  ·  ');
  const line = new Paragraph({ alignment: AlignmentType.CENTER, children: textRuns(words, { bold: true }) });
  return new Header({ children: marks.length === 0 ? [new Paragraph({})] : [line] });
}

function footer({ number }: Paper): Footer {
  const size = halfPoints(9);
  const page = ['Página ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES];
  const children = [new TextRun({ size, children: number === null ? page : [`N.º ${number} · `, ...page] })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}

const signs = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** 1 January 1980, the first day that a ZIP can name. */
const firstDay = 0x0021;

/** Takes the clock of this computer out of a ZIP: hour and day of each entry, in its own head and in the directory. */
function withoutClock(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    if (bytes.readUInt32LE(at) !== signs.central) throw new Error('not a directory of a ZIP');
    const local = bytes.readUInt32LE(at + 42);
    bytes.writeUInt32LE(firstDay << 16, at + 12);
    bytes.writeUInt32LE(firstDay << 16, local + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}

/** Throws `invalid` as the printer does, so that neither file says what the other cannot. */
export async function writeWord(paper: Paper): Promise<Uint8Array> {
  const issues = printingIssues(paper);
  if (issues.length > 0) throw fail('invalid', 'not-printable', issues);
  const [left, top, right, bottom] = paper.format === 'form' ? formMargins : pageMargins;
  const document = new Document({
    title: paper.title,
    creator: makerOf(paper),
    lastModifiedBy: makerOf(paper),
    customProperties: paper.number === null ? [] : [{ name: numberProperty, value: paper.number }],
    styles: {
      default: {
        document: {
          run: { font, size: halfPoints(11.5), color: '000000', language: { value: 'es-PE' } },
        },
        heading1: { run: { font, color: '000000' } },
        heading2: { run: { font, color: '000000' } },
        heading3: { run: { font, color: '000000' } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: a4,
            margin: {
              left: twips(left),
              top: twips(top),
              right: twips(right),
              bottom: twips(bottom),
              header: twips(24),
            },
          },
        },
        headers: { default: header(paper) },
        footers: { default: footer(paper) },
        children: [...letterhead(paper.letterhead), ...wordNodes(paper.blocks)],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(paper.title, makerOf(paper)) };
  return withoutClock(await Packer.toBuffer(document, undefined, [core]));
}

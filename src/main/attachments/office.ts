/** What a Word or Excel file carries besides its words, and the words of a Word file. */
import { zipNames, zipText } from '../platform/zip-check.ts';

const packed = /\.(?:zip|rar|7z|gz|tar|jar|docx|docm|dotm|xlsx|xlsm|xlsb|pptx|pptm)$|\/oleObject[^/]*\.bin$/i;

/** Relations to something outside other than a link to click: pictures, templates, objects fetched when it is opened. */
function fetchesFromOutside(relations: string): boolean {
  const external = relations.match(/<Relationship\b[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi) ?? [];
  return external.some((one) => !/\bType\s*=\s*["'][^"']*\/hyperlink["']/i.test(one));
}

/** Depth one: a file inside the file would be opened by nobody who looked at it first (bad inputs 74 and 77). */
export function officeProblem(bytes: Uint8Array): ('outside' | 'packed') | null {
  const names = zipNames(bytes);
  if (names.some((name) => packed.test(name))) return 'packed';
  if (names.some((name) => name.endsWith('.rels') && fetchesFromOutside(zipText(bytes, name) ?? ''))) return 'outside';
  const fields = (zipText(bytes, 'word/document.xml') ?? '').match(/<w:instrText\b[^>]*>[^<]*</g) ?? [];
  return fields.some((field) => /\bDDE(?:AUTO)?\b/i.test(field)) ? 'outside' : null;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return entities[name ?? ''] ?? whole;
  });
}

/** Paragraphs of a Word file in the order of the page; null when it is not one. Headers and footers are left out. */
export function docxText(bytes: Uint8Array): string | null {
  const xml = zipText(bytes, 'word/document.xml');
  if (xml === null) return null;
  const paragraphs = xml.split(/<\/w:p>/).map((paragraph) => {
    const parts = paragraph.match(/<w:t\b[^>]*>[^<]*|<w:tab\/>|<w:br\b[^>]*\/>|<w:cr\/>/g) ?? [];
    return parts
      .map((part) =>
        part.startsWith('<w:t>') || part.startsWith('<w:t ') ? decoded(part.replace(/^<[^>]*>/, '')) : ' ',
      )
      .join('');
  });
  return paragraphs.filter((text) => text.trim() !== '').join('\n');
}

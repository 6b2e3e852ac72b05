/** What a file of ours is found by when it was changed: the number that its properties carry in the clear. */

/** Unpacks a raw deflate stream; throws, or answers what it could, for one that is none or grows without end. */
export type Inflate = (packed: Uint8Array) => Promise<Uint8Array>;

/** Name of the property of our Word files that holds the number. */
export const numberProperty = 'RegistroCEM';

const titleInPdf = /<dc:title>[\s\S]*?<rdf:li xml:lang="x-default">([^<]{1,200})<\/rdf:li>/;
const wordParts = [
  { name: 'docProps/custom.xml', number: new RegExp(`name="${numberProperty}"[^>]*>\\s*<vt:lpwstr>([^<]{1,200})<`) },
  { name: 'docProps/core.xml', number: /<dc:title>([^<]{1,200})<\/dc:title>/ },
  // Properties can be removed by whoever passes a file on; the foot is seldom touched.
  { name: /^word\/footer\d*\.xml$/, number: />N\.\u00c2\u00ba ([^<]{1,120}) \u00c2\u00b7 </ },
] as const;

const longest = 120;
/** Properties and feet are small; anything larger is not one of ours. */
const largestPart = 512 * 1024;
const signs = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;

/** A byte a character: numbers are plain, and what is around them need not be read. */
function plain(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

type Entry = { readonly name: string; readonly method: number; readonly packed: number; readonly offset: number };

/** Entries of a ZIP by its directory; empty when it has none. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== signs.end) end -= 1;
  if (end < 0) return [];
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signs.central) return entries;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: plain(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

async function textOf(bytes: Uint8Array, { method, packed, offset }: Entry, inflate: Inflate): Promise<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packed > largestPart || offset + 30 > bytes.length || view.getUint32(offset, true) !== signs.local) return '';
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(start, start + packed);
  try {
    return plain(method === 0 ? content : await inflate(content));
  } catch {
    return '';
  }
}

/** The words of a part, whose bytes were read one by one. */
function utf8(found: string): string {
  const bytes = Uint8Array.from(found, (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes).slice(0, longest);
}

async function numberInWord(bytes: Uint8Array, inflate: Inflate): Promise<string | null> {
  const entries = entriesOf(bytes);
  for (const { name, number } of wordParts) {
    for (const entry of entries.filter((one) => (typeof name === 'string' ? one.name === name : name.test(one.name)))) {
      const found = number.exec(await textOf(bytes, entry, inflate))?.[1];
      if (found !== undefined) return utf8(found);
    }
  }
  return null;
}

/** The number, or a title that holds it, of a PDF or Word file; null when it carries none. */
export async function numberInFile(bytes: Uint8Array, inflate: Inflate): Promise<string | null> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return numberInWord(bytes, inflate);
  const title = titleInPdf.exec(plain(bytes))?.[1];
  return title === undefined ? null : utf8(title);
}

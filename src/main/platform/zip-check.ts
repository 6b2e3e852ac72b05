/**
 * Looks into a ZIP before anything else does (bad inputs, rows 74 and 77): how many entries, how large each truly is,
 * and which of them must not be there. Unpacks one entry at a time, never beyond what it declares.
 */
import { inflateRawSync } from 'node:zlib';
import { hasEntities, looksLikeXml } from './xml-entities.ts';

export type ZipLimits = {
  /** Bytes of all entries unpacked. */
  readonly unpacked: number;
  readonly entries: number;
  /** How many times larger an entry may become; small ones may be any. */
  readonly ratio: number;
};

/** `entities`: an XML part brings definitions of its own. */
export type ZipProblem = 'damaged' | 'too-large' | 'macros' | 'entities';

const sizes = { end: 22, central: 46, local: 30 } as const;
const marks = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 } as const;
/** Entries smaller than this are taken whatever their ratio: a sheet of empty rows packs well. */
const smallEntry = 1024 * 1024;

const forbidden = /(?:^|\/)vbaProject\.bin$|^xl\/externalLinks\/|\.(?:exe|dll|js|vbs|bat)$/i;

/** `isLink`: made on a system where an entry can be a link to something outside. */
type Entry = { name: string; method: number; packed: number; size: number; offset: number; isLink: boolean };

const linkMode = 0xa000;
const fileKindMask = 0xf000;

function endOf(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - sizes.end - 0xffff);
  for (let at = bytes.length - sizes.end; at >= first; at -= 1) if (bytes.readUInt32LE(at) === marks.end) return at;
  return null;
}

function entriesOf(bytes: Buffer, limit: number): Entry[] | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0 || count > limit) return null;
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + sizes.central > bytes.length || bytes.readUInt32LE(at) !== marks.central) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + sizes.central, at + sizes.central + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      isLink: (bytes.readUInt16LE(at + 40) & fileKindMask) === linkMode,
    });
    at += sizes.central + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** What the entry unpacks to, when that is exactly as much as it declares; else null. */
function contentOf(bytes: Buffer, entry: Entry): Buffer | null {
  const { offset, packed, size, method } = entry;
  if (offset + sizes.local > bytes.length || bytes.readUInt32LE(offset) !== marks.local) return null;
  const start = offset + sizes.local + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) return null;
  const stored = bytes.subarray(start, start + packed);
  if (method === 0) return packed === size ? stored : null;
  if (method !== 8) return null;
  try {
    const content = inflateRawSync(stored, { maxOutputLength: size + 1 });
    return content.byteLength === size ? content : null;
  } catch {
    return null;
  }
}

/** True when the bytes end as a ZIP does: another program would find its entries behind whatever they begin with. */
export function endsAsZip(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = endOf(bytes);
  return (
    end !== null && bytes.readUInt16LE(end + 10) > 0 && end + sizes.end + bytes.readUInt16LE(end + 20) === bytes.length
  );
}

/** Names of the entries of a ZIP that `zipProblem` found sound; empty for anything else. */
export function zipNames(file: Uint8Array): string[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return (entriesOf(bytes, 0xffff) ?? []).map(({ name }) => name);
}

/** One entry as text; null when it is not there. */
export function zipText(file: Uint8Array, name: string): string | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const entry = entriesOf(bytes, 0xffff)?.find((one) => one.name === name);
  return entry === undefined ? null : (contentOf(bytes, entry)?.toString('utf8') ?? null);
}

/** What is wrong with a ZIP, null when nothing is. */
export function zipProblem(file: Uint8Array, limits: ZipLimits): ZipProblem | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const entries = entriesOf(bytes, limits.entries);
  if (entries === null) return 'damaged';
  const names = new Set(entries.map((entry) => entry.name));
  if (names.size !== entries.length || entries.some(({ name }) => /^[\\/]|\.\.|[\0\\]/.test(name))) return 'damaged';
  if (entries.some(({ isLink }) => isLink)) return 'damaged';
  if (entries.some(({ name }) => forbidden.test(name))) return 'macros';
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  const isBomb = ({ size, packed }: Entry) => size > smallEntry && size > packed * limits.ratio;
  if (total > limits.unpacked || entries.some(isBomb)) return 'too-large';
  for (const entry of entries) {
    const content = contentOf(bytes, entry);
    if (content === null) return 'damaged';
    if (looksLikeXml(content) && hasEntities(content)) return 'entities';
  }
  return null;
}

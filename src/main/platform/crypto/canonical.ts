/** The two canonical forms everything authenticated is computed over. Frozen: a change makes old seals unreadable. */

/** What canonical JSON may hold: no floating point, so that one value has exactly one spelling. */
export type CanonicalJson =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalJson[]
  | { readonly [key: string]: CanonicalJson };

/** One part of the length-prefixed form; null and the empty string differ. */
export type CanonicalPart = string | number | bigint | Uint8Array | null;

/** JSON without white space, keys sorted by UTF-16 code unit; throws a plain error on a number that is not a safe integer. */
export function canonicalJson(value: CanonicalJson): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('canonical JSON holds safe integers only');
    return String(value);
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function isList(value: CanonicalJson): value is readonly CanonicalJson[] {
  return Array.isArray(value);
}

const tags = { none: 0, text: 1, integer: 2, bytes: 3, real: 4 } as const;

/**
 * Each part as tag byte ‖ length (32 bits, big-endian) ‖ content; text in NFC and UTF-8, integers in decimal. Made of every
 * record of a case at every call about it: one buffer, and plain letters are put into it without asking the encoder.
 */
export function canonicalBytes(parts: readonly CanonicalPart[]): Buffer {
  const contents = parts.map(contentOf);
  let most = 0;
  for (const content of contents) most += headLength + content.length * bytesOfUnit;
  const bytes = Buffer.allocUnsafe(most);
  let at = 0;
  for (let index = 0; index < parts.length; index += 1) {
    const end = put(bytes, contents[index] ?? '', at + headLength);
    bytes[at] = tagOf(parts[index] ?? null);
    bytes.writeUInt32BE(end - at - headLength, at + 1);
    at = end;
  }
  return bytes.subarray(0, at);
}

const headLength = 5;
/** UTF-8 needs no more for one unit of UTF-16. */
const bytesOfUnit = 3;

function tagOf(part: CanonicalPart): number {
  if (typeof part === 'string') return tags.text;
  if (part === null) return tags.none;
  if (typeof part === 'bigint') return tags.integer;
  if (typeof part !== 'number') return tags.bytes;
  return Number.isSafeInteger(part) ? tags.integer : tags.real;
}

function contentOf(part: CanonicalPart): string | Uint8Array {
  if (typeof part === 'string') return isPlain(part) ? part : part.normalize('NFC');
  if (part === null) return '';
  if (typeof part === 'bigint') return part.toString();
  if (typeof part !== 'number') return part;
  if (Number.isSafeInteger(part)) return Object.is(part, -0) ? '0' : String(part);
  const real = Buffer.alloc(8);
  real.writeDoubleBE(part);
  return real;
}

const lastPlain = 0x7f;

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > lastPlain) return false;
  return true;
}

/** Answers where what was put ends. */
function put(bytes: Buffer, content: string | Uint8Array, at: number): number {
  if (typeof content !== 'string') {
    bytes.set(content, at);
    return at + content.length;
  }
  for (let index = 0; index < content.length; index += 1) {
    const unit = content.charCodeAt(index);
    if (unit > lastPlain) return at + bytes.write(content, at, 'utf8');
    bytes[at + index] = unit;
  }
  return at + content.length;
}

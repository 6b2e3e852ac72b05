/** The two canonical forms everything authenticated is computed over. Frozen: a change makes old seals unreadable. */

/** What canonical JSON may hold: no floating point, so that one value has exactly one spelling. */
export type CanonicalJson =
  string | number | boolean | null | readonly CanonicalJson[] | { readonly [key: string]: CanonicalJson };

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

/** Each part as tag byte ‖ length (32 bits, big-endian) ‖ content; text in NFC and UTF-8, integers in decimal. */
export function canonicalBytes(parts: readonly CanonicalPart[]): Buffer {
  const encoded = parts.map(encode);
  const bytes = Buffer.allocUnsafe(encoded.reduce((sum, { length }) => sum + headLength + length, 0));
  let at = 0;
  for (const { tag, content, length } of encoded) {
    bytes.writeUInt8(tag, at);
    bytes.writeUInt32BE(length, at + 1);
    at += headLength;
    if (typeof content === 'string') bytes.write(content, at, 'utf8');
    else bytes.set(content, at);
    at += length;
  }
  return bytes;
}

const headLength = 5;

/** `length` in bytes. */
type Encoded = { readonly tag: number; readonly content: string | Uint8Array; readonly length: number };

function encode(part: CanonicalPart): Encoded {
  if (part === null) return { tag: tags.none, content: '', length: 0 };
  if (typeof part === 'string') return textual(tags.text, part.normalize('NFC'));
  if (typeof part === 'bigint') return textual(tags.integer, part.toString());
  if (typeof part !== 'number') return { tag: tags.bytes, content: part, length: part.byteLength };
  if (Number.isSafeInteger(part)) return textual(tags.integer, Object.is(part, -0) ? '0' : String(part));
  const real = Buffer.alloc(8);
  real.writeDoubleBE(part);
  return { tag: tags.real, content: real, length: real.length };
}

function textual(tag: number, content: string): Encoded {
  return { tag, content, length: Buffer.byteLength(content, 'utf8') };
}

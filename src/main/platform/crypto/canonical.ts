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
  return Buffer.concat(parts.flatMap(framed));
}

function framed(part: CanonicalPart): Buffer[] {
  const [tag, content] = encoded(part);
  const head = Buffer.alloc(5);
  head.writeUInt8(tag, 0);
  head.writeUInt32BE(content.length, 1);
  return [head, content];
}

function encoded(part: CanonicalPart): [number, Buffer] {
  if (part === null) return [tags.none, Buffer.alloc(0)];
  if (typeof part === 'string') return [tags.text, Buffer.from(part.normalize('NFC'), 'utf8')];
  if (typeof part === 'bigint') return [tags.integer, Buffer.from(part.toString(), 'ascii')];
  if (typeof part !== 'number') return [tags.bytes, Buffer.from(part.buffer, part.byteOffset, part.byteLength)];
  if (Number.isSafeInteger(part)) return [tags.integer, Buffer.from(Object.is(part, -0) ? '0' : String(part), 'ascii')];
  const real = Buffer.alloc(8);
  real.writeDoubleBE(part);
  return [tags.real, real];
}

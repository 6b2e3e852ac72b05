/**
 * Crockford base32 with a check: what is printed here and typed back by hand.
 *
 * Case, spaces and hyphens do not count; O is read as 0, I and L as 1. Whoever writes such a text puts `crc16` of its
 * bytes at the end, which finds every single mistyped character.
 */
export const alphabet32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF. */
export function crc16(bytes: Buffer): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

/** The characters without separators; bits that fill no whole character are followed by zeros. */
export function encode32(bytes: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0x1fff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet32.charAt((held >> bits) & 31);
    }
  }
  return bits === 0 ? text : text + alphabet32.charAt((held << (5 - bits)) & 31);
}

/**
 * The bytes of a typed text, to be zeroed by the caller; null when its length is not that of `size` bytes, a character
 * is none of ours, or the bits after the last byte are not zero.
 */
export function decode32(typed: string, size: number): Buffer | null {
  const text = plainText(typed).replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== Math.ceil((size * 8) / 5)) return null;
  const bytes = Buffer.alloc(size);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    const value = alphabet32.indexOf(character);
    if (value < 0) {
      bytes.fill(0);
      return null;
    }
    held = ((held << 5) | value) & 0x1fff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  if ((held & ((1 << bits) - 1)) === 0) return bytes;
  bytes.fill(0);
  return null;
}

/** The groups of four of a printed or typed text, without separators and in capitals. */
export function groupsOfFour(text: string): string[] {
  return plainText(text).match(/.{1,4}/g) ?? [];
}

function plainText(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/** The witness of the audit on paper: the first 10 base32 characters of an entry's hash (security design §7.5). */
import { alphabet32 } from '../crypto/base32.ts';

const characters = 10;

/** Crockford base32 of the first 50 bits. */
export function sealWords(hash: Buffer): string {
  const bits = hash.readBigUInt64BE(0) >> 14n;
  return Array.from({ length: characters }, (_, at) =>
    alphabet32.charAt(Number((bits >> BigInt(5 * (characters - 1 - at))) & 31n)),
  ).join('');
}

/** The recovery key on paper: 14 groups of 4 that detect every single mistyped character (security design §2.7). */
import { fail } from '../../../shared/platform/failures.ts';
import { hkdf, keyPairOf } from './sealing.ts';
import type { KeyPair } from './sealing.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const version = 0x01;
const keyBytes = 32;
const totalBytes = 1 + keyBytes + 2;
const characters = (totalBytes * 8) / 5;
export const recoveryGroupCount = 14;

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF. */
function crc16(bytes: Buffer): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

/** `0400-20G3-…`: the text that is printed. Throws a plain error unless the key has 32 bytes. */
export function encodeRecoveryKey(key: Buffer): string {
  if (key.length !== keyBytes) throw new Error('a recovery key has 32 bytes');
  const bytes = Buffer.alloc(totalBytes);
  bytes.writeUInt8(version, 0);
  key.copy(bytes, 1);
  bytes.writeUInt16BE(crc16(bytes.subarray(0, 1 + keyBytes)), 1 + keyBytes);
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0x1fff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
    }
  }
  bytes.fill(0);
  return recoveryGroups(text).join('-');
}

/** The groups of four of a printed or typed key, without separators and in capitals. */
export function recoveryGroups(text: string): string[] {
  return (
    text
      .replace(/[\s-]/g, '')
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  );
}

/**
 * The 32 bytes of a typed key; the caller zeroes them.
 *
 * Case, spaces and hyphens do not count; O is 0, I and L are 1. Throws `wrong-secret`/`recovery-key-mistyped`
 * before anything is tried with it.
 */
export function decodeRecoveryKey(typed: string): Buffer {
  const text = typed.replace(/[\s-]/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  if (text.length !== characters) throw fail('wrong-secret', 'recovery-key-mistyped');
  const bytes = Buffer.alloc(totalBytes);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw fail('wrong-secret', 'recovery-key-mistyped');
    held = ((held << 5) | value) & 0x1fff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (held >> bits) & 0xff;
      at += 1;
    }
  }
  const sound = bytes[0] === version && bytes.readUInt16BE(1 + keyBytes) === crc16(bytes.subarray(0, 1 + keyBytes));
  const key = Buffer.from(bytes.subarray(1, 1 + keyBytes));
  bytes.fill(0);
  if (sound) return key;
  key.fill(0);
  throw fail('wrong-secret', 'recovery-key-mistyped');
}

/** The X25519 pair of a recovery key for one database. */
export function recoveryKeyPair(recoveryKey: Buffer, dbId: string): KeyPair {
  return keyPairOf(hkdf(recoveryKey, `recovery-x25519|v1|${dbId}`));
}

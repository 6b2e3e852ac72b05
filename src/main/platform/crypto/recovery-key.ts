/** The recovery key on paper: 14 groups of 4 that detect every single mistyped character (security design §2.7). */
import { fail } from '../../../shared/platform/failures.ts';
import { crc16, decode32, encode32, groupsOfFour } from './base32.ts';
import { hkdf, keyPairOf, type KeyPair } from './sealing.ts';

const version = 0x01;
const keyBytes = 32;
const totalBytes = 1 + keyBytes + 2;
export const recoveryGroupCount = 14;

/** `0400-20G3-…`: the text that is printed. Throws a plain error unless the key has 32 bytes. */
export function encodeRecoveryKey(key: Buffer): string {
  if (key.length !== keyBytes) throw new Error('a recovery key has 32 bytes');
  const bytes = Buffer.alloc(totalBytes);
  bytes.writeUInt8(version, 0);
  key.copy(bytes, 1);
  bytes.writeUInt16BE(crc16(bytes.subarray(0, 1 + keyBytes)), 1 + keyBytes);
  const text = encode32(bytes);
  bytes.fill(0);
  return recoveryGroups(text).join('-');
}

/** The groups of four of a printed or typed key, without separators and in capitals. */
export function recoveryGroups(text: string): string[] {
  return groupsOfFour(text);
}

/**
 * The 32 bytes of a typed key; the caller zeroes them.
 *
 * Case, spaces and hyphens do not count; O is 0, I and L are 1. Throws `wrong-secret`/`recovery-key-mistyped`
 * before anything is tried with it.
 */
export function decodeRecoveryKey(typed: string): Buffer {
  const bytes = decode32(typed, totalBytes);
  if (bytes === null) throw fail('wrong-secret', 'recovery-key-mistyped');
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

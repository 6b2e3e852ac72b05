/**
 * The slot of a login that nobody has: the same each time it is asked for, of the same shape and cost as a true one, so
 * that asking says nothing of who works here. No password opens it.
 */
import type { KdfParams } from '../crypto/kdf.ts';
import { hmacUnder, keyPairOf } from '../crypto/sealing.ts';
import { foldLogin, type SlotIdentity, type WrappedSlot } from '../storage/slot-secret.ts';

/** A random UUID (version 4) in all but its source. */
function uuidOf(bytes: Buffer): string {
  const own = Buffer.from(bytes.subarray(0, 16));
  own.writeUInt8((own.readUInt8(6) & 0x0f) | 0x40, 6);
  own.writeUInt8((own.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = own.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** @param key 32 bytes that stay with the keeper: whoever has them tells a fake from a true one. */
export function fakeSlot(key: Buffer, { dbId }: SlotIdentity, login: string, { m, t, p }: KdfParams): WrappedSlot {
  const under = hmacUnder(key);
  const folded = foldLogin(login);
  const part = (name: string) => under(JSON.stringify(['chair-fake|v1', name, dbId, folded]));
  const b64 = (name: string, length: number) => part(name).subarray(0, length).toString('base64');
  // A true public key, and not any 32 bytes: its highest bit is never set.
  const pair = keyPairOf(part('pair'));
  pair.secretKey.fill(0);
  return {
    slotId: uuidOf(part('slot')),
    kind: 'staff',
    staffId: uuidOf(part('staff')),
    login: folded,
    kdf: { alg: 'argon2id', version: 19, m, t, p, salt: b64('salt', 16) },
    device: 'none',
    publicKey: pair.publicKey.toString('base64'),
    wrappedSecretKey: { nonce: b64('nonce', 12), ct: b64('ct', 32), tag: b64('tag', 16) },
  };
}

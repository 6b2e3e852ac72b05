/** From a password to the secret of a slot, and back: all that a computer without the record needs to know of it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { fail } from '../../../shared/platform/failures.ts';
import { derive, saltBytes, type KdfParams } from '../crypto/kdf.ts';
import { decryptGcm, encryptGcm, hkdf, type KeyPair } from '../crypto/sealing.ts';
import { loginSchema, slotAad, type Keyring, type StaffSlot } from './keyring-format.ts';

/** What the secret of a slot is bound to; the epoch is not part of it. */
export type SlotIdentity = Pick<Keyring, 'dbId' | 'practice'>;

/** A slot without what is sealed to it: what somebody else needs to try a password. */
export type WrappedSlot = Omit<StaffSlot, 'sealedDek' | 'sealedCompartments'>;

export type WrappedPerson = {
  readonly staffId: string;
  readonly login: string;
  readonly passphrase: string | Buffer;
  readonly kdf: KdfParams;
};

const b64 = (bytes: Buffer): string => bytes.toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

/** Logins are compared in lower case and without surrounding white space. */
export function foldLogin(login: string): string {
  return login.trim().toLowerCase();
}

/** Key of a slot from the password; the caller zeroes it. */
export async function kekOf(
  dbId: string,
  slotId: string,
  kdf: KdfParams & { salt: string },
  passphrase: string | Buffer,
): Promise<Buffer> {
  const stretched = await derive(passphrase, kdf, bytesOf(kdf.salt));
  try {
    return hkdf(stretched, `kek|v1|${slotId}`, dbId);
  } finally {
    stretched.fill(0);
  }
}

/** A pair under a password and a new salt. The pair stays the caller's. @throws invalid `login-format` */
export async function wrapPair(identity: SlotIdentity, person: WrappedPerson, pair: KeyPair): Promise<WrappedSlot> {
  const slotId = randomUUID();
  const { m, t, p } = person.kdf;
  const base = {
    slotId,
    kind: 'staff' as const,
    staffId: person.staffId,
    login: foldLogin(person.login),
    kdf: { alg: 'argon2id' as const, version: 19 as const, m, t, p, salt: b64(randomBytes(saltBytes)) },
    device: 'none' as const,
    publicKey: b64(pair.publicKey),
  };
  if (!loginSchema.safeParse(base.login).success) throw fail('invalid', 'login-format');
  const kek = await kekOf(identity.dbId, slotId, base.kdf, person.passphrase);
  try {
    const box = encryptGcm(kek, pair.secretKey, slotAad(identity, base));
    return { ...base, wrappedSecretKey: { nonce: b64(box.nonce), ct: b64(box.ct), tag: b64(box.tag) } };
  } finally {
    kek.fill(0);
  }
}

/** The secret of a slot, the caller's to zero; null when this is not its key. */
export function unwrapSecret(identity: SlotIdentity, slot: WrappedSlot, kek: Buffer): Buffer | null {
  const { nonce, ct, tag } = slot.wrappedSecretKey;
  const box = { nonce: bytesOf(nonce), ct: bytesOf(ct), tag: bytesOf(tag) };
  return decryptGcm(kek, box, slotAad(identity, slot));
}

/**
 * Proof and delivery in one: the secret of a slot under a key that its holder makes with the keeper's ephemeral key. Only
 * who has the secret makes it, only the ephemeral opens it, and that one is gone after one use.
 */
import { decryptGcm, encryptGcm, hkdf, keyPairOf, sameBytes, sharedSecret } from '../crypto/sealing.ts';
import { transcriptOf, type Exchange, type SecretBox } from './messages.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');
const b64 = (bytes: Buffer): string => bytes.toString('base64');

/** Null for a public key of small order. The caller zeroes it. */
function keyOf(secretKey: Buffer, publicKey: Buffer, { purpose, ephemeral, slot }: Exchange): Buffer | null {
  let shared: Buffer;
  try {
    shared = sharedSecret(secretKey, publicKey);
  } catch {
    return null;
  }
  try {
    return hkdf(shared, `cem-chair|v1|${purpose}`, Buffer.concat([bytesOf(ephemeral), bytesOf(slot.publicKey)]));
  } finally {
    shared.fill(0);
  }
}

/** At the companion. The secret stays the caller's; null where the keeper's key is none. */
export function sealSecret(secretKey: Buffer, exchange: Exchange): SecretBox | null {
  const key = keyOf(secretKey, bytesOf(exchange.ephemeral), exchange);
  if (key === null) return null;
  try {
    const { nonce, ct, tag } = encryptGcm(key, secretKey, transcriptOf(exchange));
    return { nonce: b64(nonce), ct: b64(ct), tag: b64(tag) };
  } finally {
    key.fill(0);
  }
}

/** At the keeper: the secret of this slot, the caller's to zero; null for anything else. The ephemeral stays the caller's. */
export function openSecret(ephemeralSecret: Buffer, exchange: Exchange, box: SecretBox): Buffer | null {
  const publicKey = bytesOf(exchange.slot.publicKey);
  const key = keyOf(ephemeralSecret, publicKey, exchange);
  if (key === null) return null;
  try {
    const sealed = { nonce: bytesOf(box.nonce), ct: bytesOf(box.ct), tag: bytesOf(box.tag) };
    const secretKey = decryptGcm(key, sealed, transcriptOf(exchange));
    if (secretKey === null) return null;
    if (secretKey.length === 32 && sameBytes(keyPairOf(secretKey).publicKey, publicKey)) return secretKey;
    secretKey.fill(0);
    return null;
  } finally {
    key.fill(0);
  }
}

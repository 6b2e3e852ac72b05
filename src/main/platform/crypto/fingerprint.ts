/** Fingerprint of a public key as people compare it: on the founding sheet, in «Centro», on what the centre publishes. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

/** The first 128 bits of SHA-256 over the key (SPKI), in eight groups of four. */
export function keyFingerprint(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const hex = createHash('sha256').update(spki).digest('hex').slice(0, 32).toUpperCase();
  return (hex.match(/.{4}/g) ?? []).join(' ');
}

/** Of the key that signs for a centre. @param signingKey PKCS8, as the record keeps it */
export function signingFingerprint(signingKey: Buffer): string {
  return keyFingerprint(createPublicKey(createPrivateKey({ key: signingKey, format: 'der', type: 'pkcs8' })));
}

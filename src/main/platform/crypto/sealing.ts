/** X25519 key pairs as raw bytes, AES-256-GCM, and sealing to a public key (security design §2.1). */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export interface KeyPair {
  /** 32 bytes. */
  publicKey: Buffer;
  /** 32 bytes; the holder fills it with zeros after use. */
  secretKey: Buffer;
}

export interface GcmBox {
  nonce: Buffer;
  ct: Buffer;
  tag: Buffer;
}

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** Length of a seal beyond its content: ephemeral public key, nonce, tag. */
export const sealOverhead = keyBytes + nonceBytes + tagBytes;

// DER headers of RFC 8410: what stands before the 32 raw bytes. JWK would leave the secret in a string.
const pkcs8Header = Buffer.from('302e020100300506032b656e04220420', 'hex');
const spkiHeader = Buffer.from('302a300506032b656e032100', 'hex');

function secretKeyObject(secretKey: Buffer): KeyObject {
  const der = Buffer.concat([pkcs8Header, secretKey]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    der.fill(0);
  }
}

function publicKeyObject(publicKey: Buffer): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiHeader, publicKey]), format: 'der', type: 'spki' });
}

/** New pair from the system's random source. */
export function newKeyPair(): KeyPair {
  return keyPairOf(randomBytes(keyBytes));
}

/** The pair of a 32-byte secret; keeps the Buffer it is given. */
export function keyPairOf(secretKey: Buffer): KeyPair {
  if (secretKey.length !== keyBytes) throw new Error('an X25519 secret has 32 bytes');
  const spki = createPublicKey(secretKeyObject(secretKey)).export({ format: 'der', type: 'spki' });
  return { publicKey: Buffer.from(spki.subarray(spki.length - keyBytes)), secretKey };
}

/** 32 shared bytes (RFC 7748); throws for a public key of small order. */
export function sharedSecret(secretKey: Buffer, publicKey: Buffer): Buffer {
  return diffieHellman({ privateKey: secretKeyObject(secretKey), publicKey: publicKeyObject(publicKey) });
}

/** HKDF-SHA256. The caller owns, and zeroes, both ends. */
export function hkdf(secret: Buffer, info: string | Buffer, salt: string | Buffer = '', length = keyBytes): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length));
}

/** For many under one key, made into an object once: given the bytes, Node makes one each time and takes three times as long. */
export function hmacUnder(key: Buffer): (bytes: string | Buffer) => Buffer {
  const secret = createSecretKey(key);
  return (bytes) => createHmac('sha256', secret).update(bytes).digest();
}

export function hmac(key: Buffer, bytes: string | Buffer): Buffer {
  return hmacUnder(key)(bytes);
}

/** Compares in constant time; different lengths are unequal. */
export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

export function encryptGcm(key: Buffer, bytes: Buffer, aad: string): GcmBox {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(aad, 'utf8'));
  const ct = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { nonce, ct, tag: cipher.getAuthTag() };
}

/** The content; null when key, content or authenticated data are not those it was made with. */
export function decryptGcm(key: Buffer, box: GcmBox, aad: string): Buffer | null {
  if (box.nonce.length !== nonceBytes || box.tag.length !== tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, box.nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(aad, 'utf8'));
  decipher.setAuthTag(box.tag);
  const bytes = decipher.update(box.ct);
  try {
    return Buffer.concat([bytes, decipher.final()]);
  } catch {
    return null;
  } finally {
    bytes.fill(0);
  }
}

function sealKey(shared: Buffer, ephemeral: Buffer, recipient: Buffer, context: string): Buffer {
  return hkdf(shared, `seal|v1|${context}`, Buffer.concat([ephemeral, recipient]));
}

/** ephemeral public key ‖ nonce ‖ ciphertext ‖ tag: 92 bytes for a 32-byte secret. */
export function seal(publicKey: Buffer, bytes: Buffer, context: string): Buffer {
  const ephemeral = newKeyPair();
  const shared = sharedSecret(ephemeral.secretKey, publicKey);
  const key = sealKey(shared, ephemeral.publicKey, publicKey, context);
  try {
    const { nonce, ct, tag } = encryptGcm(key, bytes, context);
    return Buffer.concat([ephemeral.publicKey, nonce, ct, tag]);
  } finally {
    ephemeral.secretKey.fill(0);
    shared.fill(0);
    key.fill(0);
  }
}

/** The sealed content, to be zeroed by the caller; null when it is not for this key, or not in this context. */
export function openSealed(secretKey: Buffer, sealed: Buffer, context: string): Buffer | null {
  if (sealed.length < sealOverhead) return null;
  const ephemeral = sealed.subarray(0, keyBytes);
  const nonce = sealed.subarray(keyBytes, keyBytes + nonceBytes);
  const ct = sealed.subarray(keyBytes + nonceBytes, sealed.length - tagBytes);
  const tag = sealed.subarray(sealed.length - tagBytes);
  let shared: Buffer;
  try {
    shared = sharedSecret(secretKey, ephemeral);
  } catch {
    return null;
  }
  const key = sealKey(shared, ephemeral, keyPairOf(secretKey).publicKey, context);
  try {
    return decryptGcm(key, { nonce, ct, tag }, context);
  } finally {
    shared.fill(0);
    key.fill(0);
  }
}

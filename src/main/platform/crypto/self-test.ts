/** Published vectors, run at start-up: a cryptographic library that answers otherwise must not touch a register. */
import { createDecipheriv, createHash } from 'node:crypto';
import { fail } from '../../../shared/platform/failures.ts';
import { derive } from './kdf.ts';
import { hkdf, hmac, sharedSecret } from './sealing.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** What each primitive must answer. Replaced only by the tests of this file. */
export const selfTestVectors = {
  /** Security design §2.5; three libraries agree. */
  argon2id: '92df2c7de112908488481fbc8d08ce0d904871eb505aac791ae16f0b57470e19',
  /** GCM specification, test case 14. */
  aes256gcm: '00000000000000000000000000000000',
  /** RFC 5869, A.1. */
  hkdf: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  /** RFC 7748 §6.1. */
  x25519: '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
  /** RFC 4231, case 2. */
  hmac: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  /** FIPS 180-4, «abc». */
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
} as const;
export type SelfTestVectors = Record<keyof typeof selfTestVectors, string>;

function gcm(): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12), { authTagLength: 16 });
  decipher.setAuthTag(hex('d0d1c8a799996bf0265b98b5d48ab919'));
  return Buffer.concat([decipher.update(hex('cea7403d4d606b6e074ec5d3baf39d18')), decipher.final()]);
}

function x25519(): Buffer {
  const bob = hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
  const alicePublic = hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
  return sharedSecret(bob, alicePublic);
}

let proven: Promise<void> | null = null;

/** Once in the life of a process: the library does not change while it runs, and a sign-in need not pay again. */
export function proveCryptography(): Promise<void> {
  proven ??= runSelfTest().catch((error: unknown) => {
    proven = null;
    throw error;
  });
  return proven;
}

/** Throws `unexpected`/`self-test` at the first primitive that answers wrongly, or not at all. */
export async function runSelfTest(vectors: SelfTestVectors = selfTestVectors): Promise<void> {
  const salt = hex('000102030405060708090a0b0c0d0e0f');
  const answers: Record<keyof SelfTestVectors, () => Buffer | Promise<Buffer>> = {
    sha256: () => createHash('sha256').update('abc').digest(),
    hmac: () => hmac(Buffer.from('Jefe'), 'what do ya want for nothing?'),
    hkdf: () => hkdfVector(),
    aes256gcm: gcm,
    x25519,
    argon2id: () => derive('una frase larga de prueba', { m: 65536, t: 3, p: 1 }, salt),
  };
  for (const name of Object.keys(answers) as (keyof SelfTestVectors)[]) {
    let answer: Buffer;
    try {
      answer = await answers[name]();
    } catch {
      throw fail('unexpected', 'self-test');
    }
    if (answer.toString('hex') !== vectors[name]) throw fail('unexpected', 'self-test');
  }
}

function hkdfVector(): Buffer {
  return hkdf(Buffer.alloc(22, 0x0b), hex('f0f1f2f3f4f5f6f7f8f9'), hex('000102030405060708090a0b0c'), 42);
}

/**
 * What a computer is known by on the network of the centre: a key and a certificate that it signs itself.
 *
 * No authority vouches for it. Two computers learn each other's key when they are paired (`pair-with.ts`) and from then
 * on look at nothing but its fingerprint; the certificate is the envelope TLS asks for, and travels readable in no
 * version that we speak. It names neither product, centre nor computer.
 */
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fail } from '../../../shared/platform/failures.ts';
import { replaceFile } from '../storage/durable-file.ts';

export type Identity = {
  /** PKCS #8 in PEM. The holder fills it with zeros after its last use. */
  readonly privateKeyPem: Buffer;
  readonly certificatePem: string;
};

/** How a file keeps the private key from other accounts of the computer: what the system offers, or nothing. */
export interface KeyProtector {
  protect(bytes: Buffer): Buffer;
  /** Throws for bytes that were protected elsewhere. */
  reveal(bytes: Buffer): Buffer;
}

/** A plain process has no store of the system: the rights of the file are all there is. */
export const noProtector: KeyProtector = {
  protect: (bytes) => Buffer.from(bytes),
  reveal: (bytes) => Buffer.from(bytes),
};

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;
const validYears = 20;
const keyHeader = '-----BEGIN PRIVATE KEY-----';

/** A new key and certificate. The package is loaded here: a computer needs it once in its life. */
export async function makeIdentity(): Promise<Identity> {
  await import('reflect-metadata');
  const { X509CertificateGenerator } = await import('@peculiar/x509');
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const now = Date.now();
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${randomBytes(8).toString('hex')}`,
      serialNumber: `01${randomBytes(15).toString('hex')}`,
      // A day of slack: nobody here asks the date, but a clock that is behind must not make it look unborn.
      notBefore: new Date(now - dayMs),
      notAfter: new Date(now + Math.round(validYears * 365.25) * dayMs),
      signingAlgorithm: algorithm,
      keys,
    },
    crypto,
  );
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  der.fill(0);
  return {
    privateKeyPem: Buffer.from(`${[keyHeader, ...lines, '-----END PRIVATE KEY-----'].join('\n')}\n`),
    certificatePem: `${certificate.toString('pem')}\n`,
  };
}

/** SHA-256 of the public key (SPKI), base64url: a certificate made anew for the same key has the same one. */
export function fingerprintOf(certificate: Buffer | string | X509Certificate): string {
  const parsed = certificate instanceof X509Certificate ? certificate : new X509Certificate(certificate);
  const key = parsed.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64url');
}

/** Writes it whole or not at all, readable by this account only. */
export async function writeIdentity(path: string, identity: Identity, protector: KeyProtector): Promise<void> {
  const plain = Buffer.concat([Buffer.from(identity.certificatePem), identity.privateKeyPem]);
  try {
    await replaceFile(path, protector.protect(plain));
  } finally {
    plain.fill(0);
  }
}

/** Null where there is no file. Throws `storage`/`identity-damaged` for one that this account cannot reveal, or that is no identity. */
export async function readIdentity(path: string, protector: KeyProtector): Promise<Identity | null> {
  let kept: Buffer;
  try {
    kept = await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const plain = protector.reveal(kept);
    const at = plain.indexOf(keyHeader);
    const certificatePem = plain.subarray(0, at).toString('utf8');
    const privateKeyPem = Buffer.from(plain.subarray(at));
    plain.fill(0);
    if (at > 0 && fingerprintOf(certificatePem) !== '') return { privateKeyPem, certificatePem };
  } catch {
    // Said below, without what the parser says of it.
  }
  throw fail('storage', 'identity-damaged');
}

/** What a computer is known by, and the file that keeps it. */
import { randomBytes, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  makeIdentity,
  noProtector,
  readIdentity,
  writeIdentity,
  type KeyProtector,
} from '../../../src/main/platform/lan/identity.ts';
import { identityOf } from '../../support/lan.ts';
import { rightsOfOthers } from '../../support/rights.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';

afterEach(removeFolders);

describe('an identity', () => {
  it('says nothing of who it is, for twenty years', async () => {
    const [one, other] = [await makeIdentity(), await makeIdentity()];
    const certificate = new X509Certificate(one.certificatePem);
    expect(certificate.subject).toMatch(/^CN=[0-9a-f]{16}$/);
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.subject).not.toBe(new X509Certificate(other.certificatePem).subject);
    expect(certificate.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    const days = (Date.parse(certificate.validTo) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7305);
    expect(one.privateKeyPem.toString()).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  });

  it('has one fingerprint, from PEM as from DER', async () => {
    const { certificatePem } = await identityOf('keeper');
    const { raw } = new X509Certificate(certificatePem);
    expect(fingerprintOf(raw)).toBe(fingerprintOf(certificatePem));
    expect(fingerprintOf(raw)).toMatch(/^[\w-]{43}$/);
    expect(fingerprintOf((await identityOf('ana')).certificatePem)).not.toBe(fingerprintOf(raw));
  });
});

describe('its file', () => {
  const mask = randomBytes(4096);
  const masked = (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => byte ^ (mask[at] ?? 0)));
  const protector: KeyProtector = { protect: masked, reveal: masked };

  it.each([
    ['of the system', protector],
    ['that is none', noProtector],
  ])('keeps it under a protector %s, for this account alone', async (_name, kept) => {
    const path = join(newFolder(), 'identity');
    const identity = await identityOf('ana');
    await writeIdentity(path, identity, kept);
    expect(await readIdentity(path, kept)).toEqual(identity);
    expect(readFileSync(path, 'latin1').includes('PRIVATE KEY')).toBe(kept === noProtector);
    expect(rightsOfOthers(path)).toBe(0);
  });

  it('is null where there is none, and damaged when it is another’s', async () => {
    const path = join(newFolder(), 'identity');
    expect(await readIdentity(path, protector)).toBeNull();
    await writeIdentity(path, await identityOf('ana'), protector);
    await expect(readIdentity(path, noProtector)).rejects.toThrow('storage:identity-damaged');
    const refuses: KeyProtector = {
      ...noProtector,
      reveal: () => {
        throw new Error('another account');
      },
    };
    await expect(readIdentity(path, refuses)).rejects.toThrow('storage:identity-damaged');
    writeFileSync(path, '');
    await expect(readIdentity(path, protector)).rejects.toThrow('storage:identity-damaged');
  });
});

/** Long-lived secrets of the centre, kept in table `secret` and changed by nothing (security design §2.1). */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { PlatformTables } from './platform-tables.ts';

export type CentreSecrets = {
  /** Seed of the rounding of the monthly report; never exported, never changed. */
  readonly sdcKey: Buffer;
  /** HMAC key of the conflict register. */
  readonly identityPepper: Buffer;
  readonly recordSealKey: Buffer;
  /** Ed25519 private key, PKCS #8 DER: signs exported files. */
  readonly centreSigningKey: Buffer;
};

const names = ['sdcKey', 'identityPepper', 'recordSealKey', 'centreSigningKey'] as const;

export function newCentreSecrets(): CentreSecrets {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    sdcKey: randomBytes(32),
    identityPepper: randomBytes(32),
    recordSealKey: randomBytes(32),
    centreSigningKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  };
}

export async function insertSecrets(trx: Transaction<PlatformTables>, secrets: CentreSecrets): Promise<void> {
  await trx
    .insertInto('secret')
    .values(names.map((name) => ({ name, value: secrets[name] })))
    .execute();
}

/** @throws plain error when one is missing: the file was not made by this program */
export async function readSecrets(trx: Transaction<PlatformTables>): Promise<CentreSecrets> {
  const rows = await trx.selectFrom('secret').selectAll().execute();
  const value = (name: string): Buffer => {
    const found = rows.find((row) => row.name === name);
    if (found === undefined) throw new Error('a secret of the centre is missing');
    return Buffer.from(found.value);
  };
  return {
    sdcKey: value('sdcKey'),
    identityPepper: value('identityPepper'),
    recordSealKey: value('recordSealKey'),
    centreSigningKey: value('centreSigningKey'),
  };
}

export function clearSecrets(secrets: CentreSecrets): void {
  for (const name of names) secrets[name].fill(0);
}

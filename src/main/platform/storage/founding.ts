/** The first start: keys, encrypted file, first slot. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { calibrateKdf, withTarget } from '../crypto/kdf.ts';
import { proveCryptography } from '../crypto/self-test.ts';
import { startSegment, type AuditInput } from './audit-chain.ts';
import { createDatabase } from './create-database.ts';
import { keepingStatements } from './kept-statements.ts';
import { createKeyring, databaseFileName, unlockWithRecovery, writeKeyring } from './keyring.ts';
import { markKeyOf, resetMark } from './mark.ts';
import { queriesOf } from './migrate.ts';
import { keepKeyring } from './opening.ts';
import type { PlatformTables } from './platform-tables.ts';
import { insertSecrets, newCentreSecrets } from './secrets.ts';
import type { RegisterOptions, StartedRegister } from './start-register.ts';

export type NewCentre = {
  readonly isPractice: boolean;
  readonly login: string;
  readonly staffId: string;
  readonly passphrase: string;
};

export type Founding = {
  /** 32 bytes to print; the caller zeroes them. */
  readonly recoveryKey: Buffer;
  /** Start key of the audit's first segment, to seal on paper; the caller zeroes it. */
  readonly auditStartKey: Buffer;
};

/** Makes a register in an empty folder that this process owns, and leaves it open with `meta.ready` 0. */
export async function foundRegister(
  options: RegisterOptions & { readonly calibrates: boolean },
  centre: NewCentre,
  first: AuditInput,
): Promise<{ started: StartedRegister; founding: Founding }> {
  const { folder, policy, drives, migrations, calibrates } = options;
  await proveCryptography();
  const dek = randomBytes(32);
  const recoveryKey = randomBytes(32);
  const auditStartKey = randomBytes(32);
  const dbId = randomUUID();
  const { isPractice: practice, staffId, login, passphrase } = centre;
  const slotPolicy = withTarget(policy, calibrates ? await calibrateKdf(policy) : policy.target);
  const person = { staffId, login, passphrase, policy: slotPolicy };
  const keyring = await createKeyring({ dbId, practice, dek, recoveryKey, first: person });
  // Proven before anything is written: the paper opens its slot.
  unlockWithRecovery(keyring, recoveryKey).fill(0);
  const file = join(folder, databaseFileName(1));
  const db = await createDatabase({ file, key: dek, dbId, practice, migrations, drives });
  const secrets = newCentreSecrets();
  const queries = queriesOf<PlatformTables>(keepingStatements(db));
  const head = await queries.transaction().execute(async (trx) => {
    await insertSecrets(trx, secrets);
    await keepKeyring(trx, keyring);
    return startSegment(trx, Buffer.from(auditStartKey), first);
  });
  await writeKeyring(folder, keyring);
  const markKey = markKeyOf(dek);
  await resetMark(folder, markKey, { dbId, seq: head.seq, hash: head.hash.toString('hex'), utc: first.utc });
  const sound = {
    isKeyringLate: false,
    isReadOnly: false,
    troubles: [],
    headAtOpening: head.seq,
    lastMarked: head.seq,
  };
  return {
    started: { db, queries, dek, secrets, markKey, keyring, ...sound },
    founding: { recoveryKey, auditStartKey },
  };
}

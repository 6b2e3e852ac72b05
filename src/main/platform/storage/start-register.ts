/** From the archives that a password opened to an open register: the true archive, newest tables, what was found. */
import type { Kysely } from 'kysely';
import type { Clock } from '../../../shared/platform/clock.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { proveCryptography } from '../crypto/self-test.ts';
import { auditHead } from './audit-chain.ts';
import type { OwnSecret } from './compartments.ts';
import { sweepVault, type NamedFiles } from './file-vault.ts';
import { keepingStatements } from './kept-statements.ts';
import type { Keyring, KeyringFiles, Opening } from './keyring.ts';
import { keyringText } from './keyring-format.ts';
import { markKeyOf, readMark } from './mark.ts';
import { migrate, queriesOf, type MigrateHooks, type Migration } from './migrate.ts';
import { metaValue, type Database } from './open-database.ts';
import {
  behindItsKeys,
  forget,
  judgeKeyring,
  keepKeyring,
  mendKeyring,
  openFile,
  openFirst,
  sweepHalfWritten,
  type JudgedKeyring,
  type OpenedFile,
  type Trouble,
} from './opening.ts';
import type { OwnerLock } from './owner-lock.ts';
import type { DriveTable } from './paths.ts';
import type { PlatformTables } from './platform-tables.ts';
import { sweepOtherEpochs } from './rotate.ts';
import { readSecrets, type CentreSecrets } from './secrets.ts';

export type HeldRegister = { readonly folder: string; readonly keyring: Keyring; readonly dek: Buffer };

export type RegisterOptions = {
  /** Absolute data folder. */
  readonly folder: string;
  readonly policy: KdfPolicy;
  readonly drives: DriveTable;
  readonly clock: Clock;
  readonly migrations: readonly Migration[];
  readonly filesNamed?: NamedFiles;
  /** Inside the transaction of each migration of a register in use. */
  readonly within?: MigrateHooks['within'];
  /** Puts a copy of a register in use aside before the first migration, or throws. The key stays the caller's. */
  readonly putCopyAside?: (held: HeldRegister) => Promise<void>;
};

/** What is held while the record is open; whoever closes it zeroes keys and secrets. */
export type StartedRegister = {
  db: Database;
  queries: Kysely<PlatformTables>;
  readonly dek: Buffer;
  readonly secrets: CentreSecrets;
  readonly markKey: Buffer;
  keyring: Keyring;
  /** The folder does not yet say what the database confirms: tried again after each change and at the end. */
  isKeyringLate: boolean;
  /** Set when the file was put back: read, do not write. */
  isReadOnly: boolean;
  /** Once `isReady` was asked. */
  isReady?: boolean;
  troubles: readonly Trouble[];
  /** Number of the last audit entry when it was opened. */
  readonly headAtOpening: number;
  /** Number of the audit entry that the newest mark speaks of. */
  lastMarked: number;
};

/** Whether the founding was finished. What is ready stays so and is asked of the file once, not at every call. */
export function isReady(open: Pick<StartedRegister, 'db' | 'isReady'>): boolean {
  open.isReady ||= metaValue(open.db, 'ready') === '1';
  return open.isReady;
}

function markOf(folder: string, { keyring, unlocked }: Opening) {
  const markKey = markKeyOf(unlocked.dek);
  const { mark, state } = readMark(folder, markKey, keyring.dbId);
  return { markKey, mark, state };
}

function troublesOf(file: OpenedFile, isAhead: boolean, marks: 'ok' | 'missing' | 'invalid'): Trouble[] {
  const troubles = [...file.troubles];
  if (isAhead && troubles.length === 0) troubles.push(behindItsKeys(file.db));
  if (marks === 'missing') troubles.push({ kind: 'marks-missing' });
  if (marks === 'invalid') troubles.push({ kind: 'marks-foreign' });
  return troubles;
}

/**
 * Opens the record with the first of the openings that leads to one; every other key is zeroed.
 *
 * @throws damaged, storage, from-the-future, wrong-secret (a slot that the record no longer knows)
 */
export async function startRegister(
  options: RegisterOptions & { readonly lock: OwnerLock },
  openings: readonly Opening[],
  files: KeyringFiles,
): Promise<{ started: StartedRegister; staffId: string; own: OwnSecret }> {
  const { folder } = options;
  try {
    await proveCryptography();
    const { opening, file } = openFirst(openings, (one) => openFile(options, one, markOf(folder, one).mark));
    try {
      const judged = judgeKeyring(file.db, opening, files, options);
      const { markKey, state } = markOf(folder, opening);
      const found = {
        db: file.db,
        markKey,
        dek: opening.unlocked.dek,
        troubles: troublesOf(file, judged.isAhead, state),
      };
      const { staffId, slotId, secretKey } = opening.unlocked;
      const started = await begin(options, judged, found);
      return { started, staffId, own: { slotId, secretKey: Buffer.from(secretKey) } };
    } catch (error) {
      file.db.close();
      throw error;
    }
  } finally {
    forget(openings);
  }
}

type Found = {
  readonly db: Database;
  readonly markKey: Buffer;
  readonly dek: Buffer;
  readonly troubles: readonly Trouble[];
};

async function begin(
  { folder, migrations, filesNamed, within, putCopyAside }: RegisterOptions,
  { keyring, isWhole }: JudgedKeyring,
  { db, markKey, dek, troubles }: Found,
): Promise<StartedRegister> {
  const isReadOnly = troubles.some(({ kind }) => kind === 'rolled-back');
  await migrate(db, migrations, { within, before: async () => putCopyAside?.({ folder, keyring, dek }) });
  const queries = queriesOf<PlatformTables>(keepingStatements(db));
  const secrets = await queries.transaction().execute(async (trx) => {
    if (!isReadOnly && metaValue(db, 'keyring') !== keyringText(keyring)) await keepKeyring(trx, keyring);
    return readSecrets(trx);
  });
  sweepHalfWritten(folder);
  if (!isReadOnly) sweepOtherEpochs(folder, keyring.dbFile);
  const isMended = isReadOnly || isWhole || (await mendKeyring(folder, keyring));
  if (troubles.length === 0) await sweepVault(folder, (await filesNamed?.(queries)) ?? null);
  const repaired: readonly Trouble[] = isWhole || isReadOnly ? [] : [{ kind: 'keyring-repaired' }];
  const headAtOpening = (await auditHead(queries))?.seq ?? 0;
  return {
    ...{ db, queries, secrets, markKey, keyring, isReadOnly },
    dek: Buffer.from(dek),
    isKeyringLate: !isMended,
    troubles: [...troubles, ...repaired],
    headAtOpening,
    lastMarked: headAtOpening,
  };
}

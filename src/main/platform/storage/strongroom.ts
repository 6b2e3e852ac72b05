/**
 * The open centre: keys and database together, from the first sign-in to the last lock.
 *
 * Closed, it holds no key and no connection; every key Buffer is zeroed on the way out (security design §2.3).
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../../../shared/platform/clock.ts';
import { instantIn } from '../../../shared/platform/clock.ts';
import type { Phase } from '../../../shared/platform/contract.ts';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import { calibrateKdf, withTarget, type KdfPolicy } from '../crypto/kdf.ts';
import { runSelfTest } from '../crypto/self-test.ts';
import { sameBytes } from '../crypto/sealing.ts';
import { auditHead, startSegment, type AuditInput } from './audit-chain.ts';
import { createDatabase, isFreeFolder } from './create-database.ts';
import { keepingStatements } from './kept-statements.ts';
import {
  createKeyring,
  databaseFileName,
  readKeyring,
  unlockSlot,
  unlockWithRecovery,
  writeKeyring,
  type Keyring,
  type Unlocked,
} from './keyring.ts';
import { sweepVault, type NamedFiles } from './file-vault.ts';
import { LoginState } from './login-state.ts';
import { markKeyOf, readMark, resetMark, writeMark } from './mark.ts';
import { migrate, newestVersion, queriesOf, type Migration } from './migrate.ts';
import { metaValue, openDatabase, type Database } from './open-database.ts';
import { acquireOwnerLock, type OwnerLock } from './owner-lock.ts';
import { checkPlace, type DriveTable } from './paths.ts';
import type { PlatformTables } from './platform-tables.ts';
import { finishRestore } from './restore-in-hand.ts';
import { clearSecrets, insertSecrets, newCentreSecrets, readSecrets, type CentreSecrets } from './secrets.ts';

export type StrongroomOptions = {
  /** Absolute data folder; made when missing. */
  readonly folder: string;
  readonly policy: KdfPolicy;
  /** Measures the cost of a password on this computer when a centre is founded; every later slot takes the result. */
  readonly calibrates: boolean;
  readonly drives: DriveTable;
  readonly clock: Clock;
  readonly migrations: readonly Migration[];
  readonly filesNamed?: NamedFiles;
};

type Open<Tables> = {
  readonly db: Database;
  readonly queries: Kysely<Tables>;
  readonly dek: Buffer;
  readonly secrets: CentreSecrets;
  readonly markKey: Buffer;
  keyring: Keyring;
  /** Set when file or keyring were put back: read, do not write. */
  readonly isReadOnly: boolean;
  lastMarked: number;
};

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

export class Strongroom<Tables extends PlatformTables> {
  readonly #options: StrongroomOptions;
  readonly loginState: LoginState;
  #open: Open<Tables> | null = null;
  #lock: OwnerLock | null = null;
  #marking: Promise<void> = Promise.resolve();
  #isKeptShut = false;

  constructor(options: StrongroomOptions) {
    this.#options = options;
    if (!existsSync(options.folder)) mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    this.loginState = new LoginState(options.folder, {
      wall: () => options.clock.now(),
      monotonic: () => performance.now(),
    });
  }

  get folder(): string {
    return this.#options.folder;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  get isReadOnly(): boolean {
    return this.#state().isReadOnly;
  }

  get secrets(): CentreSecrets {
    return this.#state().secrets;
  }

  get keyring(): Keyring {
    return this.#state().keyring;
  }

  get database(): Database {
    return this.#state().db;
  }

  get markKey(): Buffer {
    return this.#state().markKey;
  }

  /** Bounds of the key derivation: archives of keys outside them stay unread. */
  get policy(): KdfPolicy {
    return this.#options.policy;
  }
  /** Takes the folder for this process. @throws storage `already-open`, or what makes the place unfit */
  claim(): void {
    this.#own();
  }
  /**
   * Keeps the record shut while its files are exchanged: nobody opens or founds one meanwhile. Answers what lets go.
   *
   * @throws rule-broken `restore-while-open`, `restore-running`
   */
  keepShut(): () => void {
    this.#own();
    if (this.#open !== null) throw fail('rule-broken', 'restore-while-open');
    this.#refuseShut();
    this.#isKeptShut = true;
    return () => void (this.#isKeptShut = false);
  }
  #refuseShut(): void {
    if (this.#isKeptShut) throw fail('rule-broken', 'restore-running');
  }
  /** The database key, for copies; stays this object's. */
  get dek(): Buffer {
    return this.#state().dek;
  }

  #state(): Open<Tables> {
    if (this.#open === null) throw fail('locked');
    return this.#open;
  }

  /** The policy of new slots: the cost this centre was founded with. */
  get slotPolicy(): KdfPolicy {
    const { policy } = this.#options;
    const slot = this.#state().keyring.slots.find((one) => one.kind === 'staff');
    return slot === undefined ? policy : withTarget(policy, { m: slot.kdf.m, t: slot.kdf.t, p: slot.kdf.p });
  }

  /** Where the centre stands; a closed one that has files counts as ready. */
  phase(): Phase {
    if (this.#open !== null) return metaValue(this.#open.db, 'ready') === '1' ? 'ready' : 'founding';
    return this.isEmpty() ? 'empty' : 'ready';
  }

  /** No register, archive of keys, mark or copy in the folder. The counter of wrong passwords is no register. */
  isEmpty(): boolean {
    return isFreeFolder(this.folder);
  }

  /** Reason of the failure that keeps the files closed, null when none is known before signing in. */
  blockedBy(): string | null {
    try {
      this.#own();
      if (!this.isOpen && !this.isEmpty()) readKeyring(this.folder, this.#options.policy);
      return null;
    } catch (error) {
      if (error instanceof ExpectedFailure) return error.failure.reason ?? error.failure.code;
      throw error;
    }
  }

  /** Mark of a practice centre, from the archive of keys; null while there is none. */
  isPractice(): boolean | null {
    if (this.#open !== null) return this.#open.keyring.practice;
    if (this.isEmpty()) return null;
    try {
      return readKeyring(this.folder, this.#options.policy).keyring.practice;
    } catch {
      return null;
    }
  }

  #own(): OwnerLock {
    checkPlace(this.folder, this.#options.drives);
    if (this.#lock?.isHeld() !== true) {
      this.#lock = acquireOwnerLock(this.folder, instantIn(this.#options.clock));
      finishRestore(this.folder);
    }
    return this.#lock;
  }

  /** First start: keys, encrypted file, first slot; stays open with `meta.ready` 0. */
  async found(centre: NewCentre, first: AuditInput): Promise<Founding> {
    const { folder, policy, drives, migrations } = this.#options;
    this.#own();
    this.#refuseShut();
    if (!this.isEmpty()) throw fail('storage', 'folder-not-empty');
    await runSelfTest();
    const dek = randomBytes(32);
    const recoveryKey = randomBytes(32);
    const auditStartKey = randomBytes(32);
    const dbId = randomUUID();
    const target = this.#options.calibrates ? await calibrateKdf(policy) : policy.target;
    const keyring = await createKeyring({
      dbId,
      practice: centre.isPractice,
      dek,
      recoveryKey,
      first: {
        staffId: centre.staffId,
        login: centre.login,
        passphrase: centre.passphrase,
        policy: withTarget(policy, target),
      },
    });
    // Proven before anything is written: the paper opens its slot.
    unlockWithRecovery(keyring, recoveryKey).fill(0);
    const file = join(folder, databaseFileName(1));
    const db = await createDatabase({ file, key: dek, dbId, practice: centre.isPractice, migrations, drives });
    const secrets = newCentreSecrets();
    const queries = queriesOf<Tables>(keepingStatements(db));
    const head = await (queries as unknown as Kysely<PlatformTables>).transaction().execute(async (trx) => {
      await insertSecrets(trx, secrets);
      const started = await startSegment(trx, Buffer.from(auditStartKey), first);
      return started;
    });
    await writeKeyring(folder, keyring);
    const markKey = markKeyOf(dek);
    await resetMark(folder, markKey, { dbId, seq: head.seq, hash: head.hash.toString('hex'), utc: first.utc });
    this.#open = { db, queries, dek, secrets, markKey, keyring, isReadOnly: false, lastMarked: head.seq };
    await this.loginState.keepSlowOnly([centre.login]);
    return { recoveryKey, auditStartKey };
  }

  /**
   * Opens the database with one person's password, or joins the open one. Answers who it is.
   *
   * @throws wrong-secret (unknown login and wrong password alike), damaged, storage, from-the-future
   */
  async unlock(login: string, passphrase: string): Promise<{ staffId: string }> {
    const lock = this.#own();
    const unlocked = await this.#unlockSlot(login, passphrase);
    try {
      if (this.#open === null) await this.#openWith(unlocked, lock);
      return { staffId: unlocked.staffId };
    } finally {
      unlocked.dek.fill(0);
      unlocked.secretKey.fill(0);
    }
  }

  /** Whether the password is right, without opening anything. */
  async verify(login: string, passphrase: string): Promise<boolean> {
    try {
      const unlocked = await this.#unlockSlot(login, passphrase);
      unlocked.dek.fill(0);
      unlocked.secretKey.fill(0);
      return true;
    } catch (error) {
      if (error instanceof ExpectedFailure && error.failure.code === 'wrong-secret') return false;
      throw error;
    }
  }

  /** The keys of a slot; the caller zeroes both. */
  async #unlockSlot(login: string, passphrase: string): Promise<Unlocked> {
    const keyring = this.#open?.keyring ?? readKeyring(this.folder, this.#options.policy).keyring;
    const unlocked = await unlockSlot(keyring, login, passphrase, this.#options.policy);
    if (this.#open !== null && !sameBytes(unlocked.dek, this.#open.dek)) throw fail('damaged', 'keyring-damaged');
    return unlocked;
  }

  async #openWith(unlocked: Unlocked, lock: OwnerLock): Promise<void> {
    this.#refuseShut();
    await runSelfTest();
    const { folder, policy, migrations, filesNamed } = this.#options;
    const { keyring, generation } = readKeyring(folder, policy);
    const markKey = markKeyOf(unlocked.dek);
    const { mark } = readMark(folder, markKey, keyring.dbId);
    const { db, isRolledBack } = this.#openFile(keyring, unlocked.dek, lock, mark);
    try {
      await migrate(db, migrations);
      const isOlder = this.#isOlderKeyring(db, keyring) || generation > 0;
      const queries = queriesOf<Tables>(keepingStatements(db));
      const platform = queries as unknown as Kysely<PlatformTables>;
      const secrets = await platform.transaction().execute((trx) => readSecrets(trx));
      if (mark !== null && !isRolledBack && !isOlder) await sweepVault(folder, (await filesNamed?.(platform)) ?? null);
      this.#refuseShut();
      this.#open = {
        db,
        queries,
        dek: Buffer.from(unlocked.dek),
        secrets,
        markKey,
        keyring,
        isReadOnly: isRolledBack || isOlder,
        lastMarked: (await auditHead(platform))?.seq ?? 0,
      };
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** A file put back to an earlier state is still opened, to read: the alarm must not hide a woman's record. */
  #openFile(
    keyring: Keyring,
    key: Buffer,
    lock: OwnerLock,
    mark: ReturnType<typeof readMark>['mark'],
  ): { db: Database; isRolledBack: boolean } {
    const { folder, drives, migrations } = this.#options;
    const { dbId, epoch, practice } = keyring;
    const file = join(folder, keyring.dbFile);
    const expected = { dbId, epoch, practice, newestVersion: newestVersion(migrations) };
    try {
      return {
        db: openDatabase({ file, key, mode: 'main', expected: { ...expected, mark }, drives, lock }),
        isRolledBack: false,
      };
    } catch (error) {
      if (!(error instanceof ExpectedFailure) || error.failure.reason !== 'database-rolled-back') throw error;
      const db = openDatabase({ file, key, mode: 'main', expected: { ...expected, mark: null }, drives, lock });
      return { db, isRolledBack: true };
    }
  }

  /** Compares the revision of the keyring with the database (security design §2.2); finishes an interrupted change. */
  #isOlderKeyring(db: Database, keyring: Keyring): boolean {
    const stored = Number(metaValue(db, 'keyring_revision'));
    if (keyring.revision === stored) return false;
    if (keyring.revision === stored + 1) {
      db.prepare("update meta set value = ? where key = 'keyring_revision'").run(String(keyring.revision));
      return false;
    }
    if (keyring.revision < stored) return true;
    throw fail('damaged', 'epoch-mismatch');
  }

  /**
   * Runs work in one write transaction; after the commit the high-water mark follows the audit.
   *
   * A read-only centre moves no mark: the alarm must survive the next start.
   */
  async transaction<Value>(work: (trx: Transaction<Tables>) => Promise<Value>): Promise<Value> {
    const open = this.#state();
    const { value, head } = await open.queries.transaction().execute(async (trx) => {
      const result = await work(trx);
      return { value: result, head: await auditHead(trx as unknown as Kysely<PlatformTables>) };
    });
    if (head !== null && head.seq > open.lastMarked && !open.isReadOnly) {
      open.lastMarked = head.seq;
      const mark = {
        dbId: open.keyring.dbId,
        seq: head.seq,
        hash: head.hash.toString('hex'),
        utc: instantIn(this.#options.clock),
      };
      this.#marking = this.#marking.then(() => writeMark(this.folder, open.markKey, mark));
      await this.#marking;
    }
    return value;
  }

  /**
   * Changes the archive of keys, first on disk, then its revision in the database with the caller's own work.
   *
   * An interruption between the two is finished at the next unlock.
   */
  async changeKeyring(
    change: (keyring: Keyring, dek: Buffer) => Keyring | Promise<Keyring>,
  ): Promise<(trx: Transaction<Tables>) => Promise<void>> {
    const open = this.#state();
    const changed = await change(open.keyring, open.dek);
    await writeKeyring(this.folder, changed);
    open.keyring = changed;
    return async (trx) => {
      await (trx as unknown as Transaction<PlatformTables>)
        .updateTable('meta')
        .set({ value: String(changed.revision) })
        .where('key', '=', 'keyring_revision')
        .execute();
    };
  }

  /** Closes the database and zeroes every key; the folder stays this process's until `release`. */
  async close(): Promise<void> {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    await this.#marking.catch(() => undefined);
    await open.queries.destroy();
    if (open.db.open) open.db.close();
    open.dek.fill(0);
    open.markKey.fill(0);
    clearSecrets(open.secrets);
  }

  async release(): Promise<void> {
    await this.close();
    this.#lock?.release();
    this.#lock = null;
  }
}

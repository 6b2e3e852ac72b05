/**
 * The open centre: keys and database together, from the first sign-in to the last lock.
 * Closed, it holds no key and no connection; every key Buffer is zeroed on the way out (security design §2.3).
 */
import { randomBytes } from 'node:crypto';
import { instantIn } from '../../../shared/platform/clock.ts';
import type { Phase } from '../../../shared/platform/contract.ts';
import { fail } from '../../../shared/platform/failures.ts';
import { withTrouble } from '../../../shared/platform/troubles.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { auditHead, type AuditInput } from './audit-chain.ts';
import { DataFolder } from './data-folder.ts';
import { releaseReserve } from './disk-space.ts';
import { foundRegister, type Founding, type NewCentre } from './founding.ts';
import {
  dropStagedKeyring,
  readKeyringFiles,
  stageKeyring,
  unlockAny,
  unlockAnyByRecovery,
  unlockWithRecovery,
  type Keyring,
  type StaffSlot,
} from './keyring.ts';
import {
  flushAnew,
  followKeyring,
  followMark,
  isKept,
  reopen,
  type OpenRegister,
  type Reached,
  type Work,
} from './following.ts';
import { cameIn, joinOpen, type Entered } from './join-open.ts';
import { readingOnly } from './kept-statements.ts';
import { LoginState } from './login-state.ts';
import { markKeyOf } from './mark.ts';
import { markerFor } from './marker.ts';
import type { Database } from './open-database.ts';
import { ownSlot, slotAlone } from './own-slot.ts';
import { archivesOf, forget, keepKeyring, type Trouble } from './opening.ts';
import { rotateByCopy, sweepOtherEpochs } from './rotate.ts';
import { clearSecrets, type CentreSecrets } from './secrets.ts';
import { isReady, startRegister, type StartedRegister } from './start-register.ts';
import type { StrongroomOptions } from './strongroom-options.ts';
import { isDiskFull, isDriverTrouble } from './translate-sqlite-error.ts';
import { Turns } from './turns.ts';
import { withTyped, type Typed, type TypedPerson } from './typed.ts';
import { platformOf } from './platform-tables.ts';
import { handedOn, type Trx } from './rows.ts';

export type { Founding, NewCentre } from './founding.ts';

export class Strongroom {
  readonly #options: StrongroomOptions;
  readonly #place: DataFolder;
  readonly loginState: LoginState;
  #open: OpenRegister | null = null;
  readonly #turns = new Turns();
  /** The change of the archive of keys that the running transaction has made. */
  #staged: Keyring | null = null;
  /** The running transaction ends the read-only state. */
  #isAccepting = false;

  constructor(options: StrongroomOptions) {
    this.#options = options;
    this.#place = new DataFolder(options, () => this.#open === null && !this.#turns.isKeptShut);
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

  /** Number of the last entry that the file had when it was opened. */
  get headAtOpening(): number {
    return this.#state().headAtOpening;
  }

  /** What was found at opening, until it is settled. */
  get troubles(): readonly Trouble[] {
    return this.#state().troubles;
  }

  /** Less than 500 MB are left on the disk of the record. */
  get isDiskLow(): boolean {
    return this.#place.isDiskLow;
  }

  /** Bounds of the key derivation: archives of keys outside them stay unread. */
  get policy(): KdfPolicy {
    return this.#options.policy;
  }

  /** Keeps the record closed while its files are exchanged; answers what lets go. @throws as `Turns` */
  async keepShut(): Promise<() => void> {
    this.#place.own();
    return this.#turns.keepShut(() => this.isOpen);
  }

  /** The database key, for copies; stays this object's. */
  get dek(): Buffer {
    return this.#state().dek;
  }

  #state(): OpenRegister {
    if (this.#open === null) throw fail('locked');
    return this.#open;
  }

  /** The slot of a person under a password made or typed here, at the cost of this centre; changes nothing. */
  deriveSlot(person: TypedPerson): Promise<StaffSlot> {
    return slotAlone(ownSlot(this.#state(), person, { policy: this.policy }));
  }

  /** The same for the person of the session, with the secret that goes on in it: the caller's to zero. */
  deriveOwnSlot(person: TypedPerson): Promise<{ slot: StaffSlot; secretKey: Buffer }> {
    return ownSlot(this.#state(), person, this.#options);
  }

  /** Every archive of keys that a password may open now, in the order in which `unlock` tries them. @throws as `unlock` */
  archives(): readonly Keyring[] {
    this.#place.own();
    return this.#open === null ? archivesOf(readKeyringFiles(this.folder, this.policy)) : [this.#open.keyring];
  }

  /** Where the centre stands; a closed one that has files counts as ready. */
  phase(): Phase {
    if (this.#open !== null) return isReady(this.#open) ? 'ready' : 'founding';
    return this.isEmpty() ? 'empty' : 'ready';
  }

  isEmpty(): boolean {
    return this.#place.isEmpty();
  }

  /** Reason of the failure that keeps the files closed, null when none is known before signing in. */
  blockedBy(): string | null {
    return this.#place.blockedBy(this.isOpen);
  }

  /** Mark of a practice centre; null while there is none. */
  isPractice(): boolean | null {
    return this.#open?.keyring.practice ?? this.#place.isPractice();
  }

  /** First start: keys, encrypted file, first slot; stays open with `meta.ready` 0. */
  async found(centre: NewCentre, first: AuditInput): Promise<Founding> {
    this.#place.own(centre.isPractice);
    this.#turns.refuseShut();
    if (!this.isEmpty()) throw fail('storage', 'folder-not-empty');
    const { started, founding } = await foundRegister(this.#options, centre, first);
    this.#open = this.#ready(started);
    await this.loginState.keepSlowOnly([centre.login]);
    return founding;
  }

  #ready(started: StartedRegister): OpenRegister {
    this.#place.keepReserve();
    return { ...started, marker: markerFor(this.folder, started.markKey) };
  }

  /**
   * Opens the database with one person's password, or joins the open one. Answers who it is, with this person's
   * secret: the caller's to zero. A secret in place of the password is taken over and zeroed, here and in the two below.
   * @throws wrong-secret (unknown login and wrong password alike), damaged, storage, from-the-future
   */
  unlock(login: string, typed: Typed): Promise<Entered> {
    return withTyped(this.#options, { login, typed }, (meant) => this.#unlock(login, meant));
  }

  async #unlock(login: string, typed: Typed): Promise<Entered> {
    const lock = this.#place.own();
    if (this.#open !== null) return this.#join(login, typed);
    const files = readKeyringFiles(this.folder, this.#options.policy);
    const openings = await unlockAny(archivesOf(files), login, typed, this.#options.policy);
    // Somebody else may have opened it in that second: this password is then one of several in an open record.
    if (this.isOpen) {
      forget(openings);
      return this.#join(login, typed);
    }
    if (openings.length === 0) throw fail('wrong-secret', files.isEven ? null : 'keyring-uneven');
    return this.#turns.take(async () => {
      this.#turns.refuseShut();
      const { started, ...entered } = await startRegister({ ...this.#options, lock }, openings, files);
      this.#open = this.#ready(started);
      return entered;
    });
  }

  /** A password against the record that is open; the secret is the caller's to zero. @throws wrong-secret */
  join(login: string, typed: Typed): Promise<Entered> {
    return withTyped(this.#options, { login, typed }, (meant) => this.#join(login, meant));
  }

  #join(login: string, typed: Typed): Promise<Entered> {
    return joinOpen(this.#state(), { login, typed, policy: this.#options.policy });
  }

  /** Whether the password is right, without opening anything. */
  verify(login: string, typed: Typed): Promise<boolean> {
    return cameIn(() => this.join(login, typed));
  }

  /**
   * Runs work in one write transaction; after the commit mark and archive of keys follow, and what of it fails is tried
   * again later: it never turns what is stored into an error (decision D33).
   * A read-only centre moves no mark: the alarm must survive the next start.
   */
  transaction<Value>(work: Work<Value>): Promise<Value> {
    return this.#turns.take(async () => {
      const open = this.#state();
      const { value, head } = await this.#commit(open, work);
      this.#settle(open);
      await followKeyring(this.folder, open);
      followMark(open, head, instantIn(this.#options.clock));
      return value;
    });
  }

  /** Reads without a write lock and without a mark; a statement that writes is refused. */
  read<Value>(work: Work<Value>): Promise<Value> {
    return this.#turns.take(async () => {
      const { db, queries } = this.#state();
      return readingOnly(db, () => queries.transaction().execute((trx) => work(handedOn(trx))));
    });
  }

  async #commit<Value>(open: OpenRegister, work: Work<Value>): Promise<Reached<Value>> {
    const reached: Reached<Value>[] = [];
    try {
      await open.queries.transaction().execute(async (trx) => {
        const value = await work(handedOn(trx));
        reached.push({ value, head: await auditHead(trx) });
      });
    } catch (error) {
      if (isDriverTrouble(error)) await this.#reopen(open);
      const [kept] = reached;
      const isStored = kept !== undefined && this.isOpen && isKept(open, kept.head);
      if (isStored && flushAnew(open.db)) return kept;
      // In the record, but not surely on the disk: refused, and the same call sent again finds its answer.
      if (isStored) this.#settle(open);
      if (this.#staged !== null) dropStagedKeyring(this.folder);
      this.#staged = null;
      this.#isAccepting = false;
      if (isDiskFull(error)) releaseReserve(this.folder);
      throw error;
    }
    return reached[0] as Reached<Value>;
  }

  /** What the committed transaction said of archive and state is true from now on. */
  #settle(open: OpenRegister): void {
    if (this.#staged !== null) {
      open.keyring = this.#staged;
      open.isKeyringLate = true;
    }
    if (this.#isAccepting) {
      open.isReadOnly = false;
      open.troubles = [];
      open.isKeyringLate = true;
      open.lastMarked = 0;
      open.marker.startAnew();
    }
    this.#staged = null;
    this.#isAccepting = false;
  }

  /**
   * After an error of the disk nobody knows what it kept: closed and opened again, the file itself says. Never tries a
   * failed flush again. What cannot be opened again stays closed, and its keys go.
   */
  async #reopen(open: OpenRegister): Promise<void> {
    const isOpen = await reopen(open, this.#options, () => this.#place.own());
    if (!isOpen) await this.#clear();
  }

  /**
   * Changes the archive of keys inside a transaction of this object: beside the archive on the disk before the commit,
   * inside the database with it, in its place after it. What takes time (a password) is derived before, outside.
   */
  async changeKeyring(trx: Trx, change: (keyring: Keyring, dek: Buffer) => Keyring): Promise<void> {
    const open = this.#state();
    const changed = change(this.#staged ?? open.keyring, open.dek);
    stageKeyring(this.folder, changed);
    this.#staged = changed;
    await keepKeyring(platformOf(trx), changed);
  }

  /**
   * A new database key by copy; nothing else runs meanwhile. `change` may give people other slots before.
   * @param entry What the audit says of it, inside the new file.
   * @throws damaged `rotation-differs`, storage: the record is as it was
   */
  rotate(entry: AuditInput, change: (keyring: Keyring, dek: Buffer) => Keyring = (keyring) => keyring): Promise<void> {
    return this.#turns.take(async () => {
      const open = this.#state();
      const dek = randomBytes(32);
      const source = { db: open.db, dek: open.dek, keyring: change(open.keyring, open.dek) };
      const { keyring, head } = await rotateByCopy(this.#options, source, { dek, entry });
      const markKey = markKeyOf(dek);
      const marker = markerFor(this.folder, markKey);
      marker.startAnew();
      const next = { ...open, dek, keyring, markKey, marker, isKeyringLate: true, lastMarked: 0 };
      this.#open = next;
      await open.marker.settle();
      open.dek.fill(0);
      open.markKey.fill(0);
      await this.#reopen(next);
      await followKeyring(this.folder, next);
      followMark(next, head, entry.utc);
      sweepOtherEpochs(this.folder, keyring.dbFile);
    });
  }

  /** Opens the record with the paper key, when no password does; or proves the paper against the open one. */
  async unlockByRecovery(recoveryKey: Buffer): Promise<void> {
    const lock = this.#place.own();
    if (this.#open !== null) {
      unlockWithRecovery(this.#open.keyring, recoveryKey).fill(0);
      return;
    }
    const files = readKeyringFiles(this.folder, this.#options.policy);
    const openings = unlockAnyByRecovery(archivesOf(files), recoveryKey);
    if (openings.length === 0) throw fail('wrong-secret', 'recovery-key-other');
    await this.#turns.take(async () => {
      const { started } = await startRegister({ ...this.#options, lock }, openings, files);
      this.#open = this.#ready(started);
    });
  }

  /** Found after opening that the file is not to be trusted: from the next call on it is read, not written. */
  putInDoubt(trouble: Trouble): void {
    const open = this.#state();
    open.isReadOnly = true;
    open.troubles = withTrouble(open.troubles, trouble);
  }

  /** Ends the read-only state with the caller's transaction: the file as it is counts from here on, marks included. */
  async acceptAsIs(trx: Trx): Promise<void> {
    await keepKeyring(platformOf(trx), this.#state().keyring);
    this.#isAccepting = true;
  }

  /**
   * Closes the database and zeroes every key, after what runs has ended; the folder stays this process's until `release`.
   * @param isWanted Asked when its turn has come: somebody may have signed in meanwhile.
   */
  close(isWanted: () => boolean = () => true): Promise<void> {
    return this.#turns.take(async () => {
      if (isWanted()) await this.#clear();
    });
  }

  async #clear(): Promise<void> {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    await open.marker.settle();
    await followKeyring(this.folder, open);
    await open.queries.destroy();
    if (open.db.open) open.db.close();
    open.dek.fill(0);
    open.markKey.fill(0);
    clearSecrets(open.secrets);
  }

  async release(): Promise<void> {
    await this.close();
    this.#place.release();
  }
}

/** The folder of the record, as far as it can be told without a key. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import type { Clock } from '../../../shared/platform/clock.ts';
import { instantIn } from '../../../shared/platform/clock.ts';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { isFreeFolder } from './create-database.ts';
import { freeBytesOf, isLow, keepReserve } from './disk-space.ts';
import { readKeyring } from './keyring.ts';
import { acquireOwnerLock, type OwnerLock } from './owner-lock.ts';
import { checkPlace, type DriveTable } from './paths.ts';
import { finishRestore } from './restore-in-hand.ts';

export type DataFolderOptions = {
  /** Absolute; made when missing. */
  readonly folder: string;
  readonly policy: KdfPolicy;
  readonly drives: DriveTable;
  readonly clock: Clock;
  /** Room on the disk; the system's own answer unless a test says otherwise. */
  readonly freeBytes?: (folder: string) => number | null;
};

export class DataFolder {
  readonly #options: DataFolderOptions;
  #lock: OwnerLock | null = null;

  readonly #isIdle: () => boolean;

  /**
   * @param isIdle No record of the folder is open in this process, and none is being restored.
   *
   * @throws storage `path-not-folder`
   */
  constructor(options: DataFolderOptions, isIdle: () => boolean) {
    this.#options = options;
    this.#isIdle = isIdle;
    if (!existsSync(options.folder)) mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    else if (!statSync(options.folder).isDirectory()) throw fail('storage', 'path-not-folder');
  }

  get path(): string {
    return this.#options.folder;
  }

  /**
   * Takes the folder for this process. A decided restore that the disk stopped is finished by whoever comes next, not only
   * by the next start.
   *
   * @throws storage `already-open`, `restore-not-finished`, or what makes the place unfit
   */
  own(): OwnerLock {
    checkPlace(this.path, this.#options.drives);
    if (this.#lock?.isHeld() !== true) this.#lock = acquireOwnerLock(this.path, instantIn(this.#options.clock));
    else if (this.#isIdle()) finishRestore(this.path);
    return this.#lock;
  }

  release(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  /** No register, archive of keys, mark or copy in the folder. The counter of wrong passwords is no register. */
  isEmpty(): boolean {
    return isFreeFolder(this.path);
  }

  /** Reason of the failure that keeps the files closed, null when none is known before signing in. */
  blockedBy(isOpen: boolean): string | null {
    try {
      this.own();
      if (!isOpen && !this.isEmpty()) readKeyring(this.path, this.#options.policy);
      return null;
    } catch (error) {
      if (error instanceof ExpectedFailure) return error.failure.reason ?? error.failure.code;
      throw error;
    }
  }

  /** Mark of a practice centre, from the archive of keys; null while there is none. */
  isPractice(): boolean | null {
    if (this.isEmpty()) return null;
    try {
      return readKeyring(this.path, this.#options.policy).keyring.practice;
    } catch {
      return null;
    }
  }

  /** Bytes left on its disk; null when the system does not say. */
  get freeBytes(): number | null {
    return (this.#options.freeBytes ?? freeBytesOf)(this.path);
  }

  get isDiskLow(): boolean {
    return isLow(this.freeBytes);
  }

  /** Lays the reserve aside while there is room. */
  keepReserve(): void {
    keepReserve(this.path, this.freeBytes);
  }
}

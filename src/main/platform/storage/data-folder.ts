/** The folder of the record, as far as it can be told without a key. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { instantIn, type Clock } from '../../../shared/platform/clock.ts';
import { ExpectedFailure, fail } from '../../../shared/platform/failures.ts';
import type { KdfPolicy } from '../crypto/kdf.ts';
import { isFreeFolder } from './create-database.ts';
import { freeBytesOf, isLow, keepReserve } from './disk-space.ts';
import { readKeyring } from './keyring.ts';
import { acquireOwnerLock, type OwnerLock } from './owner-lock.ts';
import { checkPlace, type DriveTable } from './paths.ts';
import { finishRestore } from './restore-in-hand.ts';

/** What is known of the folder as one of the two places of this computer. */
export type PlaceRules = {
  /** Which of the two: a register with the other mark is not opened here. */
  readonly isPractice: boolean;
  /** Reason why nothing is opened or made here, null when the place is fit. */
  readonly unfit: string | null;
  /** Reason why no register is made here that is not there yet; null when one may be. */
  readonly unfitForNew: string | null;
};

export type DataFolderOptions = {
  /** Absolute; made when missing. */
  readonly folder: string;
  readonly policy: KdfPolicy;
  readonly drives: DriveTable;
  readonly clock: Clock;
  /** Room on the disk; the system's own answer unless a test says otherwise. */
  readonly freeBytes?: (folder: string) => number | null;
  /** Left out for a folder that somebody named: it takes either mark. */
  readonly rules?: PlaceRules | undefined;
};

/**
 * Practice and real never mix.
 *
 * @param mark of a register; null when there is none, or when its keys cannot be read
 * @throws storage `path-practice-here`, `path-real-here`
 */
function refuseOtherMark(mark: boolean | null, isPracticePlace: boolean): void {
  if (mark === true && !isPracticePlace) throw fail('storage', 'path-practice-here');
  if (mark === false && isPracticePlace) throw fail('storage', 'path-real-here');
}

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
    if (this.#isUnfit) return;
    if (!existsSync(options.folder)) mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    else if (!statSync(options.folder).isDirectory()) throw fail('storage', 'path-not-folder');
  }

  get path(): string {
    return this.#options.folder;
  }

  get #isUnfit(): boolean {
    return (this.#options.rules?.unfit ?? null) !== null;
  }

  /** @param founding mark of the register that is about to be made; null when none is */
  #refuseUnfit(founding: boolean | null): void {
    const { rules } = this.#options;
    if (rules === undefined) return;
    if (rules.unfit !== null) throw fail('storage', rules.unfit);
    if (rules.unfitForNew !== null && this.isEmpty()) throw fail('storage', rules.unfitForNew);
    refuseOtherMark(founding ?? this.isPractice(), rules.isPractice);
  }

  /**
   * Takes the folder for this process. A decided restore that the disk stopped is finished by whoever comes next, not only
   * by the next start.
   *
   * @param founding mark of the register that is about to be made; null when none is
   * @throws storage `already-open`, `restore-not-finished`, or what makes the place unfit
   */
  own(founding: boolean | null = null): OwnerLock {
    this.#refuseUnfit(founding);
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
    return this.#isUnfit || isFreeFolder(this.path);
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
    return this.#isUnfit ? null : (this.#options.freeBytes ?? freeBytesOf)(this.path);
  }

  get isDiskLow(): boolean {
    return isLow(this.freeBytes);
  }

  /** Lays the reserve aside while there is room. */
  keepReserve(): void {
    keepReserve(this.path, this.freeBytes);
  }
}

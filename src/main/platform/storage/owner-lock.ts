/** One process owns a data folder (security design §3); the kernel frees the lock when the owner dies. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/platform/failures.ts';
import { openLockFile } from './open-database.ts';
import { finishRestore } from './restore-in-hand.ts';
import { sqliteCodeOf, translateSqliteError } from './translate-sqlite-error.ts';

const lockName = 'owner.lock';
const ownerName = 'owner.json';

/** Written for the person who looks why the folder is in use; nothing reads it back. */
interface Owner {
  /** Process number on this computer. */
  readonly process: number;
  /** Instant, ISO 8601. */
  readonly since: string;
}

export interface OwnerLock {
  isHeld(): boolean;
  release(): void;
}

/** The kernel's lock is what counts: a disk that refuses this note keeps nobody out. */
function noteOwner(folder: string, since: string): void {
  const owner: Owner = { process: process.pid, since };
  try {
    writeFileSync(join(folder, ownerName), JSON.stringify(owner));
  } catch {
    // Nothing reads it back.
  }
}

/**
 * Takes the folder for this process and ends a restore that was cut off after its decision. A start that fails lets go.
 *
 * @throws storage `already-open` at once when another process has it, or what the disk met
 */
export function acquireOwnerLock(folder: string, since: string): OwnerLock {
  const db = openLockFile(join(folder, lockName));
  try {
    db.exec('begin exclusive');
    finishRestore(folder);
  } catch (error) {
    db.close();
    if (/^SQLITE_(BUSY|LOCKED)/.test(sqliteCodeOf(error) ?? '')) throw fail('storage', 'already-open');
    throw translateSqliteError(error);
  }
  noteOwner(folder, since);
  return {
    isHeld: () => db.open,
    release: () => {
      if (!db.open) return;
      try {
        rmSync(join(folder, ownerName), { force: true });
      } catch {
        // Nothing reads it back.
      } finally {
        db.close();
      }
    },
  };
}

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

/** Takes the folder for this process and ends a restore that was cut off after its decision; throws `storage`/already-open at once when another one has it. */
export function acquireOwnerLock(folder: string, since: string): OwnerLock {
  const db = openLockFile(join(folder, lockName));
  try {
    db.exec('begin exclusive');
  } catch (error) {
    db.close();
    if (/^SQLITE_(BUSY|LOCKED)/.test(sqliteCodeOf(error) ?? '')) throw fail('storage', 'already-open');
    throw translateSqliteError(error);
  }
  const owner: Owner = { process: process.pid, since };
  writeFileSync(join(folder, ownerName), JSON.stringify(owner));
  try {
    finishRestore(folder);
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    isHeld: () => db.open,
    release: () => {
      if (!db.open) return;
      rmSync(join(folder, ownerName), { force: true });
      db.close();
    },
  };
}

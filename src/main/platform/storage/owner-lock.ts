/** One process owns a data folder (security design §3); the kernel frees the lock when the owner dies. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../../../shared/platform/failures.ts';
import { z } from '../../../shared/platform/zod.ts';
import { openLockFile } from './open-database.ts';
import { sqliteCodeOf, translateSqliteError } from './translate-sqlite-error.ts';

const lockName = 'owner.lock';
const ownerName = 'owner.json';

const ownerSchema = z.strictObject({
  /** Process number on this computer. */
  process: z.int().positive(),
  /** Instant, ISO 8601. */
  since: z.string().max(40),
});
export type Owner = z.infer<typeof ownerSchema>;

export interface OwnerLock {
  isHeld(): boolean;
  release(): void;
}

/** Takes the folder for this process; throws `storage`/already-open at once when another one has it. */
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
  return {
    isHeld: () => db.open,
    release: () => {
      if (!db.open) return;
      rmSync(join(folder, ownerName), { force: true });
      db.close();
    },
  };
}

/** Who has the folder and since when; null when nobody says so. A hint for the message, never a decision. */
export function readOwner(folder: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(join(folder, ownerName), 'utf8')));
  } catch {
    return null;
  }
}

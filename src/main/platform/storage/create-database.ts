/** The first start: the only place where a register comes into being. */
import { readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import { applyMigration, newestVersion, queriesOf, type Migration } from './migrate.ts';
import { applicationId, openNewFile, type Database } from './open-database.ts';
import { checkPlace, checkWritable, writeProbeName, type DriveTable } from './paths.ts';
import { asideName, clearRestore, leftByRestore } from './restore-in-hand.ts';

export interface CreateOptions {
  /** Absolute path, `registro.e1.db` in an empty data folder. */
  file: string;
  key: Buffer;
  dbId: string;
  practice: boolean;
  migrations: readonly Migration[];
  drives: DriveTable;
}

/**
 * What may lie in a folder that is still free: the lock is taken before, a refused start is logged, and a power cut may
 * bring back what was removed a moment ago.
 */
const harmless = new Set([
  ...['owner.lock', 'owner.lock-journal', 'owner.json', 'login-state.json', 'session-ends.json', 'logs'],
  // What this computer is to the others of its centre, and copies of their record that it keeps: encrypted, and nobody's own.
  ...['lan', 'copies-of-keeper'],
  writeProbeName,
]);
const halfWrittenState = /^login-state\.json\.[0-9a-f]{8}\.tmp$/;

/**
 * True when no register, archive of keys, mark or backup is there, and what a restore left that was cut off counts as
 * nothing; nor does what one put aside, which no program opens where it stands. Anything unknown counts as a register.
 */
export function isFreeFolder(folder: string): boolean {
  return standingIn(folder).length === 0;
}

/** Names of what keeps the folder from being free. */
export function standingIn(folder: string): string[] {
  const left = new Set(leftByRestore(folder));
  const isHarmless = (name: string) => harmless.has(name) || halfWrittenState.test(name) || asideName.test(name);
  return readdirSync(folder).filter((name) => !isHarmless(name) && !left.has(name));
}

/**
 * Makes the file with all tables and its identity in one transaction, and leaves it open.
 *
 * Throws `storage`/folder-not-empty when anything is there: restore is offered instead. `meta.ready` stays `0`
 * until the recovery key was typed back.
 */
export async function createDatabase(options: CreateOptions): Promise<Database> {
  const { file, key, migrations, drives } = options;
  newestVersion(migrations);
  checkPlace(dirname(file), drives);
  checkWritable(dirname(file));
  if (!isFreeFolder(dirname(file))) throw fail('storage', 'folder-not-empty');
  clearRestore(dirname(file));
  const db = openNewFile(file, key);
  try {
    await fill(db, options);
    return db;
  } catch (error) {
    db.close();
    // Ours, seconds old and without a record: leaving it would block the next attempt.
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    throw error;
  }
}

async function fill(db: Database, { dbId, practice, migrations }: CreateOptions): Promise<void> {
  const identity = { db_id: dbId, epoch: '1', keyring_revision: '1', practice: practice ? '1' : '0', ready: '0' };
  await queriesOf<unknown>(db)
    .transaction()
    .execute(async (trx) => {
      for (const migration of migrations) await applyMigration(trx, migration);
      for (const [name, value] of Object.entries(identity)) {
        await sql`insert into meta (key, value) values (${name}, ${value})`.execute(trx);
      }
      await sql.raw(`pragma application_id = ${applicationId}`).execute(trx);
    });
}

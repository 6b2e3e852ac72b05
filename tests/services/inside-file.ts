/** What somebody who has file, archive of keys and a password could do: open the record beside the program. */
import { join } from 'node:path';
import { readKeyring, unlockSlot } from '../../src/main/platform/storage/keyring.ts';
import { openDatabase, type Database } from '../../src/main/platform/storage/open-database.ts';
import { cheapKdfPolicy, passphrase } from '../support/start-application.ts';

const coordinator = { login: 'coordina', password: passphrase };

/** Runs work on the centre's file, triggers as they are; `file` null is the one of the archive of keys. */
export async function insideFile<Value>(
  folder: string,
  work: (db: Database) => Value | Promise<Value>,
  file: string | null = null,
  who: { readonly login: string; readonly password: string } = coordinator,
): Promise<Value> {
  const { keyring } = readKeyring(folder, cheapKdfPolicy);
  const { dek } = await unlockSlot(keyring, who.login, who.password, cheapKdfPolicy);
  const { dbId, epoch, practice } = keyring;
  const db = openDatabase({
    file: join(folder, file ?? keyring.dbFile),
    key: dek,
    mode: 'copy',
    expected: { dbId, epoch, practice, newestVersion: 9999, mark: null },
    drives: { isNetwork: () => false, syncFolders: () => [] },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Opening the centre of the harness beside the program. */
import { createHash, type Hash } from 'node:crypto';
import { readKeyring, unlockSlot } from '../../src/main/platform/storage/keyring.ts';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { cheapKdfPolicy, passphrase } from '../support/start-application.ts';

export const localDrives = { isNetwork: () => false, syncFolders: () => [] };

/** Key of the database by the coordinator's first password. */
export async function keyOf(data: string): Promise<Buffer> {
  const { keyring } = readKeyring(data, cheapKdfPolicy);
  return (await unlockSlot(keyring, 'coordina', passphrase, cheapKdfPolicy)).dek;
}

type Value = string | number | bigint | Uint8Array | null;

function add(hash: Hash, value: Value): void {
  if (value === null) hash.update('n');
  else if (value instanceof Uint8Array) hash.update(`b${value.length}:`).update(value);
  else hash.update(`${typeof value} ${value}\0`);
}

/**
 * SHA-256 over every row of every table and over the schema: two states with the same one hold the same.
 *
 * What `meta` keeps of the archive of keys is left out: an opening may bring it up to date.
 */
export function contentHash(db: Database): string {
  const hash = createHash('sha256');
  const schema = db.prepare('select type, name, sql from sqlite_master order by type, name');
  const objects = schema.all() as { type: string; name: string; sql: string | null }[];
  add(hash, Number(db.pragma('user_version', { simple: true })));
  for (const { type, name, sql } of objects) {
    add(hash, name);
    add(hash, sql);
    if (type !== 'table' || sql?.startsWith('CREATE VIRTUAL') === true) continue;
    const kept = name === 'meta' ? " where key not like 'keyring%'" : '';
    for (const row of db.prepare(`select * from "${name}"${kept}`).raw().iterate() as Iterable<Value[]>) {
      for (const value of row) add(hash, value);
    }
  }
  return hash.digest('hex');
}

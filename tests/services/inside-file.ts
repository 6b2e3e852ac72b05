/** What somebody who has file, archive of keys and a password could do: open the record beside the program. */
import { join } from 'node:path';
import { queriesOf } from '../../src/main/platform/storage/migrate.ts';
import { readKeyring, unlockSlot } from '../../src/main/platform/storage/keyring.ts';
import { openDatabase, type Database } from '../../src/main/platform/storage/open-database.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import { append } from '../../src/main/platform/storage/audit-chain.ts';
import { sealRecords, type RecordRef } from '../../src/main/platform/storage/record-seals.ts';
import { sealedKinds, sealedKindsAt } from '../../src/main/sealed-kinds.ts';
import type { Instant } from '../../src/shared/platform/dates.ts';
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

/** Changes one record against its triggers and seals it anew with the key of the file: no act of its case would go on. */
export async function changeSealed(
  db: Database,
  { kind, id }: { readonly kind: string; readonly id: string },
  change: () => unknown,
): Promise<void> {
  const triggers = db
    .prepare("select name, sql from sqlite_master where type = 'trigger' and tbl_name in (?, 'audit_object')")
    .all(kind) as { name: string; sql: string }[];
  for (const { name } of triggers) db.exec(`drop trigger ${name}`);
  change();
  const key = db.prepare("select value from secret where name = 'recordSealKey'").pluck().get() as Buffer;
  const [sealed] = await queriesOf<PlatformTables>(db)
    .transaction()
    .execute((trx) => sealRecords(trx, sealedKinds, key, [{ kind, id }]));
  db.prepare('update audit_object set object_seal = ? where object_kind = ? and object_id = ?').run(
    sealed?.seal,
    kind,
    id,
  );
  for (const { sql } of triggers) db.exec(sql);
}

/** Puts rows into a closed centre of any version, sealed in an audit entry as its program would have done. */
export async function insertSealed(
  folder: string,
  insert: (db: Database) => unknown,
  refs: readonly RecordRef[],
): Promise<void> {
  await insideFile(folder, async (db) => {
    insert(db);
    const key = db.prepare("select value from secret where name = 'recordSealKey'").pluck().get() as Buffer;
    const kinds = sealedKindsAt(Number(db.pragma('user_version', { simple: true })));
    await queriesOf<PlatformTables>(db)
      .transaction()
      .execute(async (trx) =>
        append(trx, {
          ...{ utc: '2026-06-10T14:00:00.000Z' as Instant, mono: 0, staffId: null, role: null, device: 'direct' },
          ...{ action: 'office.keep', objectKind: null, objectId: null, reason: null, outcome: 'ok', detail: null },
          objects: await sealRecords(trx, kinds, key, refs),
        }),
      );
  });
}

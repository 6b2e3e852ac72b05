/**
 * An insider with a password rewrites history: the file is opened beside the program with the right key, and
 * everything in it that proves something is computed again.
 */
import { createHash } from 'node:crypto';
import { auditHash, nextAuditKey, type AuditObject } from '../../../src/main/platform/storage/audit-chain.ts';
import type { KdfPolicy } from '../../../src/main/platform/crypto/kdf.ts';
import { hmac } from '../../../src/main/platform/crypto/sealing.ts';
import { markKeyOf, resetMark } from '../../../src/main/platform/storage/mark.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { readKeyring, unlockSlot } from '../../../src/main/platform/storage/keyring.ts';
import { openDatabase, type Database } from '../../../src/main/platform/storage/open-database.ts';
import type {
  AuditEntryTable,
  AuditObjectTable,
  PlatformTables,
} from '../../../src/main/platform/storage/platform-tables.ts';
import { sealRecords } from '../../../src/main/platform/storage/record-seals.ts';
import { sealWords } from '../../../src/main/platform/storage/witness.ts';
import { sealedKinds } from '../../../src/main/sealed-kinds.ts';
import { cheapKdfPolicy, passphrase } from '../../support/start-application.ts';
import { join } from 'node:path';

export type Forgery = {
  /** Raises the risk of this ficha, or of one for `any`, and renews its seal. */
  readonly caseId?: string;
  /** Puts the act of this entry on somebody else. */
  readonly authorOf?: number;
  /** Takes out this many entries from here on. */
  readonly erase?: { readonly from: number; readonly count: number };
  /** What becomes of the MACs of the entries that changed. */
  readonly macs: 'left' | 'forged';
  /** Codes that the record keeps of its own papers are written anew too. */
  readonly withKeptCodes: boolean;
};

type Queries = ReturnType<typeof queriesOf<PlatformTables>>;

async function renewSeal(queries: Queries, db: Database, kind: string, id: string): Promise<void> {
  const key = db.prepare("select value from secret where name = 'recordSealKey'").pluck().get() as Buffer;
  const [sealed] = await queries.transaction().execute((trx) => sealRecords(trx, sealedKinds, key, [{ kind, id }]));
  db.prepare(
    `update audit_object set object_seal = ? where object_kind = ? and object_id = ? and object_version is not null
     and seq = (select max(seq) from audit_object where object_kind = ? and object_id = ? and object_version is not null)`,
  ).run(sealed?.seal, kind, id, kind, id);
}

/** Every hash from the first entry on, as the program would have written it. */
function rehash(db: Database, macs: Forgery['macs']): void {
  const entries = db.prepare('select * from audit_entry order by seq').all() as AuditEntryTable[];
  const objects = db.prepare('select * from audit_object order by seq, position').all() as AuditObjectTable[];
  const bySeq = Map.groupBy(objects, ({ seq }) => seq);
  const write = db.prepare('update audit_entry set prev_hash = ?, hash = ?, mac = ? where seq = ?');
  let previous: Buffer = Buffer.alloc(32);
  let key = db.prepare('select audit_key from audit_state').pluck().get() as Buffer;
  for (const entry of entries) {
    const touched = (bySeq.get(entry.seq) ?? []).map((row): AuditObject => {
      return { kind: row.object_kind, id: row.object_id, version: row.object_version, seal: row.object_seal };
    });
    const hash = auditHash(previous, entry, touched);
    const isSame = hash.equals(entry.hash);
    const forged = macs === 'forged' && !isSame;
    write.run(previous, hash, forged ? hmac(key, hash) : entry.mac, entry.seq);
    if (forged) key = nextAuditKey(key);
    previous = hash;
  }
  db.prepare('update audit_state set head_seq = ?, head_hash = ?, audit_key = ?').run(
    entries.at(-1)?.seq,
    previous,
    key,
  );
}

const far = 1_000_000;

function erase(db: Database, { from, count }: { from: number; count: number }): void {
  // Seals that nobody renewed later go on to the entry after the gap: without them the records would be found.
  const orphans = db
    .prepare(
      `select * from audit_object o where seq >= @from and seq < @end and object_version is not null and not exists
       (select 1 from audit_object l where l.object_kind = o.object_kind and l.object_id = o.object_id
        and l.object_version is not null and l.seq >= @end)`,
    )
    .all({ from, end: from + count }) as AuditObjectTable[];
  for (const table of ['audit_object', 'audit_entry']) {
    db.prepare(`delete from ${table} where seq >= ? and seq < ?`).run(from, from + count);
    // Twice, so that no number is taken while it is still in use.
    db.prepare(`update ${table} set seq = seq + ? where seq >= ?`).run(far - count, from + count);
    db.prepare(`update ${table} set seq = seq - ? where seq >= ?`).run(far, far);
  }
  for (const [at, row] of orphans.entries()) {
    db.prepare(
      'insert into audit_object values (@seq, @position, @object_kind, @object_id, @object_version, @object_seal)',
    ).run({ ...row, seq: from, position: 900 + at });
  }
  db.prepare('update witness_sheet set seq = seq - ? where seq >= ?').run(count, from + count);
}

/** The codes of sheets and office copies, which stand in sealed records of their own. */
async function renewKeptCodes(queries: Queries, db: Database): Promise<void> {
  const hashOf = (seq: number) => {
    const found = db.prepare('select hash from audit_entry where seq = ?').pluck().get(seq) as Buffer | undefined;
    return found ?? createHash('sha256').digest();
  };
  const sheets = db.prepare('select id, seq from witness_sheet').all() as { id: string; seq: number }[];
  for (const { id, seq } of sheets) {
    db.prepare('update witness_sheet set code = ? where id = ?').run(sealWords(hashOf(seq)), id);
    await renewSeal(queries, db, 'witness_sheet', id);
  }
}

/** Whose password opens the file. */
export type Insider = { readonly login: string; readonly passphrase: string; readonly policy: KdfPolicy };
const lawyer: Insider = { login: 'legal', passphrase, policy: cheapKdfPolicy };

/** The file of a closed centre, with the triggers put back as they were. */
export async function forge(folder: string, forgery: Forgery, insider: Insider = lawyer): Promise<void> {
  const { keyring } = readKeyring(folder, insider.policy);
  const { dek } = await unlockSlot(keyring, insider.login, insider.passphrase, insider.policy);
  const { dbId, epoch, practice } = keyring;
  const expected = { dbId, epoch, practice, newestVersion: 9999, mark: null };
  const drives = { isNetwork: () => false, syncFolders: () => [] };
  const db = openDatabase({ file: join(folder, keyring.dbFile), key: dek, mode: 'copy', expected, drives });
  const queries = queriesOf<PlatformTables>(db);
  type Trigger = { name: string; sql: string };
  const triggers = db
    .prepare("select name, sql from sqlite_master where type = 'trigger' and tbl_name like 'audit%'")
    .all() as Trigger[];
  for (const { name } of triggers) db.exec(`drop trigger ${name}`);
  db.pragma('foreign_keys=OFF');
  if (forgery.caseId !== undefined) {
    const any = 'select case_id from section_b where valuation_level is not null limit 1';
    const caseId = forgery.caseId === 'any' ? db.prepare(any).pluck().get() : forgery.caseId;
    const sql = 'update section_b set valuation_level = 1 + valuation_level % 3 where case_id = ? returning id';
    const id = db.prepare(sql).pluck().get(caseId) as string;
    await renewSeal(queries, db, 'section_b', id);
  }
  if (forgery.authorOf !== undefined) {
    db.prepare(
      `update audit_entry set staff_id =
       (select id from staff_member where id is not (select staff_id from audit_entry where seq = @seq) limit 1)
       where seq = @seq`,
    ).run({ seq: forgery.authorOf });
  }
  if (forgery.erase !== undefined) erase(db, forgery.erase);
  rehash(db, forgery.macs);
  if (forgery.withKeptCodes) {
    await renewKeptCodes(queries, db);
    rehash(db, forgery.macs);
  }
  for (const { sql } of triggers) db.exec(sql);
  const head = db.prepare('select head_seq as seq, head_hash as hash from audit_state').get() as {
    seq: number;
    hash: Buffer;
  };
  db.close();
  await resetMark(folder, markKeyOf(dek), {
    dbId,
    seq: head.seq,
    hash: head.hash.toString('hex'),
    utc: '2026-06-10T15:00:00.000Z',
  });
}

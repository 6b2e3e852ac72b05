import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  append,
  auditHash,
  auditHead,
  nextAuditKey,
  proveChain,
  startSegment,
  verifyChain,
} from '../../src/main/platform/storage/audit-chain.ts';
import { migrate, queriesOf } from '../../src/main/platform/storage/migrate.ts';
import type { Migration } from '../../src/main/platform/storage/migrate.ts';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import { checkSeals, sealRecords, verifyAllSeals } from '../../src/main/platform/storage/record-seals.ts';
import { SealedFields } from '../../src/main/platform/storage/sealed-fields.ts';
import { translateSqliteError } from '../../src/main/platform/storage/translate-sqlite-error.ts';
import type { TestRegister } from './fixture.ts';
import { base, entry, inTransaction, newRegister, open, refusal, removeTempFolders } from './fixture.ts';

let register: TestRegister;
let db: Database;
beforeEach(async () => {
  register = await newRegister();
  db = open(register);
});
afterEach(() => db.close());
afterAll(removeTempFolders);

const queries = () => queriesOf<PlatformTables>(db);
const add = (action: string) => inTransaction(db, (trx) => append(trx, entry(action)));
const risk: Migration = {
  id: '0002-test-record',
  up: async (tables) => {
    await sql`create table record (id text primary key, level text, version integer not null) strict`.execute(tables);
  },
};
const kind = { kind: 'record', table: 'record', children: [] };

describe('audit chain', () => {
  it('keeps its frozen form', () => {
    const { objects: _, staffId, objectKind, objectId, ...rest } = entry('case.opened', { staffId: 'á' });
    const row = { ...rest, seq: 1, segment: 1, staff_id: staffId, object_kind: objectKind, object_id: objectId };
    const objects = [{ kind: 'case', id: '1', version: 2, seal: Buffer.alloc(32, 1) }];
    expect(auditHash(Buffer.alloc(32), row, []).toString('hex')).toMatchInlineSnapshot(
      `"201821c1ce6b014ffe09d447d7ad0decf5840240d76afd4ec1d1872b5bbce237"`,
    );
    expect(auditHash(Buffer.alloc(32), row, objects).toString('hex')).toMatchInlineSnapshot(
      `"c12e0b3e3281891bfc4abe64a27acd10ce727c49eb86de5e91a42633c16873f1"`,
    );
    expect(nextAuditKey(Buffer.alloc(32)).toString('hex')).toMatchInlineSnapshot(
      `"962618a77f066042c306b8c078af543eec3d11bcd18d4c51296e6dfd3e458593"`,
    );
  });

  it('verifies by hash always and by MAC with the start key', async () => {
    for (const action of ['a.b', 'c.d']) await add(action);
    const proven = async (segment: number, key: Buffer) => (await proveChain(queries(), [{ segment, key }])).segments;
    expect(await verifyChain(queries())).toMatchObject({ entries: 3, head: { seq: 3 } });
    expect(await proven(1, register.startKey)).toMatchObject([{ macs: 3, wrongFrom: null }]);
    expect(await proven(1, randomBytes(32))).toMatchObject([{ macs: 0, wrongFrom: 1 }]);
    const next = randomBytes(32);
    await inTransaction(db, (trx) => startSegment(trx, next, entry('segment.started')));
    await add('e.f');
    expect(await proven(2, next)).toMatchObject([{ macs: null }, { first: 4, last: 5, macs: 2, wrongFrom: null }]);
  });

  it.each([
    'update audit_entry set reason = 1',
    'delete from audit_entry',
    'insert or replace into audit_entry select * from audit_entry',
  ])('refuses: %s', (statement) => {
    expect(() => db.exec(statement)).toThrow('append-only');
  });

  it('finds an entry altered by somebody who has the key', async () => {
    await add('a.b');
    db.exec("drop trigger audit_entry_no_update; update audit_entry set action = 'x.y' where seq = 1");
    expect(await refusal(() => verifyChain(queries()))).toBe('damaged/audit-chain');
    expect(await proveChain(queries())).toMatchObject({ entries: 0, brokenAt: 1 });
  });

  it('finds entries cut off at the end', async () => {
    await add('a.b');
    db.exec('drop trigger audit_entry_no_delete; delete from audit_entry where seq = 2');
    expect(await refusal(() => verifyChain(queries()))).toBe('damaged/audit-chain');
    expect(await proveChain(queries())).toMatchObject({ entries: 1, brokenAt: 2 });
  });

  it('appends nothing to a copy whose key was removed', async () => {
    db.exec('update audit_state set audit_key = null');
    expect(await refusal(() => add('a.b'))).toBe('damaged/audit-no-key');
  });

  it.each(['file put back', 'log deleted'])('finds the rollback: %s', async (what) => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(register.file, `${register.file}.old`);
    await add('a.b');
    const head = await auditHead(queries());
    const current = readFileSync(register.file);
    db.close();
    if (what === 'file put back') copyFileSync(`${register.file}.old`, register.file);
    else writeFileSync(register.file, current);
    rmSync(`${register.file}.old`);
    const mark = { dbId: register.expected.dbId, seq: head?.seq ?? 0, hash: head?.hash.toString('hex') ?? '', utc: '' };
    expect(await refusal(() => open(register, { mark }))).toBe('damaged/database-rolled-back');
    open(register).close();
  });
});

describe('record seals', () => {
  const key = Buffer.alloc(32, 7);
  const ref = { kind: 'record', id: 'r1' };
  const save = (level: string) =>
    inTransaction(db, async (trx) => {
      await sql`insert into record values ('r1', ${level}, 1)
        on conflict (id) do update set level = excluded.level, version = version + 1`.execute(trx);
      await append(trx, entry('record.saved', { objects: await sealRecords(trx, [kind], key, [ref]) }));
    });
  const check = () => refusal(() => checkSeals(queries(), [kind], key, [ref]));
  beforeEach(async () => {
    await migrate(db, [base, risk]);
    await save('mild');
  });

  it('accepts what was sealed and finds edited, missing and extra records', async () => {
    expect(await check()).toBe('none');
    expect(await verifyAllSeals(queries(), [kind], key)).toEqual({ checked: 1, wrong: [] });
    db.exec("update record set level = 'none'");
    expect(await check()).toBe('damaged/record-seal');
    db.exec("delete from record; insert into record values ('r2', 'x', 1)");
    expect((await verifyAllSeals(queries(), [kind], key)).wrong.map((one) => one.id)).toEqual(['r1', 'r2']);
  });

  it('neither seals nor accepts a record of a kind that nobody registered', async () => {
    const stranger = [{ kind: 'stranger', id: 'r1' }];
    await expect(checkSeals(queries(), [kind], key, stranger)).rejects.toThrow('not registered');
    await expect(inTransaction(db, (trx) => sealRecords(trx, [kind], key, stranger))).rejects.toThrow('not registered');
  });

  it('finds one old page put back while the audit is current (trap F3)', async () => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    const page = Number(db.prepare("select rootpage from sqlite_master where name = 'record'").pluck().get());
    const old = readFileSync(register.file);
    await save('severe');
    db.close();
    const now = readFileSync(register.file);
    old.copy(now, (page - 1) * 4096, (page - 1) * 4096, page * 4096);
    writeFileSync(register.file, now);
    db = open(register, { newestVersion: 2 });
    expect(db.prepare('select level from record').get()).toEqual({ level: 'mild' });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    await verifyChain(queries());
    expect(await check()).toBe('damaged/record-seal');
  });
});

describe('migrate', () => {
  it('keeps the version before a failing migration, and refuses a newer file', async () => {
    const broken: Migration = {
      id: '0002-test-broken',
      up: async (tables) => {
        await risk.up(tables);
        throw new Error('broken');
      },
    };
    await expect(migrate(db, [base, broken])).rejects.toThrow('broken');
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    let asked = 0;
    const before = () => Promise.resolve(void (asked += 1));
    expect(await migrate(db, [base, risk], { before })).toEqual(['0002-test-record']);
    expect(await migrate(db, [base, risk], { before })).toEqual([]);
    expect(asked).toBe(1);
    expect(await refusal(() => migrate(db, [base]))).toBe('from-the-future/database-newer');
  });
});

describe('sealed fields and errors', () => {
  it('keeps, replaces and removes a sealed field', async () => {
    const ref = { ownerId: 'o1', name: 'attention.psychology-notes' as const };
    const round = (text: string | null) =>
      inTransaction(db, async (trx) => {
        await SealedFields.put(trx, ref, text);
        return SealedFields.get(trx, ref);
      });
    expect([await round('uno'), await round('dos'), await round(null)]).toEqual(['uno', 'dos', null]);
  });

  it('names duplicates and leaves bugs alone', () => {
    const of = (statement: string): unknown => {
      try {
        return db.exec(statement);
      } catch (error) {
        return translateSqliteError(error);
      }
    };
    expect(of("insert into meta values ('db_id', 'x')")).toMatchObject({ failure: { code: 'duplicate' } });
    expect(of('select * from nowhere')).toMatchObject({ code: 'SQLITE_ERROR' });
  });
});

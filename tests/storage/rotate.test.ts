/** The proof of a new key: what the copy does not hold as the record does is never named by the archive of keys. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { append } from '../../src/main/platform/storage/audit-chain.ts';
import { readKeyring } from '../../src/main/platform/storage/keyring.ts';
import type { Database } from '../../src/main/platform/storage/open-database.ts';
import { rotateByCopy } from '../../src/main/platform/storage/rotate.ts';
import {
  base,
  cheapPolicy,
  entry,
  inTransaction,
  listing,
  localDrives,
  newRegister,
  open,
  refusal,
  removeTempFolders,
} from './fixture.ts';

afterEach(removeTempFolders);

/** Rotates; `between` happens once the copy is made and before it is compared with the record. */
async function rotated(between: (db: Database) => Promise<unknown>) {
  const register = await newRegister();
  const { folder } = register;
  const db = open(register);
  let pending: Promise<unknown> = Promise.resolve();
  // Each opening of the copy looks at its place first: the second one is that of the proof.
  let openings = 0;
  const isNetwork = () => {
    openings += 1;
    if (openings === 2) pending = between(db);
    return false;
  };
  const parts = { folder, drives: { ...localDrives, isNetwork }, migrations: [base] };
  const source = { db, dek: register.key, keyring: register.keyring };
  const next = { dek: randomBytes(32), entry: entry('keys.rotated') };
  const keys = () => readFileSync(join(folder, 'keyring.json'));
  const before = keys();
  const end = await refusal(() => rotateByCopy(parts, source, next));
  await pending;
  db.close();
  return { end, folder, isSameKeys: keys().equals(before) };
}

describe('the copy under a new key', () => {
  it('counts when it holds what the record holds', async () => {
    const { end, folder } = await rotated(() => Promise.resolve());
    expect(end).toBe('none');
    expect(existsSync(join(folder, 'registro.e2.db'))).toBe(true);
    expect(readKeyring(folder, cheapPolicy).keyring.epoch).toBe(2);
  });

  it.each([
    [
      'a row was changed since',
      (db: Database) =>
        Promise.resolve(
          db
            .prepare(
              `insert into sealed_field (owner_kind, owner_id, field, compartment, key_version, row_version, enc, body)
               values ('person', 'x', 'address', 'reserved', 0, 1, 'none', x'00')`,
            )
            .run(),
        ),
    ],
    [
      'an entry of the audit came since',
      (db: Database) => inTransaction(db, (trx) => append(trx, entry('session.start'))),
    ],
  ])('is thrown away when %s: the record stays under its key', async (_what, between) => {
    const { end, folder, isSameKeys } = await rotated(between);
    expect(end).toBe('damaged/rotation-differs');
    expect(isSameKeys).toBe(true);
    expect(listing(folder).filter((name) => name.endsWith('.db'))).toEqual(['registro.e1.db']);
  });
});

import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { append, auditHash, proveChain, startNewSegment } from '../../../src/main/platform/storage/audit-chain.ts';
import { canonicalBytes } from '../../../src/main/platform/crypto/canonical.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import type { PlatformTables } from '../../../src/main/platform/storage/platform-tables.ts';
import { sealWords } from '../../../src/main/platform/storage/witness.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';
import { entry, inTransaction, newRegister, open, removeTempFolders } from '../../storage/fixture.ts';

afterAll(removeTempFolders);

describe('start key of a segment', () => {
  it('proves every MAC of its own segment and of no other', async () => {
    const register = await newRegister();
    const db = open(register);
    for (const action of ['a.b', 'c.d']) await inTransaction(db, (trx) => append(trx, entry(action)));
    const second = await inTransaction(db, (trx) => startNewSegment(trx, entry('backup.restored')));
    expect(second).toMatchObject({ segment: 2, head: { seq: 4 } });
    const queries = queriesOf<PlatformTables>(db);
    const proven = async (...keys: { segment: number | null; key: Buffer }[]) => {
      const { segments, strayKeys } = await proveChain(queries, keys);
      return { macs: segments.map(({ macs }) => macs), wrong: segments.map((one) => one.wrongFrom), strayKeys };
    };
    const [first, next] = [register.startKey, second.startKey];
    expect(await proven({ segment: 1, key: first })).toEqual({ macs: [3, null], wrong: [null, null], strayKeys: 0 });
    // The paper that does not say its segment finds it.
    expect(await proven({ segment: null, key: next })).toEqual({ macs: [null, 1], wrong: [null, null], strayKeys: 0 });
    expect(await proven({ segment: null, key: next }, { segment: null, key: first })).toMatchObject({ macs: [3, 1] });
    expect(await proven({ segment: 2, key: first })).toEqual({ macs: [null, 0], wrong: [null, 4], strayKeys: 0 });
    expect(await proven({ segment: null, key: randomBytes(32) })).toMatchObject({ macs: [null, null], strayKeys: 1 });
    db.close();
  });
});

describe('worked example of docs/audit.md', () => {
  it('gives the bytes and the hash that stand there', () => {
    const row = {
      seq: 1,
      segment: 1,
      utc: '2026-06-01T14:00:00.000Z' as Instant,
      mono: 250,
      staff_id: null,
      role: null,
      device: 'electron',
      action: 'case.read',
      object_kind: 'case_file',
      object_id: 'c1',
      reason: null,
      outcome: 'ok' as const,
      detail: null,
    };
    const object = { kind: 'case_file', id: 'c1', version: null, seal: null };
    const bytes = canonicalBytes([
      1,
      1,
      row.utc,
      250,
      null,
      null,
      'electron',
      'case.read',
      'case_file',
      'c1',
      null,
      'ok',
      null,
      1,
      'case_file',
      'c1',
      null,
      null,
    ]);
    const hash = auditHash(Buffer.alloc(32), row, [object]);
    expect([bytes.toString('hex'), hash.toString('hex'), sealWords(hash)]).toMatchInlineSnapshot(`
      [
        "0200000001310200000001310100000018323032362d30362d30315431343a30303a30302e3030305a0200000003323530000000000000000000000100000008656c656374726f6e0100000009636173652e726561640100000009636173655f66696c6501000000026331000000000001000000026f6b00000000000200000001310100000009636173655f66696c650100000002633100000000000000000000",
        "8411a7b8e1b349fc52442b1291c8bf5872ba36fb011b87030f8aac859ef7e5af",
        "GG8TFE71PD",
      ]
    `);
  });
});

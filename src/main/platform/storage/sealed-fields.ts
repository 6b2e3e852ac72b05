/** The only SQL that touches the content of a sealed field (security design §2.8). */
import type { Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import { decryptGcm, encryptGcm } from '../crypto/sealing.ts';
import type { CompartmentKey } from './compartments.ts';
import type { Compartment } from './keyring-format.ts';
import type { PlatformTables } from './platform-tables.ts';
import { sealedFieldNames } from './sealed-field-names.ts';
import type { KeyedFieldName, SealedFieldName } from './sealed-field-names.ts';

export interface SealedFieldRef {
  ownerId: string;
  name: SealedFieldName;
}

export interface KeyedFieldRef {
  ownerId: string;
  name: KeyedFieldName;
}

const keyed = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What the content is bound to: put under another row, field or version it does not open. */
type Place = { owner_kind: string; field: string; owner_id: string; row_version: number; key_version: number };
const aadOf = (at: Place) => [at.owner_kind, at.field, at.owner_id, at.row_version, at.key_version].join('|');

function closedBody(text: Buffer, key: Buffer, at: Place): Buffer {
  const { nonce, ct, tag } = encryptGcm(key, text, aadOf(at));
  return Buffer.concat([nonce, ct, tag]);
}

/** @throws damaged `sealed-field`: another key, another place, or changed */
function openedBody(body: Buffer, key: Buffer, at: Place): Buffer {
  const end = body.length - tagBytes;
  const box = { nonce: body.subarray(0, nonceBytes), ct: body.subarray(nonceBytes, end), tag: body.subarray(end) };
  const text = end < nonceBytes ? null : decryptGcm(key, box, aadOf(at));
  if (text === null) throw fail('damaged', 'sealed-field');
  return text;
}

function ownerAndField(name: SealedFieldName | KeyedFieldName): { owner_kind: string; field: string } {
  const [owner_kind = '', field = ''] = name.split('.');
  return { owner_kind, field };
}

/** Names of `keyedFieldNames` stand under the key of their compartment; the database's own encryption is the layer of the rest. */
export const SealedFields = {
  /** Null when nothing was written. Throws `damaged`/sealed-field for a form this version does not know. */
  async get(trx: Transaction<PlatformTables>, { ownerId, name }: SealedFieldRef): Promise<string | null> {
    const { owner_kind, field } = ownerAndField(name);
    const row = await trx
      .selectFrom('sealed_field')
      .select(['enc', 'body'])
      .where('owner_kind', '=', owner_kind)
      .where('owner_id', '=', ownerId)
      .where('field', '=', field)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.enc !== 'none') throw fail('damaged', 'sealed-field');
    return row.body.toString('utf8');
  },

  /** Null removes the field. The owner's version guards against a stale save. */
  async put(trx: Transaction<PlatformTables>, ref: SealedFieldRef, text: string | null): Promise<void> {
    const { owner_kind, field } = ownerAndField(ref.name);
    if (text === null) {
      await trx
        .deleteFrom('sealed_field')
        .where('owner_kind', '=', owner_kind)
        .where('owner_id', '=', ref.ownerId)
        .where('field', '=', field)
        .execute();
      return;
    }
    const body = Buffer.from(text, 'utf8');
    const row = { owner_kind, owner_id: ref.ownerId, field, compartment: sealedFieldNames[ref.name], body };
    await trx
      .insertInto('sealed_field')
      .values({ ...row, key_version: 0, row_version: 1, enc: 'none' })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_kind', 'owner_id', 'field'])
          .doUpdateSet((eb) => ({ body, row_version: eb('sealed_field.row_version', '+', 1) })),
      )
      .execute();
  },

  /** Content under the key of its compartment; null when nothing was written. @throws damaged `sealed-field` */
  async open(trx: Transaction<PlatformTables>, ref: KeyedFieldRef, held: CompartmentKey): Promise<string | null> {
    const { owner_kind, field } = ownerAndField(ref.name);
    const row = await trx
      .selectFrom('sealed_field')
      .selectAll()
      .where('owner_kind', '=', owner_kind)
      .where('owner_id', '=', ref.ownerId)
      .where('field', '=', field)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.enc !== keyed || row.key_version !== held.version) throw fail('damaged', 'sealed-field');
    const text = openedBody(row.body, held.key, row);
    try {
      return text.toString('utf8');
    } finally {
      text.fill(0);
    }
  },

  /** Writes it under that key, a new nonce each time. */
  async close(
    trx: Transaction<PlatformTables>,
    { ownerId, name }: KeyedFieldRef,
    { text, held }: { readonly text: string; readonly held: CompartmentKey },
  ): Promise<void> {
    const { owner_kind, field } = ownerAndField(name);
    const before = await trx
      .selectFrom('sealed_field')
      .select('row_version')
      .where('owner_kind', '=', owner_kind)
      .where('owner_id', '=', ownerId)
      .where('field', '=', field)
      .executeTakeFirst();
    const row_version = (before?.row_version ?? 0) + 1;
    const at = { owner_kind, field, owner_id: ownerId, row_version, key_version: held.version };
    const plain = Buffer.from(text, 'utf8');
    const body = closedBody(plain, held.key, at);
    plain.fill(0);
    await trx
      .insertInto('sealed_field')
      .values({ ...at, compartment: sealedFieldNames[name], enc: keyed, body })
      .onConflict((conflict) =>
        conflict
          .columns(['owner_kind', 'owner_id', 'field'])
          .doUpdateSet({ row_version, key_version: held.version, enc: keyed, body }),
      )
      .execute();
  },

  async remove(trx: Transaction<PlatformTables>, { ownerId, name }: KeyedFieldRef): Promise<void> {
    const { owner_kind, field } = ownerAndField(name);
    await trx
      .deleteFrom('sealed_field')
      .where('owner_kind', '=', owner_kind)
      .where('owner_id', '=', ownerId)
      .where('field', '=', field)
      .execute();
  },

  /** Whether anything stands under a key of this compartment: it must not be given a new one over it. */
  async hasKeyed(trx: Transaction<PlatformTables>, compartment: Compartment): Promise<boolean> {
    const row = await trx
      .selectFrom('sealed_field')
      .select('owner_id')
      .where('compartment', '=', compartment)
      .where('enc', '=', keyed)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  /** All of a compartment from one key to the next. @throws damaged `sealed-field`: then nothing is changed */
  async renew(
    trx: Transaction<PlatformTables>,
    compartment: Compartment,
    { from, to }: { readonly from: CompartmentKey; readonly to: CompartmentKey },
  ): Promise<number> {
    const rows = await trx
      .selectFrom('sealed_field')
      .selectAll()
      .where('compartment', '=', compartment)
      .where('enc', '=', keyed)
      .execute();
    for (const row of rows) {
      if (row.key_version !== from.version) throw fail('damaged', 'sealed-field');
      const at = { ...row, row_version: row.row_version + 1, key_version: to.version };
      const text = openedBody(row.body, from.key, row);
      const body = closedBody(text, to.key, at);
      text.fill(0);
      await trx
        .updateTable('sealed_field')
        .set({ row_version: at.row_version, key_version: at.key_version, body })
        .where('owner_kind', '=', row.owner_kind)
        .where('owner_id', '=', row.owner_id)
        .where('field', '=', row.field)
        .execute();
    }
    return rows.length;
  },
};

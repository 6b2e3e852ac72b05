/** The only SQL that touches the content of a sealed field (security design §2.8). */
import type { Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import { decryptGcm, encryptGcm } from '../crypto/sealing.ts';
import type { CompartmentKey } from './compartments.ts';
import type { Compartment } from './keyring-format.ts';
import type { PlatformTables } from './platform-tables.ts';
import { changeRows, dropRows, findRow, handedOn, hasRow, putRow, rowsOf, tablesOf, valueIn } from './rows.ts';
import { sealedFieldNames, type KeyedFieldName, type SealedFieldName } from './sealed-field-names.ts';

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

/** The columns that say which row it is. */
function rowAt({ ownerId, name }: SealedFieldRef | KeyedFieldRef) {
  const [owner_kind = '', field = ''] = name.split('.');
  return { owner_kind, owner_id: ownerId, field };
}
const over = ['owner_kind', 'owner_id', 'field'] as const;

const fieldsIn = (trx: Transaction<PlatformTables>) => tablesOf<Pick<PlatformTables, 'sealed_field'>>()(handedOn(trx));

/** Names of `keyedFieldNames` stand under the key of their compartment; the database's own encryption is the layer of the rest. */
export const SealedFields = {
  /** Null when nothing was written. Throws `damaged`/sealed-field for a form this version does not know. */
  async get(trx: Transaction<PlatformTables>, ref: SealedFieldRef): Promise<string | null> {
    const row = await findRow(fieldsIn(trx), 'sealed_field', rowAt(ref));
    if (row === undefined) return null;
    if (row.enc !== 'none') throw fail('damaged', 'sealed-field');
    return row.body.toString('utf8');
  },

  /** Null removes the field. The owner's version guards against a stale save. */
  async put(trx: Transaction<PlatformTables>, ref: SealedFieldRef, text: string | null): Promise<void> {
    if (text === null) {
      await dropRows(fieldsIn(trx), 'sealed_field', rowAt(ref));
      return;
    }
    const body = Buffer.from(text, 'utf8');
    const row = { ...rowAt(ref), compartment: sealedFieldNames[ref.name], body };
    await trx
      .insertInto('sealed_field')
      .values({ ...row, key_version: 0, row_version: 1, enc: 'none' })
      .onConflict((conflict) =>
        conflict.columns(over).doUpdateSet((eb) => ({ body, row_version: eb('sealed_field.row_version', '+', 1) })),
      )
      .execute();
  },

  /** Content under the key of its compartment; null when nothing was written. @throws damaged `sealed-field` */
  async open(trx: Transaction<PlatformTables>, ref: KeyedFieldRef, held: CompartmentKey): Promise<string | null> {
    const row = await findRow(fieldsIn(trx), 'sealed_field', rowAt(ref));
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
    ref: KeyedFieldRef,
    { text, held }: { readonly text: string; readonly held: CompartmentKey },
  ): Promise<void> {
    const before = await valueIn(fieldsIn(trx), 'sealed_field.row_version', rowAt(ref));
    const next = { row_version: (before ?? 0) + 1, key_version: held.version };
    const at = { ...rowAt(ref), ...next };
    const plain = Buffer.from(text, 'utf8');
    const body = closedBody(plain, held.key, at);
    plain.fill(0);
    const row = { ...at, compartment: sealedFieldNames[ref.name], enc: keyed, body } as const;
    await putRow(fieldsIn(trx), 'sealed_field', row, { over, change: { ...next, enc: keyed, body } });
  },

  async remove(trx: Transaction<PlatformTables>, ref: KeyedFieldRef): Promise<void> {
    await dropRows(fieldsIn(trx), 'sealed_field', rowAt(ref));
  },

  /** Whether anything stands under a key of this compartment: it must not be given a new one over it. */
  hasKeyed(trx: Transaction<PlatformTables>, compartment: Compartment): Promise<boolean> {
    return hasRow(fieldsIn(trx), 'sealed_field', { compartment, enc: keyed });
  },

  /** All of a compartment from one key to the next. @throws damaged `sealed-field`: then nothing is changed */
  async renew(
    trx: Transaction<PlatformTables>,
    compartment: Compartment,
    { from, to }: { readonly from: CompartmentKey; readonly to: CompartmentKey },
  ): Promise<number> {
    const rows = await rowsOf(fieldsIn(trx), 'sealed_field', { compartment, enc: keyed });
    for (const row of rows) {
      if (row.key_version !== from.version) throw fail('damaged', 'sealed-field');
      const at = { ...row, row_version: row.row_version + 1, key_version: to.version };
      const text = openedBody(row.body, from.key, row);
      const body = closedBody(text, to.key, at);
      text.fill(0);
      const { owner_kind, owner_id, field } = row;
      const change = { row_version: at.row_version, key_version: at.key_version, body };
      await changeRows(fieldsIn(trx), 'sealed_field', { owner_kind, owner_id, field }, change);
    }
    return rows.length;
  },
};

/** The only SQL that touches the content of a sealed field (security design §2.8). */
import type { Transaction } from 'kysely';
import { fail } from '../../../shared/platform/failures.ts';
import type { PlatformTables } from './platform-tables.ts';
import { sealedFieldNames } from './sealed-field-names.ts';
import type { SealedFieldName } from './sealed-field-names.ts';

export interface SealedFieldRef {
  ownerId: string;
  name: SealedFieldName;
}

function ownerAndField(name: SealedFieldName): { owner_kind: string; field: string } {
  const [owner_kind = '', field = ''] = name.split('.');
  return { owner_kind, field };
}

/** Today the database's own encryption is the only layer (`enc` = none); the compartment is recorded already. */
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
};

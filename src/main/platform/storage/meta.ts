/** Single values that the record keeps of itself, by name. */
import { platformOf } from './platform-tables.ts';
import type { Trx } from './rows.ts';

/** Null where there is none. */
export async function metaOf(trx: Trx, key: string): Promise<string | null> {
  const row = await platformOf(trx).selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeMeta(trx: Trx, key: string, value: string): Promise<void> {
  await platformOf(trx)
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

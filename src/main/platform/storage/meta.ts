/** Single values that the record keeps of itself, by name. */
import type { PlatformTables } from './platform-tables.ts';
import { putRow, tablesOf, valueIn, type Trx } from './rows.ts';

const tablesIn = tablesOf<Pick<PlatformTables, 'meta'>>();

/** Null where there is none. */
export const metaOf = async (trx: Trx, key: string): Promise<string | null> =>
  (await valueIn(tablesIn(trx), 'meta.value', { key })) ?? null;

export const writeMeta = (trx: Trx, key: string, value: string): Promise<void> =>
  putRow(tablesIn(trx), 'meta', { key, value }, { over: ['key'] });

import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf } from '../platform/storage/rows.ts';

/** It keeps nothing of its own. */
export const tablesIn = tablesOf<unknown, Pick<PlatformTables, 'audit_entry'>>();
export type { Trx } from '../platform/storage/rows.ts';

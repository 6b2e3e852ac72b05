import type { HistoryOpened } from '../history/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf } from '../platform/storage/rows.ts';

/** It keeps nothing of its own: the history is what the other domains keep. */
export const tablesIn = tablesOf<
  unknown,
  HistoryOpened & IntakeOpened & Pick<PlatformTables, 'audit_entry' | 'audit_object'>
>();
export type { Trx, Use } from '../platform/unit.ts';

import type { IntakeOpened } from '../intake/index.ts';
import type { RiskOpened } from '../risk/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';

/** It keeps nothing of its own: the figures are what the other domains keep. */
export const tablesIn = tablesOf<unknown, IntakeOpened & RiskOpened>();
export type { Trx, Use } from '../platform/unit.ts';

/** What prevention is asked of the months, which stand above it. */
import type { Month } from '../../shared/platform/dates.ts';
import { Above } from '../platform/above.ts';
import type { Trx } from './tables.ts';

export const abovePrevention = new Above<{
  /** In order. */
  closedMonths(trx: Trx): Promise<Month[]>;
}>();

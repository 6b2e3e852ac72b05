import type { CallResult } from '../../shared/contact/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import { tablesOf, type OfCase, type By } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type ContactTables = {
  call_attempt: OfCase<Id<'CallId'>> &
    By<'started'> & {
      number_mask: string;
      ended_at: Instant | null;
      /** Null: it is running, or nobody said how it ended. */
      result: CallResult | null;
      said: string | null;
      next_on: CivilDate | null;
      next_time: string | null;
      has_withdrawn: 0 | 1;
      attention_id: string | null;
    };
};
export type CallRow = ContactTables['call_attempt'];

export const tablesIn = tablesOf<ContactTables>();

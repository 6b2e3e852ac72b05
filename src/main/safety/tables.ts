import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Id } from '../../shared/platform/ids.ts';
import type { SafetyPresent, SafetyTopic } from '../../shared/safety/index.ts';
import { tablesOf, type OfCase, type By } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type SafetyTables = {
  /** One version of the plan; what she said stands in sealed fields. */
  safety_plan: OfCase<Id<'SafetyPlanId'>> &
    By<'made'> & {
      number: number;
      carries_card: 0 | 1;
      reread_on: CivilDate;
      present: SafetyPresent;
    };
  safety_plan_card: { plan_id: string; topic: SafetyTopic; words: string };
  safety_plan_phone: { plan_id: string; position: number; name: string; number: string };
  safety_reading: OfCase<Id<'SafetyReadingId'>> &
    By<'read'> & {
      plan_id: string;
    };
};

export const tablesIn = tablesOf<SafetyTables>();

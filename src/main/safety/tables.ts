import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import type { SafetyPresent, SafetyTopic } from '../../shared/safety/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type SafetyTables = {
  /** One version of the plan; what she said stands in sealed fields. */
  safety_plan: {
    id: Id<'SafetyPlanId'>;
    case_id: CaseId;
    number: number;
    carries_card: 0 | 1;
    reread_on: CivilDate;
    present: SafetyPresent;
    made_by: string;
    made_at: Instant;
    version: number;
  };
  safety_plan_card: { plan_id: string; topic: SafetyTopic; words: string };
  safety_plan_phone: { plan_id: string; position: number; name: string; number: string };
  safety_reading: {
    id: Id<'SafetyReadingId'>;
    case_id: CaseId;
    plan_id: string;
    read_by: string;
    read_at: Instant;
    version: number;
  };
};

export const tablesIn = tablesOf<SafetyTables>();

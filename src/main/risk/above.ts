/** What the valuation of risk is asked of care, the proceedings and the plan. */
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { SameDayFact, SameDayKind } from '../../shared/risk/index.ts';
import { Above } from '../platform/above.ts';
import type { Trx, Use } from './tables.ts';

export const aboveRisk = new Above<{
  /** Days on which a breach of the measures was told, newest first. */
  breachDays(trx: Trx, caseId: CaseId): Promise<CivilDate[]>;
  planAnswered(
    unit: Use,
    caseId: CaseId,
    answered: { facts: readonly SameDayFact[]; kind: SameDayKind },
  ): Promise<void>;
}>();

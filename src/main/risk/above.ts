/** What the valuation of risk is asked of care and the proceedings. */
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { Above } from '../platform/above.ts';
import type { Trx } from './tables.ts';

export const aboveRisk = new Above<{
  /** Days on which a breach of the measures was told, newest first. */
  breachDays(trx: Trx, caseId: CaseId): Promise<CivilDate[]>;
}>();

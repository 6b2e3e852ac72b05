/** How the safety plan of one case stands; null while none was made. */
import { safetyStanding, type SafetyStanding } from '../../shared/safety/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { sameDayAnswersAmong, valuedAt } from '../risk/index.ts';
import { plansByCase } from './repository.ts';
import type { Trx } from './tables.ts';

export async function safetyStandingOf(trx: Trx, caseId: CaseId): Promise<SafetyStanding | null> {
  const plan = (await plansByCase(trx, [caseId])).get(caseId);
  if (plan === undefined) return null;
  const valued = (await valuedAt(trx, [caseId])).get(caseId);
  return safetyStanding(plan, { valuedAt: valued, answers: await sameDayAnswersAmong(trx, [caseId]) });
}

/** What the rules propose for a case and nobody put in its plan or put aside. */
import { planProposalTable, proposalsOf, type Proposal } from '../../shared/plan/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { readRules } from '../rulebook/index.ts';
import { listSteps } from './repository.ts';
import type { Trx } from './tables.ts';
import { whatHolds, workAmong } from './work.ts';

export async function proposalsOpen(trx: Trx, caseId: CaseId, today: CivilDate): Promise<Proposal[]> {
  const work = (await workAmong(trx, [caseId]))(caseId);
  return proposalsOf({
    rows: await readRules(trx, planProposalTable),
    known: new Set((await listSteps(trx, [caseId])).map(({ action }) => action)),
    ...{ today, work, holds: await whatHolds(trx, caseId, work) },
  });
}

/** Steps and agreements of the plan of a case. */
import type { CaseId } from '../../shared/platform/ids.ts';
import { findRow, rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type PlanTables, type StepRow, type Trx } from './tables.ts';

/** In the order in which they were put. */
export async function listSteps(trx: Trx, caseIds: readonly CaseId[]): Promise<StepRow[]> {
  return rowsOf(tablesIn(trx), 'plan_step', { case_id: caseIds }, 'put_at', 'id');
}

/** The newest; undefined while nothing was agreed. */
export async function newestAgreement(trx: Trx, caseId: CaseId): Promise<PlanTables['plan_agreement'] | undefined> {
  return findRow(tablesIn(trx), 'plan_agreement', { case_id: caseId }, 'made_at desc');
}

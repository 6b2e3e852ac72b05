/** Steps and agreements of the plan of a case. */
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { rowOf, rowsOf, updateVersioned } from '../platform/storage/rows.ts';
import { tablesIn, type PlanTables, type StepRow, type Trx } from './tables.ts';

/** In the order in which they were put. */
export async function listSteps(trx: Trx, caseIds: readonly CaseId[]): Promise<StepRow[]> {
  return rowsOf(tablesIn(trx), 'plan_step', { case_id: caseIds }, 'put_at', 'id');
}

export async function getStep(trx: Trx, caseId: CaseId, id: Id<'PlanStepId'>): Promise<StepRow> {
  return rowOf(tablesIn(trx), 'plan_step', { id, case_id: caseId });
}

export async function insertStep(trx: Trx, row: StepRow): Promise<void> {
  await tablesIn(trx).insertInto('plan_step').values(row).execute();
}

export async function updateStep(trx: Trx, row: StepRow, change: Partial<StepRow>): Promise<void> {
  await updateVersioned(tablesIn(trx), 'plan_step', row, change);
}

export async function insertAgreement(trx: Trx, row: PlanTables['plan_agreement']): Promise<void> {
  await tablesIn(trx).insertInto('plan_agreement').values(row).execute();
}

/** The newest; undefined while nothing was agreed. */
export async function newestAgreement(trx: Trx, caseId: CaseId): Promise<PlanTables['plan_agreement'] | undefined> {
  return tablesIn(trx)
    .selectFrom('plan_agreement')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

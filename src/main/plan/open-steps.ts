/** Steps that nobody has done yet, for «Lo que sigue». */
import type { Service } from '../../shared/access/index.ts';
import type { PlanAction } from '../../shared/intake/index.ts';
import { evidenceOf } from '../../shared/plan/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { listStaff } from '../access/index.ts';
import { listSteps, newestAgreement } from './repository.ts';
import { personOf, stepLabel } from './service.ts';
import type { StepRow, Trx } from './tables.ts';
import { workAmong } from './work.ts';

export type OpenStep = {
  readonly caseId: CaseId;
  readonly action: PlanAction;
  readonly label: string;
  readonly service: Service;
  /** Null: whoever of the service attends her. */
  readonly staffId: string | null;
  readonly dueOn: CivilDate;
};

/** Planned, with a day, and shown as done by nothing. */
export async function openSteps(trx: Trx, caseIds: readonly CaseId[]): Promise<OpenStep[]> {
  const rows = (await listSteps(trx, caseIds)).filter(({ state, due_on: due }) => state === 'planned' && due !== null);
  if (rows.length === 0) return [];
  const work = await workAmong(trx, [...new Set(rows.map(({ case_id: id }) => id))]);
  const staff = await listStaff(trx);
  return rows.flatMap((row) => {
    const { case_id: caseId, action, service, due_on: dueOn } = row;
    if (dueOn === null || evidenceOf(action, work(caseId)) !== null) return [];
    // Of somebody who is no longer there it is the turn of her service.
    const staffId = personOf(row, staff)?.id ?? null;
    return [{ caseId, action, label: stepLabel(row), service, staffId, dueOn }];
  });
}

/** What the steps of a case that nothing shows as done are called, with a day or without. */
export async function stepsLeft(trx: Trx, caseId: CaseId): Promise<string[]> {
  const work = (await workAmong(trx, [caseId]))(caseId);
  return (await listSteps(trx, [caseId]))
    .filter(({ state, action }) => state === 'planned' && evidenceOf(action, work) === null)
    .map((row) => stepLabel(row));
}

/** Of these cases those whose plan was put and has nothing left to do. */
export async function plansFulfilled(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlySet<CaseId>> {
  const byCase = Map.groupBy(await listSteps(trx, caseIds), ({ case_id: id }) => id);
  if (byCase.size === 0) return new Set();
  const work = await workAmong(trx, [...byCase.keys()]);
  const isLeft = ({ case_id: id, state, action }: StepRow) =>
    state === 'planned' && evidenceOf(action, work(id)) === null;
  return new Set([...byCase].flatMap(([id, steps]) => (steps.some(isLeft) ? [] : [id])));
}

export async function isPlanAgreed(trx: Trx, caseId: CaseId): Promise<boolean> {
  return (await newestAgreement(trx, caseId)) !== undefined;
}

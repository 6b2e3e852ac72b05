/** Steps that nobody has done yet, for «Lo que sigue». */
import type { Service } from '../../shared/access/index.ts';
import { evidenceOf } from '../../shared/plan/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { listSteps } from './repository.ts';
import { stepLabel } from './service.ts';
import type { Trx } from './tables.ts';
import { workAmong } from './work.ts';

export type OpenStep = {
  readonly caseId: CaseId;
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
  return rows.flatMap((row) => {
    if (row.due_on === null || evidenceOf(row.action, work(row.case_id)) !== null) return [];
    return [
      { caseId: row.case_id, label: stepLabel(row), service: row.service, staffId: row.staff_id, dueOn: row.due_on },
    ];
  });
}

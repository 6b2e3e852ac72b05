import type { Service } from '../../shared/access/index.ts';
import type { PlanAction } from '../../shared/intake/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Id, StaffId } from '../../shared/platform/ids.ts';
import type { StepState } from '../../shared/plan/index.ts';
import type { IntakeOpened } from '../intake/index.ts';
import { tablesOf, type OfCase, type By } from '../platform/storage/rows.ts';

export type { Trx, Use } from '../platform/unit.ts';

export type PlanTables = {
  plan_step: OfCase<Id<'PlanStepId'>> &
    By<'put'> & {
      action: PlanAction;
      words: string | null;
      service: Service;
      staff_id: StaffId | null;
      due_on: CivilDate | null;
      state: StepState;
      done_on: CivilDate | null;
      note: string | null;
      agreement_id: string | null;
      /** Whether it ticked its action in Section E: what was ticked before it stays. */
      has_ticked: 0 | 1;
    };
  plan_agreement: OfCase<Id<'PlanAgreementId'>> &
    By<'made'> & {
      agreed_on: CivilDate;
      refused: string | null;
    };
};
export type StepRow = PlanTables['plan_step'];

export const tablesIn = tablesOf<PlanTables, Pick<IntakeOpened, 'case_file'>>();

/** What was answered to a fact that cannot wait is a step of the plan from that moment (D14). */
import { planServices, type PlanAction } from '../../shared/intake/index.ts';
import { sameDayAsks, stepOfAnswer } from '../../shared/plan/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { SameDayFact, SameDayKind } from '../../shared/risk/index.ts';
import { tickPlanAction } from '../intake/index.ts';
import { listSteps } from './repository.ts';
import { placeStep } from './service.ts';
import { updateVersioned } from '../platform/storage/rows.ts';
import { tablesIn, type StepRow, type Use } from './tables.ts';

type Answered = { readonly facts: readonly SameDayFact[]; readonly kind: SameDayKind };

/** What had been set aside is asked for after all. */
async function takeUp(unit: Use, row: StepRow): Promise<void> {
  const isNew = await tickPlanAction(unit, row.case_id, row);
  const again = { state: 'planned', note: null, due_on: unit.today, agreement_id: null } as const;
  await updateVersioned(tablesIn(unit.trx), 'plan_step', row, { ...again, has_ticked: isNew ? 1 : 0 });
  unit.touch('plan_step', row.id);
}

/** Puts each action once: what the plan has already stays as it is, and the work closes it. */
export async function planAnswered(unit: Use, caseId: CaseId, { facts, kind }: Answered): Promise<void> {
  // What the fact asks for stands in the plan whatever was done first: a measure of safety is no kit.
  const actions = new Set(
    facts.flatMap((fact): PlanAction[] => {
      const step = stepOfAnswer(fact, kind);
      return step === null ? [] : [step.action, sameDayAsks[fact]];
    }),
  );
  const steps = await listSteps(unit.trx, [caseId]);
  for (const action of actions) {
    const known = steps.find((one) => one.action === action);
    if (known === undefined) {
      const service = planServices[action] ?? 'psychology';
      await placeStep(unit, caseId, { action, words: null, service, staffId: null, dueOn: unit.today });
    } else if (known.state === 'notApplicable') {
      await takeUp(unit, known);
    }
  }
}

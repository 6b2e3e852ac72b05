/** The plan of a case: read with what the work shows, changed by the team, agreed with her. */
import { serviceLabels, servicesOf } from '../../shared/access/index.ts';
import { planActions, type PlanAction } from '../../shared/intake/index.ts';
import {
  evidenceOf,
  isMarkedByWork,
  planActionCodes,
  planProposalTable,
  proposalsOf,
  type planContract,
  type PlanStep,
  type PlanWork,
} from '../../shared/plan/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { listStaff, staffNames } from '../access/index.ts';
import { refuseClosedCase, tickPlanActions, untickPlanAction } from '../intake/index.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { readRules } from '../rulebook/index.ts';
import { getStep, insertAgreement, insertStep, listSteps, newestAgreement, updateStep } from './repository.ts';
import type { StepRow, Trx } from './tables.ts';
import { typedActions, whatHolds, workAmong } from './work.ts';

type Use = Unit<Trx>;
type Contract = typeof planContract;

/** What a step is called. */
export const stepLabel = ({ action, words }: Pick<StepRow, 'action' | 'words'>): string =>
  words ?? planActions[action].label;

export function stepView(row: StepRow, work: PlanWork, names: ReadonlyMap<string, string>): PlanStep {
  const evidence = row.state === 'planned' ? evidenceOf(row.action, work) : null;
  return {
    ...{ id: row.id, action: row.action, label: stepLabel(row), service: row.service, staffId: row.staff_id },
    who: row.staff_id === null ? serviceLabels[row.service] : (names.get(row.staff_id) ?? ''),
    ...{ dueOn: row.due_on, state: evidence === null ? row.state : 'done', evidence, version: row.version },
    ...{ doneOn: evidence?.on ?? row.done_on, note: row.note, isByHand: !isMarkedByWork(row.action) },
    isAgreed: row.agreement_id !== null,
  };
}

/** The earliest first, then in the order of the form. */
function byDay(one: PlanStep, other: PlanStep): number {
  const key = ({ dueOn, action, label }: PlanStep) =>
    `${dueOn ?? '9999'} ${String(planActionCodes.indexOf(action)).padStart(2, '0')} ${label}`;
  return key(one) < key(other) ? -1 : 1;
}

async function get(unit: Use, { caseId }: { readonly caseId: CaseId }): Promise<OutputOf<Contract['getPlan']>> {
  const { trx, today } = unit;
  const rows = await listSteps(trx, [caseId]);
  const work = (await workAmong(trx, [caseId]))(caseId);
  const names = await staffNames(trx);
  const known = new Set(rows.map(({ action }) => action));
  const proposed = proposalsOf({
    rows: await readRules(trx, planProposalTable),
    ...{ today, known, work, holds: await whatHolds(trx, caseId, work) },
  });
  const agreement = await newestAgreement(trx, caseId);
  unit.note({ steps: rows.length, proposals: proposed.length });
  return {
    steps: rows.map((row) => stepView(row, work, names)).toSorted(byDay),
    proposals: proposed.map((one) => ({ ...one, why: [...one.why], label: planActions[one.action].label })),
    typed: (await typedActions(trx, caseId)).filter((action) => !known.has(action)),
    agreement:
      agreement === undefined
        ? null
        : {
            ...{ on: agreement.agreed_on, by: names.get(agreement.made_by) ?? '', refused: agreement.refused },
            at: agreement.made_at,
          },
    staff: (await listStaff(trx))
      .filter(({ state, roles }) => state === 'active' && servicesOf(roles).length > 0)
      .map(({ id, fullName, roles }) => ({ id, name: fullName, services: servicesOf(roles) })),
    today,
  };
}

/** @throws rule-broken `plan-staff-unknown` */
async function checkStaff(trx: Trx, staffId: StaffId | null): Promise<void> {
  if (staffId === null) return;
  const known = (await listStaff(trx)).some(({ id, state }) => id === staffId && state === 'active');
  if (!known) throw failAt('staffId', 'Elija a una persona activa del servicio.', 'plan-staff-unknown');
}

/** @throws duplicate `plan-step-twice` */
async function refuseTwice(trx: Trx, caseId: CaseId, action: PlanAction): Promise<void> {
  if (action === 'other') return;
  const known = (await listSteps(trx, [caseId])).some((row) => row.action === action);
  if (known) throw fail('duplicate', 'plan-step-twice');
}

function blankRow(unit: Use, caseId: CaseId, action: PlanAction): StepRow {
  return {
    ...{ id: unit.newId<'PlanStepId'>(), case_id: caseId, action, words: null, service: 'psychology' },
    ...{ staff_id: null, due_on: null, state: 'planned', done_on: null, note: null, agreement_id: null },
    ...{ put_by: unit.session.staffId, put_at: unit.now, has_ticked: 0, version: 1 },
  };
}

async function put(unit: Use, { caseId, step }: InputOf<Contract['putPlanStep']>) {
  await refuseClosedCase(unit.trx, caseId);
  if (step.dueOn !== null && step.dueOn < unit.today)
    throw failAt('step.dueOn', 'La fecha no puede haber pasado.', 'plan-due-past');
  await checkStaff(unit.trx, step.staffId);
  await refuseTwice(unit.trx, caseId, step.action);
  const row = {
    ...blankRow(unit, caseId, step.action),
    ...{ words: step.words, service: step.service, staff_id: step.staffId, due_on: step.dueOn },
  };
  const [isNew] = await tickPlanActions(unit, caseId, [row]);
  await insertStep(unit.trx, { ...row, has_ticked: isNew === true ? 1 : 0 });
  unit.touch('plan_step', row.id);
  unit.note({ action: step.action, service: step.service });
  return { stepId: row.id };
}

async function decline(unit: Use, { caseId, action, note }: InputOf<Contract['declinePlanAction']>) {
  await refuseClosedCase(unit.trx, caseId);
  await refuseTwice(unit.trx, caseId, action);
  const row: StepRow = { ...blankRow(unit, caseId, action), state: 'notApplicable', note };
  await insertStep(unit.trx, row);
  unit.touch('plan_step', row.id);
  unit.note({ action });
  return { stepId: row.id };
}

/** Section E follows what applies; answers whether the tick there is the plan's. */
async function ticked(unit: Use, row: StepRow, state: StepRow['state']): Promise<0 | 1> {
  const [was, is] = [row.state !== 'notApplicable', state !== 'notApplicable'];
  if (was === is) return row.has_ticked;
  if (is) return (await tickPlanActions(unit, row.case_id, [row])).includes(true) ? 1 : 0;
  if (row.has_ticked === 1) await untickPlanAction(unit, row.case_id, row);
  return 0;
}

async function change(unit: Use, input: InputOf<Contract['changePlanStep']>) {
  const { caseId, stepId, version, staffId, dueOn, state, doneOn, note } = input;
  await refuseClosedCase(unit.trx, caseId);
  const row = await getStep(unit.trx, caseId, stepId);
  if (dueOn !== null && dueOn !== row.due_on && dueOn < unit.today)
    throw failAt('dueOn', 'La fecha no puede haber pasado.', 'plan-due-past');
  if (doneOn !== null && doneOn > unit.today)
    throw failAt('doneOn', 'No puede haberse hecho después de hoy.', 'plan-done-future');
  if (staffId !== row.staff_id) await checkStaff(unit.trx, staffId);
  const work = (await workAmong(unit.trx, [caseId]))(caseId);
  if (doneOn !== null && doneOn !== row.done_on && doneOn < work.admittedOn)
    throw failAt('doneOn', 'No puede haberse hecho antes del ingreso de la ficha.', 'plan-before-admission');
  const shown = evidenceOf(row.action, work);
  if (state === 'done' && row.state !== 'done' && shown !== null) throw fail('rule-broken', 'plan-step-done');
  const told = { staff_id: staffId, due_on: dueOn, state, done_on: doneOn, note };
  await updateStep(unit.trx, { ...row, version }, { ...told, has_ticked: await ticked(unit, row, state) });
  unit.touch('plan_step', row.id);
  unit.note({ action: row.action, state });
  return { version: version + 1 };
}

/** @throws rule-broken `plan-nothing-new` where every step was agreed on */
async function agree(unit: Use, { caseId, refused }: InputOf<Contract['agreePlan']>) {
  await refuseClosedCase(unit.trx, caseId);
  const fresh = (await listSteps(unit.trx, [caseId])).filter(
    ({ agreement_id: agreement, state }) => agreement === null && state !== 'notApplicable',
  );
  if (fresh.length === 0) throw fail('rule-broken', 'plan-nothing-new');
  const id = unit.newId<'PlanAgreementId'>();
  await insertAgreement(unit.trx, {
    ...{ id, case_id: caseId, agreed_on: unit.today, refused },
    ...{ made_by: unit.session.staffId, made_at: unit.now, version: 1 },
  });
  unit.touch('plan_agreement', id);
  for (const row of fresh) {
    await updateStep(unit.trx, row, { agreement_id: id });
    unit.touch('plan_step', row.id);
  }
  unit.note({ steps: fresh.length });
  return { steps: fresh.length };
}

export const planHandlers: Handlers<Contract, Trx> = {
  getPlan: inside(get),
  putPlanStep: inside(put),
  declinePlanAction: inside(decline),
  changePlanStep: inside(change),
  agreePlan: inside(agree),
};

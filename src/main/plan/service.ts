/** The plan of a case: read with what the work shows, changed by the team, agreed with her. */
import { serviceLabels, servicesOf, type Service } from '../../shared/access/index.ts';
import { planActions, planServices, type PlanAction } from '../../shared/intake/index.ts';
import {
  evidenceOf,
  isMarkedByWork,
  planActionCodes,
  type planContract,
  type PlanStep,
  type StepForm,
  type PlanWork,
} from '../../shared/plan/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, StaffId } from '../../shared/platform/ids.ts';
import { listStaff } from '../access/index.ts';
import { allowed, getCaseRow, tickPlanAction, untickPlanAction } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { proposalsOpen } from './proposals-open.ts';
import { listSteps, newestAgreement } from './repository.ts';
import { byNow, cellsOf, rowOf, updateVersioned, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type StepRow, type Trx, type Use } from './tables.ts';
import { typedActions, workAmong } from './work.ts';

type Contract = typeof planContract;

export const stepLabel = ({ action, words }: Pick<StepRow, 'action' | 'words'>): string =>
  words ?? planActions[action].label;

type Staff = Awaited<ReturnType<typeof listStaff>>;

const worksIn = ({ state, roles }: Staff[number], service: Service): boolean =>
  state === 'active' && servicesOf(roles).includes(service);

/** Who does a step: its person as long as she works in the service, or the service. */
export function personOf({ staff_id: id, service }: StepRow, staff: Staff): Staff[number] | null {
  return staff.find((one) => one.id === id && worksIn(one, service)) ?? null;
}

function stepView(row: StepRow, work: PlanWork, staff: Staff): PlanStep {
  const evidence = row.state === 'planned' ? evidenceOf(row.action, work) : null;
  const state = evidence === null ? row.state : 'done';
  const person = state === 'planned' ? personOf(row, staff) : staff.find(({ id }) => id === row.staff_id);
  return {
    ...{ id: row.id, action: row.action, label: stepLabel(row), service: row.service, staffId: person?.id ?? null },
    who: person?.fullName ?? serviceLabels[row.service],
    ...{ dueOn: row.due_on, state, evidence, version: row.version },
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

async function get(unit: Use, { caseId }: { readonly caseId: CaseId }) {
  const { trx, today } = unit;
  const rows = await listSteps(trx, [caseId]);
  const work = (await workAmong(trx, [caseId]))(caseId);
  const staff = await listStaff(trx);
  const known = new Set(rows.map(({ action }) => action));
  const proposed = await proposalsOpen(trx, caseId, today);
  const agreement = await newestAgreement(trx, caseId);
  unit.note({ steps: rows.length, proposals: proposed.length });
  const nameOf = (staffId: string) => staff.find(({ id }) => id === staffId)?.fullName ?? '';
  return {
    steps: rows.map((row) => stepView(row, work, staff)).toSorted(byDay),
    proposals: proposed.map((one) => ({ ...one, why: [...one.why], label: planActions[one.action].label })),
    typed: (await typedActions(trx, caseId)).filter((action) => !known.has(action)),
    agreement:
      agreement === undefined
        ? null
        : {
            ...cellsOf(agreement, 'refused'),
            on: agreement.agreed_on,
            by: nameOf(agreement.made_by),
            at: agreement.made_at,
          },
    staff: staff
      .filter(({ state, roles }) => state === 'active' && servicesOf(roles).length > 0)
      .map(({ id, fullName, roles }) => ({ id, name: fullName, services: servicesOf(roles) })),
    ...{ today, admittedOn: work.admittedOn },
    mayWrite: (await allowed(unit, 'plan.write', caseId)) !== null,
  };
}

type Whom = { readonly staffId: StaffId | null; readonly service: Service };

/** @throws rule-broken `plan-staff-unknown` */
async function checkStaff(trx: Trx, { staffId, service }: Whom, path: string): Promise<void> {
  if (staffId === null) return;
  const known = (await listStaff(trx)).some((one) => one.id === staffId && worksIn(one, service));
  if (!known) throw failAt(path, 'Elija a una persona activa del servicio.', 'plan-staff-unknown');
}

/** @throws duplicate `plan-step-twice` */
async function refuseTwice(trx: Trx, caseId: CaseId, action: PlanAction): Promise<void> {
  if (action === 'other') return;
  const known = (await listSteps(trx, [caseId])).some((row) => row.action === action);
  if (known) throw fail('duplicate', 'plan-step-twice');
}

function blankRow(unit: Use, caseId: CaseId, action: PlanAction): StepRow {
  return {
    ...{ id: unit.newId<'PlanStepId'>(), case_id: caseId, action, words: null },
    service: planServices[action] ?? 'psychology',
    ...{ staff_id: null, due_on: null, state: 'planned', done_on: null, note: null, agreement_id: null },
    ...{ ...byNow(unit, 'put'), has_ticked: 0, version: 1 },
  };
}

async function put(unit: Use, { caseId, step }: InputOf<Contract['putPlanStep']>) {
  const stepId = await putOne(unit, caseId, step);
  unit.note({ action: step.action, service: step.service });
  return { stepId };
}

async function putOne(unit: Use, caseId: CaseId, step: StepForm) {
  if (step.dueOn !== null && step.dueOn < unit.today)
    throw failAt('step.dueOn', 'La fecha no puede haber pasado.', 'plan-due-past');
  await checkStaff(unit.trx, step, 'step.staffId');
  await refuseTwice(unit.trx, caseId, step.action);
  return placeStep(unit, caseId, step);
}

/** With its tick in Section E. */
export async function placeStep(unit: Use, caseId: CaseId, step: StepForm) {
  const row = {
    ...blankRow(unit, caseId, step.action),
    ...{ words: step.words, service: step.service, staff_id: step.staffId, due_on: step.dueOn },
  };
  const isNew = await tickPlanAction(unit, caseId, row);
  await insertRecord(unit, tablesIn, 'plan_step', { ...row, has_ticked: isNew ? 1 : 0 });
  return row.id;
}

async function putAll(unit: Use, { caseId, steps }: InputOf<Contract['putPlanSteps']>) {
  for (const step of steps) await putOne(unit, caseId, step);
  unit.note({ steps: steps.length });
  return { steps: steps.length };
}

async function decline(unit: Use, { caseId, action, note }: InputOf<Contract['declinePlanAction']>) {
  await refuseTwice(unit.trx, caseId, action);
  const row: StepRow = { ...blankRow(unit, caseId, action), state: 'notApplicable', note };
  await insertRecord(unit, tablesIn, 'plan_step', row);
  unit.note({ action });
  return { stepId: row.id };
}

/** Section E follows what applies; answers whether the tick there is the plan's. */
async function ticked(unit: Use, row: StepRow, state: StepRow['state']): Promise<0 | 1> {
  const [was, is] = [row.state !== 'notApplicable', state !== 'notApplicable'];
  if (was === is) return row.has_ticked;
  if (is) return (await tickPlanAction(unit, row.case_id, row)) ? 1 : 0;
  if (row.has_ticked === 1) await untickPlanAction(unit, row.case_id, row);
  return 0;
}

type Change = InputOf<Contract['changePlanStep']>;

/** @throws rule-broken: a day that cannot be, a person who is not of the service, or what the work marked already */
async function checkChange(unit: Use, row: StepRow, { staffId, dueOn, state, doneOn }: Change): Promise<void> {
  if (dueOn !== null && dueOn !== row.due_on && dueOn < unit.today)
    throw failAt('dueOn', 'La fecha no puede haber pasado.', 'plan-due-past');
  const work = (await workAmong(unit.trx, [row.case_id]))(row.case_id);
  if (doneOn !== null) checkDone(unit, doneOn, doneOn === row.done_on ? null : work.admittedOn);
  if (staffId !== row.staff_id) await checkStaff(unit.trx, { staffId, service: row.service }, 'staffId');
  const isMarked = evidenceOf(row.action, work) !== null;
  if (state === 'done' && row.state !== 'done' && isMarked) throw fail('rule-broken', 'plan-step-done');
}

function checkDone({ today }: Use, on: CivilDate, since: CivilDate | null): void {
  if (on > today) throw failAt('doneOn', 'No puede haberse hecho después de hoy.', 'plan-done-future');
  if (since !== null && on < since)
    throw failAt('doneOn', 'No puede haberse hecho antes del ingreso de la ficha.', 'plan-before-admission');
}

/** What was agreed with her was who, until when, and that it applies. */
function agreedStill(row: StepRow, { staffId, dueOn, state }: Change): StepRow['agreement_id'] {
  const isBack = row.state === 'notApplicable' && state !== 'notApplicable';
  return staffId !== row.staff_id || dueOn !== row.due_on || isBack ? null : row.agreement_id;
}

async function change(unit: Use, input: Change) {
  const { caseId, stepId, version, staffId, dueOn, state, doneOn, note } = input;
  const row = await rowOf(tablesIn(unit.trx), 'plan_step', { id: stepId, case_id: caseId });
  await checkChange(unit, row, input);
  const next = {
    ...{ staff_id: staffId, due_on: dueOn, state, done_on: doneOn, note },
    ...{ agreement_id: agreedStill(row, input), has_ticked: await ticked(unit, row, state) },
  };
  await updateVersioned(tablesIn(unit.trx), 'plan_step', { ...row, version }, next);
  unit.touch('plan_step', row.id);
  unit.note({ action: row.action, state });
  return { version: version + 1 };
}

/** @throws rule-broken `plan-nothing-new` where every step was agreed on */
async function agree(unit: Use, { caseId, on, refused }: InputOf<Contract['agreePlan']>) {
  if (on > unit.today) throw failAt('on', 'No puede haberse acordado después de hoy.', 'plan-agreed-future');
  if (on < (await getCaseRow(unit.trx, caseId)).admitted_on)
    throw failAt('on', 'No puede haberse acordado antes del ingreso de la ficha.', 'plan-before-admission');
  const steps = await listSteps(unit.trx, [caseId]);
  const fresh = steps.filter((one) => one.agreement_id === null && one.state !== 'notApplicable');
  if (fresh.length === 0) throw fail('rule-broken', 'plan-nothing-new');
  const id = unit.newId<'PlanAgreementId'>();
  const row = { id, case_id: caseId, agreed_on: on, refused, ...byNow(unit, 'made'), version: 1 };
  await insertRecord(unit, tablesIn, 'plan_agreement', row);
  for (const one of fresh) {
    await updateVersioned(tablesIn(unit.trx), 'plan_step', one, { agreement_id: id });
    unit.touch('plan_step', one.id);
  }
  unit.note({ steps: fresh.length });
  return { steps: fresh.length };
}

export const planHandlers: Handlers<Contract, Trx> = {
  getPlan: inside(get),
  putPlanStep: inside(put),
  putPlanSteps: inside(putAll),
  declinePlanAction: inside(decline),
  changePlanStep: inside(change),
  agreePlan: inside(agree),
};

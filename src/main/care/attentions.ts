/** Recording and correcting attentions. */
import { services, servicesOf, type Service } from '../../shared/access/index.ts';
import {
  actionOn,
  actionsOn,
  actionTable,
  tellsBreach,
  type attentionContract,
  type FollowUpAction,
} from '../../shared/care/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { raiseAlert } from '../alerts/index.ts';
import { forgetTyped } from '../intake/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { readRules } from '../rulebook/index.ts';
import { tellSameDay } from '../risk/index.ts';
import { attentionColumns, getAttention, listAttentionLines, replaceAttention } from './attention-repository.ts';
import { byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof attentionContract;

function refuseFuture(unit: Use, on: CivilDate, path: string): void {
  if (on > unit.today) throw failAt(path, 'La fecha no puede ser futura.', 'future-act');
}

/** The action as it stands on that day; one the centre stopped using stays readable, but is not chosen again. */
async function actionOf(unit: Use, code: string, on: CivilDate, keeps: string | null): Promise<FollowUpAction> {
  const action = actionOn(await readRules(unit.trx, actionTable), code, on);
  if (action === undefined || (!action.isUsed && code !== keeps)) {
    throw failAt('attention.action', 'Esa acción no está en el catálogo en esa fecha. Elija otra.', 'action-unknown');
  }
  return action;
}

/** A coordinator without a service records for any; everybody else only for the own. */
function refuseOtherService(unit: Use, service: Service): void {
  const own = servicesOf(unit.session.roles);
  if (own.includes(service) || unit.session.roles.includes('coordinator')) return;
  throw failAt('attention.action', 'Esa acción corresponde a otro servicio.', 'action-of-other-service');
}

type Recorded = InputOf<Contract['recordAttention']>;

async function record(unit: Use, input: Recorded) {
  const answer = await recordAttention(unit, input);
  await forgetTyped(unit, 'attention', input.caseId);
  return answer;
}

export async function recordAttention(unit: Use, { caseId, attention }: Recorded) {
  refuseFuture(unit, attention.on, 'attention.on');
  const action = await actionOf(unit, attention.action, attention.on, null);
  refuseOtherService(unit, action.service);
  const id = unit.newId<'AttentionId'>();
  await insertRecord(unit, tablesIn, 'attention', {
    ...attentionColumns(attention, false),
    ...{ id, case_id: caseId, service: action.service, staff_id: unit.session.staffId, version: 1 },
    ...byNow(unit, 'recorded'),
  });
  if (tellsBreach(action.code)) {
    await raiseAlert(unit, { caseId, kind: 'measureBreached', note: attention.note });
    await tellSameDay(unit, caseId, ['measureBreached']);
  }
  unit.note({ action: action.code, service: action.service });
  return { attentionId: id };
}

async function correct(unit: Use, input: InputOf<Contract['correctAttention']>) {
  const { caseId, attention, reason, words } = input;
  refuseFuture(unit, attention.on, 'attention.on');
  const before = await getAttention(unit.trx, caseId, input.attentionId);
  const action = await actionOf(unit, attention.action, attention.on, before.action);
  refuseOtherService(unit, before.service);
  refuseOtherService(unit, action.service);
  const values = { ...attentionColumns(attention, input.isWithdrawn), service: action.service };
  await replaceAttention(unit, before, input.version, { values, change: { reason, words } });
  unit.note({ action: action.code, reason, withdrawn: input.isWithdrawn });
  return { version: input.version + 1 };
}

async function list(unit: Use, { caseId }: { caseId: CaseId }): Promise<OutputOf<Contract['listAttentions']>> {
  const attentions = await listAttentionLines(unit.trx, caseId);
  const actions = actionsOn(await readRules(unit.trx, actionTable), unit.today).filter((action) => action.isUsed);
  unit.note({ attentions: attentions.length });
  return {
    attentions,
    actions: bySectionOrder(actions).map(({ code, number, service, label }) => ({ code, number, service, label })),
  };
}

/** By service, and in it by the number of the form; what has no number comes after. */
function bySectionOrder(actions: readonly FollowUpAction[]): FollowUpAction[] {
  const rank = (action: FollowUpAction) => services.indexOf(action.service) * 10_000 + (action.number ?? 9999);
  return [...actions].sort((one, other) => rank(one) - rank(other));
}

export const attentionHandlers: Handlers<Contract, Trx> = {
  listAttentions: inside(list),
  recordAttention: inside(record),
  correctAttention: inside(correct),
};

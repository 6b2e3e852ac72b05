/** What is under way in these cases, for the list of what is next and the list before a closing. */
import { services, type Service } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import {
  accompanimentWords,
  isLivedIn,
  isUnderWay,
  nextReviewOf,
  type GoalWho,
} from '../../shared/reintegration/index.ts';
import { listRecords } from './repository.ts';
import type { Trx } from './tables.ts';

export type ReintegrationDue = {
  readonly caseId: CaseId;
  /** A goal of the plan, or a review of it. */
  readonly isGoal: boolean;
  /** Who does it; null of the centre as a whole, of an institution and of herself. */
  readonly service: Service | null;
  readonly dueOn: CivilDate;
};

const serviceIn = (who: GoalWho): Service | null => services.find((one) => one === who) ?? null;

/** Reviews and goals of plans under way, each with its day. */
export async function reintegrationDues(trx: Trx, caseIds: readonly CaseId[]): Promise<ReintegrationDue[]> {
  const plans = (await listRecords(trx, 'reintegration_plan', caseIds)).filter(isUnderWay);
  if (plans.length === 0) return [];
  const reviews = await listRecords(trx, 'reintegration_review', caseIds);
  const goals = await listRecords(trx, 'reintegration_goal', caseIds);
  const open = new Set(plans.map(({ id }) => id));
  return [
    ...plans.flatMap((plan): ReintegrationDue[] => {
      const dueOn = nextReviewOf(plan, reviews);
      return dueOn === null ? [] : [{ caseId: plan.caseId, isGoal: false, service: null, dueOn }];
    }),
    ...goals
      .filter((one) => isUnderWay(one) && one.ownerId !== null && open.has(one.ownerId))
      .map(({ caseId, who, dueOn }) => ({ caseId, isGoal: true, service: serviceIn(who), dueOn })),
  ];
}

/** In words that name no place: whoever closes the ficha may not be of its team. */
export async function reintegrationLeft(trx: Trx, caseId: CaseId): Promise<string[]> {
  const since = (words: string, on: CivilDate | null) =>
    on === null ? words : `${words}, desde el ${formatCivilDate(on)}`;
  return [
    ...(await listRecords(trx, 'placement', [caseId]))
      .filter(isLivedIn)
      .map((one) => since('Inserción en redes', one.since)),
    ...(await listRecords(trx, 'reintegration_plan', [caseId]))
      .filter((one) => isUnderWay(one) && one.implementer === 1)
      .map(({ madeOn }) => since('Plan de Reintegración', madeOn)),
    ...(await listRecords(trx, 'accompaniment', [caseId]))
      .filter(isUnderWay)
      .map((one) => since(`Acompañamiento ${accompanimentWords(one).toLowerCase()}`, one.since)),
  ];
}

/** What was done in these cases, and what is known of them: the facts behind the plan, each asked once for all. */
import type { PlanAction } from '../../shared/intake/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { conditionsOf, stepOfAnswer, type PlanWork, type ProposalWhen } from '../../shared/plan/index.ts';
import { attentionsByCase } from '../care/index.ts';
import { presentedFilings } from '../filings/index.ts';
import { getFormSection, getSectionA, getSectionB } from '../intake/index.ts';
import { standingActs } from '../proceedings/index.ts';
import { referralsWithAnswers } from '../referrals/index.ts';
import { openSameDayAmong, sameDayAnswersAmong } from '../risk/index.ts';
import { listReintegrationRecords } from '../reintegration/index.ts';
import { plansByCase } from '../safety/index.ts';
import { columnsIn } from '../platform/storage/rows.ts';
import { tablesIn, type Trx } from './tables.ts';

const dayOf = (instant: string): CivilDate => civilDateOf(Date.parse(instant));

function byCase<Row extends { readonly caseId: CaseId }>(rows: readonly Row[]) {
  const all = Map.groupBy(rows, ({ caseId }) => caseId);
  return (caseId: CaseId): readonly Row[] => all.get(caseId) ?? [];
}

async function admittedDays(trx: Trx, caseIds: readonly CaseId[]): Promise<ReadonlyMap<CaseId, CivilDate>> {
  const rows = await columnsIn(tablesIn(trx), 'case_file', ['id', 'admitted_on'], { id: caseIds });
  return new Map(rows.map(({ id, admitted_on: on }) => [id, on]));
}

/** The first that began after her admission and was not annulled. */
function firstSince(
  all: readonly { readonly since: CivilDate | null; readonly annulled: unknown }[],
  admittedOn: CivilDate,
): CivilDate | null {
  const days = all.flatMap(({ since, annulled }) => (annulled === null && since !== null ? [since] : []));
  return days.filter((on) => on >= admittedOn).toSorted()[0] ?? null;
}

export async function workAmong(trx: Trx, caseIds: readonly CaseId[]): Promise<(caseId: CaseId) => PlanWork> {
  const given = await attentionsByCase(trx, caseIds);
  const filed = byCase((await presentedFilings(trx, caseIds)).map((one) => ({ ...one, caseId: one.case_id })));
  const acts = byCase(await standingActs(trx, caseIds));
  const referrals = byCase(await referralsWithAnswers(trx, caseIds));
  const answered = byCase(await sameDayAnswersAmong(trx, caseIds));
  const safety = await plansByCase(trx, caseIds);
  const placed = byCase(await listReintegrationRecords(trx, 'placement', caseIds));
  const accompanied = byCase(await listReintegrationRecords(trx, 'accompaniment', caseIds));
  const admitted = await admittedDays(trx, caseIds);
  return (caseId) => {
    const attentions = given.get(caseId) ?? [];
    const admittedOn = admitted.get(caseId) ?? ('' as CivilDate);
    const interviews = attentions.filter(({ kind, on }) => kind === 'interview' && on >= admittedOn);
    const kin = placed(caseId).filter(({ way }) => way === 'kin');
    const madeAt = safety.get(caseId)?.firstAt;
    return {
      admittedOn,
      attentions: attentions.map(({ service, number, on, withWhom }) => ({
        ...{ service, number, on },
        isWithHer: withWhom === null || withWhom === 'user',
      })),
      interviewedOn: interviews.map(({ on }) => on).sort()[0] ?? null,
      safetyPlanOn: madeAt === undefined ? null : dayOf(madeAt),
      placedOn: firstSince(kin, admittedOn),
      accompaniedOn: firstSince(accompanied(caseId), admittedOn),
      filings: filed(caseId).map(({ kind, presented_on: on }) => ({ kind, on })),
      acts: acts(caseId).map(({ kind, on }) => ({ kind, on })),
      referrals: referrals(caseId).map(({ kind, issuedOn: on, isAnswered }) => ({ kind, on, isAnswered })),
      sameDay: answered(caseId).flatMap(({ fact, kind, on }) => {
        const step = stepOfAnswer(fact, kind);
        return step?.isDone === true && on !== null ? [{ action: step.action, on }] : [];
      }),
    };
  };
}

export async function whatHolds(trx: Trx, caseId: CaseId, work: PlanWork): Promise<ReadonlySet<ProposalWhen>> {
  return conditionsOf({
    a: (await getSectionA(trx, caseId)).answers,
    b: (await getSectionB(trx, caseId)).answers,
    sameDay: (await openSameDayAmong(trx, [caseId])).map(({ fact }) => fact),
    work,
  });
}

/** Actions ticked in Section E. */
export async function typedActions(trx: Trx, caseId: CaseId): Promise<readonly PlanAction[]> {
  const { planActions } = (await getFormSection(trx, 'e', caseId)).answers;
  return planActions ?? [];
}

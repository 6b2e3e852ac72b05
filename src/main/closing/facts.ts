/** What the record says of a case before it is closed, asked of each domain that keeps it. */
import type { ClosingFacts } from '../../shared/closing/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { hearingKindLabels, isInForce, measureLabels } from '../../shared/proceedings/index.ts';
import { partnerRisk2019 } from '../../shared/risk/index.ts';
import { valuationLevels, ValuationLevel } from '../../shared/intake/index.ts';
import { listStaff } from '../access/index.ts';
import { listAttentionLines } from '../care/index.ts';
import { triedDays } from '../contact/index.ts';
import { draftFormTitle, draftsOfCase, getSectionB, pendingCorrections, type CaseRow } from '../intake/index.ts';
import { proposalsOpen, stepsLeft } from '../plan/index.ts';
import { fromStored, listDeadlinesOfCase, listEvents, listHearings, measuresOf } from '../proceedings/index.ts';
import { referralsWithAnswers } from '../referrals/index.ts';
import { reintegrationLeft } from '../reintegration/index.ts';
import { openSameDayAmong, signedLevels } from '../risk/index.ts';
import { safetyStandingOf } from '../safety/index.ts';
import { listReopenings, listSupervisions } from './repository.ts';
import type { Trx } from './tables.ts';

const dayOf = (instant: Instant): CivilDate => civilDateOf(Date.parse(instant));

/** What the newest signed form came to; without one, what the centre valued in Section B, on the day it was validated. */
async function levelOf(trx: Trx, row: CaseRow): Promise<ClosingFacts['level']> {
  const levels = await signedLevels(trx, row.id);
  const [newest] = levels.toSorted((one, other) => (one.assessedAt < other.assessedAt ? 1 : -1));
  const level = partnerRisk2019.levels.find((one) => one.level === newest?.level);
  if (newest !== undefined && level !== undefined)
    return { words: `Riesgo ${level.label}`, isSevere: level.law === 'severe', on: dayOf(newest.assessedAt) };
  const { valuationLevel } = (await getSectionB(trx, row.id)).answers;
  const words = valuationLevels.find(({ code }) => code === valuationLevel)?.label;
  if (words === undefined || row.validated_at === null) return null;
  return { words, isSevere: valuationLevel === ValuationLevel.severe, on: dayOf(row.validated_at) };
}

export async function measuresInForce(trx: Trx, caseId: CaseRow['id']): Promise<string[]> {
  return measuresOf(await listEvents(trx, caseId))
    .filter(({ state }) => isInForce(state))
    .map(({ kind }) => measureLabels[kind]);
}

async function termsLeft(trx: Trx, caseId: CaseRow['id']): Promise<string[]> {
  return (await listDeadlinesOfCase(trx, caseId)).flatMap(({ state, dues, warn_on: on }) => {
    const due = dues.at(-1);
    if (state !== 'open' || due === undefined) return [];
    const { task } = fromStored(due.computed).rule;
    return [on === null ? task : `${task}, ${formatCivilDate(on)}`];
  });
}

/** `isLeft`: whoever types it has no access any more, so nobody can save or discard it. */
async function draftsOf(trx: Trx, caseId: CaseRow['id']) {
  const staff = new Map((await listStaff(trx)).map((one) => [one.id as string, one]));
  return (await draftsOfCase(trx, caseId)).map(({ id, form, staff_id }) => {
    const by = staff.get(staff_id);
    return { id, words: `${draftFormTitle(form)}, de ${by?.fullName ?? ''}`, isLeft: by?.state !== 'active' };
  });
}

/** What closing the case erases. */
export async function leftDrafts(trx: Trx, caseId: CaseRow['id']) {
  return (await draftsOf(trx, caseId)).filter(({ isLeft }) => isLeft);
}

export async function closingFacts(trx: Trx, row: CaseRow, today: CivilDate): Promise<ClosingFacts> {
  const { id } = row;
  const [reopened] = await listReopenings(trx, [id]);
  const since = reopened === undefined ? row.admitted_on : dayOf(reopened.reopened_at);
  return {
    ...{ today, since },
    supervisions: (await listSupervisions(trx, [id]))
      .filter(({ recorded_at: at }) => at >= (reopened?.reopened_at ?? ''))
      .map((one) => ({ on: one.held_on, by: one.supervised_by })),
    steps: await stepsLeft(trx, id),
    proposals: (await proposalsOpen(trx, id, today)).length,
    sameDay: (await openSameDayAmong(trx, [id])).map(({ words }) => words),
    hearings: (await listHearings(trx, id))
      .filter(({ state }) => state === 'scheduled')
      .map(({ kind, held_on }) => `${hearingKindLabels[kind]}, ${formatCivilDate(held_on)}`),
    corrections: (await pendingCorrections(trx, [id])).map(({ at }) => dayOf(at)),
    drafts: (await draftsOf(trx, id)).filter(({ isLeft }) => !isLeft).map(({ words }) => words),
    attempts: [
      ...(await listAttentionLines(trx, id))
        .filter(({ outcome, isWithdrawn }) => outcome === 'notFound' && !isWithdrawn)
        .map(({ on }) => on),
      ...(await triedDays(trx, id)),
    ],
    level: await levelOf(trx, row),
    safety: await safetyStandingOf(trx, id),
    measures: await measuresInForce(trx, id),
    terms: await termsLeft(trx, id),
    reintegration: await reintegrationLeft(trx, id),
    referrals: (await referralsWithAnswers(trx, [id]))
      .filter(({ isAnswered, isClosed }) => !isAnswered && !isClosed)
      .map(({ words, issuedOn }) => `${words}, ${formatCivilDate(issuedOn)}`),
  };
}

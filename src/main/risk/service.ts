/** The partner risk form of a case: who it may be applied to, its score, its signature. */
import {
  isRising,
  kitWindow,
  levelIssues,
  partnerRisk2019,
  partnerRiskEligibility,
  partnerRiskLevelLabels,
  riskReasons,
  sameDayFactsOf,
  scorePartnerRisk,
  skippedAnswerIssues,
  type PartnerRiskRecord,
  type RiskEligibility,
  type SameDayFact,
  type riskContract,
} from '../../shared/risk/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { instantAt } from '../../shared/platform/clock.ts';
import { spanOf } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import { raiseAlert } from '../alerts/index.ts';
import type { Trx } from '../database.ts';
import { deleteDraftOf, getCaseRow, getIncident, getSectionA, getSectionB, occurredOn } from '../intake/index.ts';
import { inside, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { insertRiskForm, latestLevelOfPair, listRiskForms, toRecord, type RiskFormRow } from './repository.ts';

type Assessment = InputOf<(typeof riskContract)['assessRisk']>;

async function eligibilityOf(trx: Trx, caseId: string): Promise<RiskEligibility> {
  const { answers } = await getSectionA(trx, caseId);
  return partnerRiskEligibility({
    bondGroup: answers.bondGroup,
    age: answers.userAge,
    sex: answers.userSex,
    minimumAge: partnerRisk2019.minimumAge.value,
  });
}

/** Hours since the earliest moment the event may mean; null while no day is known. */
async function hoursSinceEvent(unit: Unit<Trx>, caseId: string): Promise<number | null> {
  const row = await getCaseRow(unit.trx, caseId);
  const incident = await getIncident(unit.trx, row.incident_id);
  const on = occurredOn(incident);
  if (on === null) return null;
  const isDay = on.day !== null;
  const since = instantAt(spanOf(on).first, isDay ? (incident.occurred_time ?? '00:00') : '00:00');
  return (Date.parse(unit.now) - Date.parse(since)) / 3_600_000;
}

async function sameDayOf(unit: Unit<Trx>, caseId: string, newest: PartnerRiskRecord | null): Promise<SameDayFact[]> {
  return sameDayFactsOf({
    a: (await getSectionA(unit.trx, caseId)).answers,
    b: (await getSectionB(unit.trx, caseId)).answers,
    partnerRisk: newest?.answers ?? null,
    hoursSinceEvent: await hoursSinceEvent(unit, caseId),
    kitHours: kitWindow.hours,
  });
}

/** Reason of the refusal; null when the form may be applied. */
function refusalOf(eligibility: RiskEligibility): keyof typeof riskReasons | null {
  if (eligibility.status === 'eligible') return null;
  return eligibility.status === 'refused' ? eligibility.reason : 'eligibility-unknown';
}

/** @throws rule-broken with the reason why the form may not be applied in this case */
export async function refuseIneligible(trx: Trx, caseId: string): Promise<void> {
  const refusal = refusalOf(await eligibilityOf(trx, caseId));
  if (refusal !== null) throw fail('rule-broken', refusal);
}

/** Levels of a whole form. Half filled never has one: it is refused, not stored as «leve» (register form, U31). */
function scoreOf({ answers, confirmedLevel, overrideReason }: Assessment) {
  const skipped = skippedAnswerIssues(partnerRisk2019, answers);
  if (skipped.length > 0) {
    throw fail(
      'invalid',
      null,
      skipped.map(({ path, message }) => ({ path: `answers.${path}`, message })),
    );
  }
  const score = scorePartnerRisk(partnerRisk2019, answers);
  if (score.status === 'incomplete') throw fail('rule-broken', 'incomplete');
  const issues = levelIssues(score, confirmedLevel, overrideReason);
  if (issues.length > 0) throw fail('rule-broken', 'level-reason', issues);
  const confirmed = confirmedLevel ?? score.adjustedLevel;
  return { score, confirmed, overrideReason: confirmed === score.adjustedLevel ? null : overrideReason };
}

export const riskHandlers: Handlers<typeof riskContract, Trx> = {
  getRisk: inside(async (unit, { caseId }) => {
    const refusal = refusalOf(await eligibilityOf(unit.trx, caseId));
    const records = await listRiskForms(unit.trx, caseId);
    const sameDay = await sameDayOf(unit, caseId, records[0] ?? null);
    return { refusal: refusal === null ? null : riskReasons[refusal], records, sameDay };
  }),

  assessRisk: inside(async (unit, input) => {
    await refuseIneligible(unit.trx, input.caseId);
    if (!input.hasConsent) throw fail('rule-broken', 'consent-needed');
    const { score, confirmed, overrideReason } = scoreOf(input);
    const row: RiskFormRow = {
      id: unit.newId(),
      case_id: input.caseId,
      instrument: partnerRisk2019.id,
      points: score.points,
      score_level: score.scoreLevel,
      adjusted_level: score.adjustedLevel,
      confirmed_level: confirmed,
      override_reason: overrideReason,
      unknown_count: score.unknownCount,
      assessed_by: unit.session.staffId,
      assessed_at: unit.now,
      version: 1,
    };
    const before = await latestLevelOfPair(unit.trx, input.caseId);
    await insertRiskForm(unit.trx, row, input.answers);
    if (before !== null && isRising(partnerRisk2019, before, confirmed)) {
      const note = `De ${partnerRiskLevelLabels[before]} a ${partnerRiskLevelLabels[confirmed]}.`;
      await raiseAlert(unit, { caseId: input.caseId, kind: 'levelRising', note });
    }
    unit.touch('partner_risk_form', row.id);
    unit.note({ adjustedLevel: score.adjustedLevel, confirmedLevel: confirmed });
    await deleteDraftOf(unit.trx, { staffId: unit.session.staffId, form: 'risk', caseId: input.caseId });
    return toRecord(row, input.answers, await staffNames(unit.trx));
  }),
};

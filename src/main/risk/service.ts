/** The partner risk form of a case: who it may be applied to, its score, its signature. */
import {
  closingRefusal,
  isRising,
  levelIssues,
  partnerRisk2019,
  partnerRiskEligibility,
  partnerRiskLevelLabels,
  riskReasons,
  scorePartnerRisk,
  skippedAnswerIssues,
  type PartnerRiskRecord,
  type RiskEligibility,
  type riskContract,
  knownFacts,
  type KnownFact,
} from '../../shared/risk/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, type FieldIssue } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { raiseAlert } from '../alerts/index.ts';
import { forgetTyped, getSectionA, allowed, getCaseRow, getSectionB } from '../intake/index.ts';
import { inside, twoPhase, type Handlers, type Unit } from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { commitLocationSheet, listLocations, prepareLocationSheet, recordLocation } from './location.ts';
import {
  insertRiskForm,
  latestLevelOfPair,
  listRiskForms,
  toRecord,
  type RiskFormRow,
  otherCasesOfPair,
} from './repository.ts';
import { answerSameDay, factsOfForm, getSameDay, keepSameDay, tellSameDay, toldFacts } from './same-day.ts';
import { type Trx, tablesIn, type Use } from './tables.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import { aboveRisk } from './above.ts';
import { byNow, valuesIn } from '../platform/storage/rows.ts';

const dayOf = (instant: Instant) => civilDateOf(Date.parse(instant));

/** Day of the last change of a section; the day of admission before any was kept. */
async function savedOn(trx: Trx, caseId: CaseId, part: 'a' | 'b'): Promise<CivilDate> {
  const at = (await valuesIn(tablesIn(trx), 'change_set.changed_at', { case_id: caseId, part }, 'changed_at')).at(-1);
  return at === undefined ? (await getCaseRow(trx, caseId)).admitted_on : dayOf(at);
}

/** Signed forms of this pair, newest first: those of another ficha only for who may open it. */
async function earlierForms(unit: Use, caseId: CaseId): Promise<PartnerRiskRecord[]> {
  const forms = await listRiskForms(unit.trx, caseId);
  for (const other of await otherCasesOfPair(unit.trx, caseId)) {
    if ((await allowed(unit, 'risk.assess', other)) !== null) {
      forms.push(...(await listRiskForms(unit.trx, other)));
    }
  }
  return forms.toSorted((one, other) => other.assessedAt.localeCompare(one.assessedAt));
}

/** What the record already says about the questions of the form, as far as the reader may know of it. */
async function knownOf(unit: Use, caseId: CaseId): Promise<{ isPregnant: 0 | 1 | null; known: KnownFact[] }> {
  const { trx } = unit;
  const a = (await getSectionA(trx, caseId)).answers;
  const known = knownFacts({
    a: { answers: a, on: await savedOn(trx, caseId, 'a') },
    b: { answers: (await getSectionB(trx, caseId)).answers, on: await savedOn(trx, caseId, 'b') },
    earlier: (await earlierForms(unit, caseId)).map(({ answers, assessedAt }) => ({ answers, on: dayOf(assessedAt) })),
    breaches: await aboveRisk.ask.breachDays(trx, caseId),
  });
  return { isPregnant: a.isPregnant, known };
}

type Assessment = InputOf<(typeof riskContract)['assessRisk']>;

async function eligibilityOf(trx: Trx, caseId: CaseId): Promise<RiskEligibility> {
  const { answers } = await getSectionA(trx, caseId);
  return partnerRiskEligibility({
    bondGroup: answers.bondGroup,
    age: answers.userAge,
    sex: answers.userSex,
    minimumAge: partnerRisk2019.minimumAge.value,
  });
}

/** Reason of the refusal; null when the form may be applied. */
function refusalOf(eligibility: RiskEligibility): keyof typeof riskReasons | null {
  if (eligibility.status === 'eligible') return null;
  return eligibility.status === 'refused' ? eligibility.reason : 'eligibility-unknown';
}

/** @throws rule-broken with the reason why the form may not be applied in this case */
export async function refuseIneligible(trx: Trx, caseId: CaseId): Promise<void> {
  const refusal = refusalOf(await eligibilityOf(trx, caseId));
  if (refusal !== null) throw fail('rule-broken', refusal);
}

/** Levels of a whole form. Half filled never has one: it is refused, not stored as «leve» (register form, U31). */
function scoreOf({ answers, confirmedLevel, overrideReason }: Assessment) {
  const skipped = skippedAnswerIssues(partnerRisk2019, answers);
  if (skipped.length > 0) throw fail('invalid', null, skipped.map(inAnswers));
  const score = scorePartnerRisk(partnerRisk2019, answers);
  if (score.status === 'incomplete') throw fail('rule-broken', 'incomplete');
  const issues = levelIssues(score, confirmedLevel, overrideReason);
  if (issues.length > 0) throw fail('rule-broken', 'level-reason', issues);
  const confirmed = confirmedLevel ?? score.adjustedLevel;
  return { score, confirmed, overrideReason: confirmed === score.adjustedLevel ? null : overrideReason };
}

/** @throws rule-broken with the part of the form that is missing: annex A, what the record knows, the offer of annex B */
async function refuseUnclosed(unit: Unit<Trx>, { caseId, answers }: Assessment): Promise<void> {
  const refusal = closingRefusal(partnerRisk2019, answers, await knownOf(unit, caseId));
  if (refusal === null) return;
  throw fail('rule-broken', refusal.reason, refusal.issues.map(inAnswers));
}

const inAnswers = ({ path, message }: FieldIssue): FieldIssue => ({ path: `answers.${path}`, message });

async function assess(unit: Unit<Trx>, input: Assessment): Promise<PartnerRiskRecord> {
  const { caseId, answers } = input;
  await refuseIneligible(unit.trx, caseId);
  if (!input.hasConsent) throw fail('rule-broken', 'consent-needed');
  const { score, confirmed, overrideReason } = scoreOf(input);
  await refuseUnclosed(unit, input);
  const row: RiskFormRow = {
    id: unit.newId(),
    case_id: caseId,
    instrument: partnerRisk2019.id,
    points: score.points,
    score_level: score.scoreLevel,
    adjusted_level: score.adjustedLevel,
    confirmed_level: confirmed,
    override_reason: overrideReason,
    unknown_count: score.unknownCount,
    ...byNow(unit, 'assessed'),
    version: 1,
  };
  const before = await latestLevelOfPair(unit.trx, caseId);
  await insertRiskForm(unit, row, answers);
  if (before !== null && isRising(partnerRisk2019, before, confirmed)) {
    const note = `De ${partnerRiskLevelLabels[before]} a ${partnerRiskLevelLabels[confirmed]}.`;
    await raiseAlert(unit, { caseId, kind: 'levelRising', note });
  }
  // What she told in this interview is asked about today, also when it was answered at an earlier one.
  await tellSameDay(unit, caseId, factsOfForm(answers), row.id);
  await keepSameDay(unit, caseId);
  unit.note({ adjustedLevel: score.adjustedLevel, confirmedLevel: confirmed });
  await forgetTyped(unit, 'risk', caseId);
  return toRecord(row, answers, await staffNames(unit.trx));
}

export function riskHandlers(parts: { readonly printPaper: PaperPrinter }): Handlers<typeof riskContract, Trx> {
  return {
    getRisk: inside(async (unit, { caseId }) => {
      const refusal = refusalOf(await eligibilityOf(unit.trx, caseId));
      return {
        refusal: refusal === null ? null : riskReasons[refusal],
        records: await listRiskForms(unit.trx, caseId),
        before: (await earlierForms(unit, caseId))[0] ?? null,
        sameDay: await toldFacts(unit, caseId),
        ...(await knownOf(unit, caseId)),
      };
    }),
    assessRisk: inside(assess),
    getSameDay: inside(getSameDay),
    answerSameDay: inside(answerSameDay),
    getLocation: inside(async (unit, { caseId }) => ({ records: await listLocations(unit.trx, caseId) })),
    recordLocation: inside(recordLocation),
    issueLocationSheet: twoPhase({
      prepare: (call, input) => prepareLocationSheet(call, input, parts.printPaper),
      commit: commitLocationSheet,
    }),
  };
}

/** Proposing and confirming the condition; turning a draft into a case that counts. */
import {
  comesAloneFor,
  proposeCondition,
  sectionA,
  sectionB,
  sectionBIssues,
  type CaseCondition,
  type ConditionAnswers,
  type ConditionFacts,
  type intakeContract,
  type SectionAAnswers,
} from '../../shared/intake/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate, Month } from '../../shared/platform/dates.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Questions } from '../../shared/platform/questions.ts';
import type { Trx } from '../database.ts';
import type { Unit } from '../platform/gate/handler.ts';
import {
  getCaseRow,
  getIncident,
  getPair,
  listCasesOfPerson,
  listCasesOfUser,
  occurredOn,
  updateCase,
  type CaseRow,
} from './case-repository.ts';
import { keepChanges } from './changes.ts';
import { missingInA, missingInB } from './progress.ts';
import { getSectionA, getSectionB, updateSection } from './section-repository.ts';

type Use = Unit<Trx>;
type Contract = typeof intakeContract;

/** Whether a month was already published: then a late case belongs to the month of its validation (D20). */
export type IsMonthClosed = (trx: Trx, month: Month) => Promise<boolean>;

function known(answer: 0 | 1 | null): boolean | null {
  return answer === null ? null : answer === 1;
}

async function conditionFacts(unit: Use, row: CaseRow, answers: ConditionAnswers): Promise<ConditionFacts> {
  const { trx } = unit;
  const pair = await getPair(trx, row.pair_id);
  const a = (await getSectionA(trx, row.id)).answers;
  const b = (await getSectionB(trx, row.id)).answers;
  const earlier = (await listCasesOfUser(trx, pair.user_id)).filter(
    (one) => one.id !== row.id && one.state !== 'draft',
  );
  const ofPair = earlier.filter((one) => one.aggressor_id === pair.aggressor_id);
  const newest = ofPair[0] ?? earlier[0] ?? null;
  const roles = await listCasesOfPerson(trx, pair.user_id);
  const isKnownHere = row.maybe_user_id === null ? earlier.length > 0 : null;
  return {
    today: unit.today,
    transferredSameEvent: transferredSameEvent(a, answers),
    userKnownHere: isKnownHere,
    userKnownElsewhere: known(a.knownAsUser),
    isKnownOnlyAsAggressor: isKnownHere === false && roles.some((one) => one.role === 'aggressor'),
    newEvent: answers.newEvent,
    sameAggressor: sameAggressor(row, { earlier: earlier.length, ofPair: ofPair.length }, answers),
    needsLegalRepresentation: known(b.wantsLegalRepresentation),
    servicesNeeded: answers.servicesNeeded,
    // Attentions come with the care plan; until then the last act on record is the earlier ficha itself.
    lastAttentionOn: (newest?.admitted_on as CivilDate | undefined) ?? answers.lastAttentionElsewhereOn,
    earlierFicha: newest?.number ?? null,
  };
}

/** Only a ficha sent by another CEM (channel 23) can be the same event; any other channel answers No. */
function transferredSameEvent(a: SectionAAnswers, answers: ConditionAnswers): boolean | null {
  const anotherCentre = 23;
  if (a.intakeChannel === null) return null;
  return a.intakeChannel === anotherCentre ? answers.transferredSameEvent : false;
}

function sameAggressor(
  row: CaseRow,
  counts: { earlier: number; ofPair: number },
  answers: ConditionAnswers,
): boolean | null {
  if (row.maybe_aggressor_id !== null) return null;
  if (counts.earlier > 0) return counts.ofPair > 0;
  return answers.sameAggressorElsewhere;
}

function labelsOf(questions: Questions, names: readonly string[], page: 'a' | 'b') {
  return names.map((name) => ({ page, question: name, label: questions[name]?.label ?? name }));
}

async function missingOf(unit: Use, caseId: CaseId): Promise<OutputOf<Contract['proposeCondition']>['missing']> {
  const a = (await getSectionA(unit.trx, caseId)).answers;
  const b = (await getSectionB(unit.trx, caseId)).answers;
  return [...labelsOf(sectionA.questions, missingInA(a), 'a'), ...labelsOf(sectionB.questions, missingInB(a, b), 'b')];
}

export async function proposeConditionOf(
  unit: Use,
  { caseId, answers }: InputOf<Contract['proposeCondition']>,
): Promise<OutputOf<Contract['proposeCondition']>> {
  const row = await getCaseRow(unit.trx, caseId);
  const proposal = proposeCondition(await conditionFacts(unit, row, answers));
  return {
    proposed: proposal.proposed,
    reasons: [...proposal.reasons],
    needsAnswer: [...proposal.needsAnswer],
    warnings: [...proposal.warnings],
    ruleSetVersion: proposal.ruleSetVersion,
    missing: await missingOf(unit, caseId),
  };
}

/** Month of a case: that of its admission, or of its validation when the former is already published (U-2). */
async function reportingMonth(unit: Use, row: CaseRow, isMonthClosed: IsMonthClosed): Promise<Month> {
  const admitted = monthOf(row.admitted_on as CivilDate);
  return (await isMonthClosed(unit.trx, admitted)) ? monthOf(unit.today) : admitted;
}

async function refuseUnfinished(unit: Use, row: CaseRow): Promise<void> {
  if (row.state !== 'draft') throw fail('rule-broken', 'case-not-draft');
  if (row.maybe_user_id !== null || row.maybe_aggressor_id !== null) throw fail('rule-broken', 'person-unsettled');
  const missing = await missingOf(unit, row.id as CaseId);
  if (missing.length > 0) {
    throw fail(
      'rule-broken',
      'section-incomplete',
      missing.map((one) => ({ path: `${one.page}.${one.question}`, message: one.label })),
    );
  }
  const b = (await getSectionB(unit.trx, row.id)).answers;
  const incident = await getIncident(unit.trx, row.incident_id);
  const errors = sectionBIssues(b, {
    occurredOn: occurredOn(incident),
    admittedOn: row.admitted_on as CivilDate,
  }).filter((issue) => issue.severity === 'error');
  if (errors.length > 0) {
    throw fail(
      'rule-broken',
      'section-incomplete',
      errors.map(({ path, message }) => ({ path: `b.${path}`, message })),
    );
  }
}

export function validateCase(isMonthClosed: IsMonthClosed) {
  return async (unit: Use, input: InputOf<Contract['validateCase']>): Promise<OutputOf<Contract['validateCase']>> => {
    const row = await getCaseRow(unit.trx, input.caseId);
    await refuseUnfinished(unit, row);
    const proposal = proposeCondition(await conditionFacts(unit, row, input.answers));
    if (proposal.proposed !== input.condition && input.overrideReason === null) {
      throw fail('rule-broken', 'condition-needs-reason', [
        { path: 'overrideReason', message: 'Elija el motivo por el que la condición no es la propuesta.' },
      ]);
    }
    await setComesAlone(unit, row, input.condition as CaseCondition);
    const month = await reportingMonth(unit, row, isMonthClosed);
    await updateCase(
      unit.trx,
      { id: row.id, version: input.version },
      {
        state: 'validated',
        condition_proposed: String(proposal.proposed),
        condition_confirmed: input.condition,
        condition_reason: input.overrideReason,
        condition_rule_set: proposal.ruleSetVersion,
        condition_confirmed_by: unit.session.staffId,
        validated_at: unit.now,
        reporting_month: month,
        updated_at: unit.now,
      },
    );
    unit.touch('case_file', row.id);
    unit.note({ condition: input.condition, proposed: String(proposal.proposed), month });
    return { version: input.version + 1, reportingMonth: month };
  };
}

/** ACUDE_SOLA is set by the form itself for Derivado and Continuador. */
async function setComesAlone(unit: Use, row: CaseRow, condition: CaseCondition): Promise<void> {
  const saved = await getSectionA(unit.trx, row.id);
  const comesAlone = comesAloneFor(condition, saved.answers.comesAlone);
  if (comesAlone === saved.answers.comesAlone) return;
  await updateSection(
    unit.trx,
    'a',
    { id: saved.id, version: saved.version },
    { by: unit.session.staffId, answers: { ...saved.answers, comesAlone } },
  );
  const record = { kind: 'section_a', id: saved.id };
  await keepChanges(
    unit,
    row,
    [{ part: 'a', record, before: saved.answers, after: { ...saved.answers, comesAlone } }],
    null,
  );
  unit.touch('section_a', saved.id);
}

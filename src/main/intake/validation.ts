/** Proposing and confirming the condition; turning a draft into a case that counts. */
import type { ChangeReason } from '../../shared/history/index.ts';
import {
  comesAloneFor,
  conditionQuestions,
  conditionReasonWords,
  proposeCondition,
  recordedWords,
  sectionA,
  sectionB,
  sectionBIssues,
  type CaseCondition,
  type CaseHistory,
  type ConditionProposal,
  type intakeContract,
  type LikelyPerson,
} from '../../shared/intake/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { Month } from '../../shared/platform/dates.ts';
import { monthOf } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Questions } from '../../shared/record/index.ts';
import { occurredOn, updateCase, type CaseRow } from './case-repository.ts';
import { keepChanges } from './changes.ts';
import { gatherHistory, savedCase, type Gathered, type HistoryParts, type SavedCase } from './condition-history.ts';
import { keepDecision, listDecisions } from './condition-repository.ts';
import { hasOpenDoubt } from './doubts.ts';
import type { Likely } from './likely.ts';
import { linksOf } from './links.ts';
import { tellWhatIsNew } from './news.ts';
import { missingInA, missingInB } from './progress.ts';
import { basisOf, closeReopened, reopenOfPersons } from './reopen.ts';
import { allowed } from './rights.ts';
import { updateSection } from './section-repository.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof intakeContract;

/** Whether a month was already published: then a late case belongs to the month of its validation (D20). */
export type TakesNoMoreCases = (trx: Trx, month: Month) => Promise<boolean>;

function labelsOf(questions: Questions, names: readonly string[], page: 'a' | 'b') {
  return names.map((name) => ({ page, question: name, label: questions[name]?.label ?? name }));
}

/** All that keeps a case from being validated, each with its field: the same is shown before, and refused at the attempt. */
function missingOf({ a: { answers: a }, b: { answers: b }, isContactDue, row, incident }: SavedCase) {
  const contact = { page: 'a', question: 'user.contact.mayCall', label: '¿Es seguro llamar?' } as const;
  const at = { occurredOn: occurredOn(incident), admittedOn: row.admitted_on };
  const wrong = sectionBIssues(b, at).filter(({ severity }) => severity === 'error');
  return [
    ...(isContactDue ? [contact] : []),
    ...labelsOf(sectionA.questions, missingInA(a), 'a'),
    ...labelsOf(sectionB.questions, missingInB(a, b), 'b'),
    ...wrong.map(({ path, message }) => ({ page: 'b' as const, question: path, label: message })),
  ];
}

export type ValidationParts = HistoryParts & { readonly takesNoMoreCases: TakesNoMoreCases };

function askedOf(history: CaseHistory, proposal: ConditionProposal) {
  const recorded = recordedWords(history);
  return proposal.asked.map((question) => ({
    question,
    ...conditionQuestions[question],
    isNeeded: proposal.needsAnswer.includes(question),
    recorded: recorded[question] ?? null,
  }));
}

/** Earlier fichas that the reader may open whole. */
async function openable(unit: Use, earlier: Gathered['earlier']): Promise<{ caseId: CaseId; number: string }[]> {
  const found: { caseId: CaseId; number: string }[] = [];
  for (const { row, isHidden } of earlier) {
    const decision = isHidden ? null : await allowed(unit, 'person.readIdentity', row.id);
    if (decision?.view === null) found.push({ caseId: row.id, number: row.number });
  }
  return found;
}

export async function proposeConditionOf(
  unit: Use,
  { caseId, answers }: InputOf<Contract['proposeCondition']>,
  parts: ValidationParts,
) {
  const saved = await savedCase(unit.trx, unit, caseId);
  const { history, likely, earlier } = await gatherHistory(unit, saved, parts);
  const proposal = proposeCondition(history, answers);
  return {
    fichas: await openable(unit, earlier),
    proposed: proposal.proposed,
    reasons: [...proposal.reasons],
    asked: askedOf(history, proposal),
    warnings: [...proposal.warnings],
    ruleSetVersion: proposal.ruleSetVersion,
    missing: missingOf(saved),
    likely: likely.map(asTold),
    links: await linksOf(unit, saved.row),
    decisions: await listDecisions(unit.trx, caseId),
  };
}

/** Month of a case: that of its admission, or of its validation when the former is already published, or of before the record (U-2). */
async function reportingMonth(unit: Use, row: CaseRow, takesNoMoreCases: TakesNoMoreCases): Promise<Month> {
  const admitted = monthOf(row.admitted_on);
  return (await takesNoMoreCases(unit.trx, admitted)) ? monthOf(unit.today) : admitted;
}

async function refuseUnfinished(trx: Trx, saved: SavedCase): Promise<void> {
  const { row } = saved;
  if (row.state !== 'draft') throw fail('rule-broken', 'case-not-draft');
  if (await hasOpenDoubt(trx, row)) throw fail('rule-broken', 'person-unsettled');
  const missing = missingOf(saved);
  if (missing.length > 0) {
    throw fail(
      'rule-broken',
      'section-incomplete',
      missing.map((one) => ({ path: `${one.page}.${one.question}`, message: one.label })),
    );
  }
}

/** Without the id of somebody of whom the reader is told nothing. */
function asTold({ id: _id, ...likely }: Likely): LikelyPerson {
  return likely;
}

type Decision = InputOf<Contract['validateCase']> & { readonly changeReason: ChangeReason | null };

/** The proposal of the moment and what a professional made of it; both are kept. */
async function decide(unit: Use, saved: SavedCase, input: Decision, parts: ValidationParts): Promise<Partial<CaseRow>> {
  const { row } = saved;
  const { answers, condition, changeReason } = input;
  const gathered = await gatherHistory(unit, saved, parts);
  const proposal = proposeCondition(gathered.history, answers);
  const isProposed = proposal.proposed === condition;
  if (!isProposed && input.overrideReason === null) {
    throw fail('rule-broken', 'condition-needs-reason', [
      { path: 'overrideReason', message: 'Elija el motivo por el que la condición no es la propuesta.' },
    ]);
  }
  const overrideReason = isProposed ? null : input.overrideReason;
  await keepDecision(unit, {
    ...{ caseId: row.id, proposal, answers, condition, overrideReason, changeReason },
    ruledOut: gathered.history.ruledOut,
    basis: await basisOf(unit.trx, row),
  });
  await tellWhatIsNew(unit, row, gathered, answers);
  await setComesAlone(unit, saved, { condition: condition as CaseCondition, reason: changeReason });
  return {
    condition_proposed: String(proposal.proposed),
    condition_confirmed: condition,
    condition_reason: overrideReason === null ? null : conditionReasonWords(overrideReason),
    condition_rule_set: proposal.ruleSetVersion,
    condition_confirmed_by: unit.session.staffId,
  };
}

export async function validateCase(unit: Use, input: InputOf<Contract['validateCase']>, parts: ValidationParts) {
  const saved = await savedCase(unit.trx, unit, input.caseId);
  await refuseUnfinished(unit.trx, saved);
  const { row } = saved;
  const decided = await decide(unit, saved, { ...input, changeReason: null }, parts);
  const month = await reportingMonth(unit, row, parts.takesNoMoreCases);
  const validated = { state: 'validated', validated_at: unit.now, reporting_month: month } as const;
  await updateCase(unit, { id: row.id, version: input.version }, { ...decided, ...validated });
  // A later ficha of hers was decided while this one counted nowhere.
  const why = `Se validó la ficha ${row.number}, anterior a esta.`;
  await reopenOfPersons(unit, [saved.pair.user_id], why, row.id);
  unit.note({ condition: input.condition, proposed: decided.condition_proposed ?? '', month });
  return { version: input.version + 1, reportingMonth: month };
}

export async function changeCondition(unit: Use, input: InputOf<Contract['changeCondition']>, parts: ValidationParts) {
  const saved = await savedCase(unit.trx, unit, input.caseId);
  const { row } = saved;
  if (row.state === 'draft') throw fail('rule-broken', 'case-not-validated');
  const decided = await decide(unit, saved, input, parts);
  await closeReopened(unit, input.caseId);
  await updateCase(unit, { id: row.id, version: input.version }, decided);
  unit.note({ condition: input.condition, before: row.condition_confirmed ?? 0 });
  return { version: input.version + 1 };
}

/** ACUDE_SOLA is set by the form itself for Derivado and Continuador. */
async function setComesAlone(
  unit: Use,
  { row, a: saved }: SavedCase,
  { condition, reason }: { condition: CaseCondition; reason: ChangeReason | null },
): Promise<void> {
  const comesAlone = comesAloneFor(condition, saved.answers.comesAlone);
  if (comesAlone === saved.answers.comesAlone) return;
  const answers = { ...saved.answers, comesAlone };
  await updateSection(unit, 'a', saved, { answers });
  const record = { kind: 'section_a', id: saved.id };
  await keepChanges(unit, row, [{ part: 'a', record, before: saved.answers, after: answers }], reason);
}

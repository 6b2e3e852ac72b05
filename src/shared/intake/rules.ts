/** Rules across questions that the catalogue alone cannot say. Errors stop the validation, warnings are shown. */
import { completedYears, spanOf, type CivilDate, type PartialDate } from '../platform/dates.ts';
import type { FieldIssue } from '../platform/failures.ts';
import { askedQuestions, isUnanswered, type Questions } from '../record/index.ts';
import { CaseCondition, ComesAlone, Degree, ValuationLevel, ViolenceType } from './named-codes.ts';
import { sectionA, type SectionAAnswers } from './section-a.ts';
import { sectionB, type SectionBAnswers } from './section-b.ts';

export type RuleIssue = FieldIssue & { readonly severity: 'error' | 'warning' };

const actsOfType = {
  [ViolenceType.economic]: 'economicActs',
  [ViolenceType.psychological]: 'psychologicalActs',
  [ViolenceType.physical]: 'physicalActs',
  [ViolenceType.sexual]: 'sexualActs',
} as const satisfies Record<ViolenceType, keyof SectionBAnswers>;

/** Facts of the records beside the catalogue; null = not known. */
export type SectionAParams = { readonly birth: PartialDate | null; readonly admittedOn: CivilDate };

export function sectionAIssues(answers: SectionAAnswers, { birth, admittedOn }: SectionAParams): RuleIssue[] {
  const issues: RuleIssue[] = [];
  const warn = (path: keyof SectionAAnswers, message: string) => issues.push({ path, message, severity: 'warning' });
  if (birth !== null) issues.push(...birthIssues(answers.userAge, birth, admittedOn));
  if (answers.userIsPeruvian === 0 && answers.userIsForeign === 0) {
    warn('userIsForeign', 'No es peruano/a ni extranjero/a. Revise o registre apátrida.');
  }
  if (answers.isPregnant === 1 && answers.userAge !== null && (answers.userAge < 9 || answers.userAge > 60)) {
    warn('isPregnant', 'La gestación no es usual a esa edad. Revise.');
  }
  return issues;
}

function birthIssues(age: number | null, birth: PartialDate, admittedOn: CivilDate): RuleIssue[] {
  if (spanOf(birth).first > admittedOn) {
    return [{ path: 'birth', message: 'Nació después del ingreso. Revise la fecha.', severity: 'error' }];
  }
  const years = completedYears(birth, admittedOn);
  if (years === null || age === null || Math.abs(years - age) <= 1) return [];
  return [
    { path: 'userAge', message: `Según la fecha de nacimiento tendría ${years} años. Revise.`, severity: 'warning' },
  ];
}

export type SectionBParams = {
  readonly occurredOn: PartialDate | null;
  readonly admittedOn: CivilDate;
};

export function sectionBIssues(answers: SectionBAnswers, { occurredOn, admittedOn }: SectionBParams): RuleIssue[] {
  const issues: RuleIssue[] = [];
  const add = (severity: RuleIssue['severity'], path: string, message: string) =>
    issues.push({ path, message, severity });
  if (answers.violenceType !== null && isUnanswered(answers[actsOfType[answers.violenceType]])) {
    add('error', actsOfType[answers.violenceType], 'Marque al menos un acto del tipo de violencia principal.');
  }
  if (isUnexplainedMild(answers)) {
    add('error', 'mildLevelReason', 'Escriba por qué el riesgo es leve con probabilidad e impacto altos.');
  }
  const isAfter = (date: PartialDate | null) => date !== null && spanOf(date).first > admittedOn;
  if (isAfter(occurredOn)) add('error', 'occurredOn', 'El hecho es posterior al ingreso. Revise la fecha.');
  if (isAfter(answers.complaintOn)) add('warning', 'complaintOn', 'La denuncia es posterior al ingreso. Revise.');
  if (isAfter(answers.disappearedOn)) add('error', 'disappearedOn', 'La desaparición es posterior al ingreso.');
  if (
    occurredOn !== null &&
    answers.complaintOn !== null &&
    spanOf(answers.complaintOn).last < spanOf(occurredOn).first
  ) {
    add('warning', 'complaintOn', 'La denuncia es anterior al último hecho. Revise la fecha.');
  }
  return issues;
}

function isUnexplainedMild(answers: SectionBAnswers): boolean {
  const isMildDespite =
    answers.valuationLevel === ValuationLevel.mild &&
    answers.likelihood === Degree.high &&
    answers.impact === Degree.high;
  return isMildDespite && isUnanswered(answers.mildLevelReason);
}

/** ACUDE_SOLA is set to 3 by the form itself when the condition is Derivado or Continuador. */
export function comesAloneFor(condition: CaseCondition | null, answered: ComesAlone | null): ComesAlone | null {
  const isOther = condition === CaseCondition.transferred || condition === CaseCondition.continuing;
  return isOther ? ComesAlone.transferredOrContinuing : answered;
}

/** Optional facts a later paper or table reads; the required ones are in `missingQuestions`. */
const wanted = {
  protectionMeasures: {
    a: ['incidentDistrict', 'partnerBond', 'familyBond', 'otherBond'],
    b: ['complaintOfficeKind', 'complaintOfficeName', 'complaintOn', 'hasProtectionMeasures', 'likelihood', 'impact'],
  },
  healthReferral: { a: ['isPregnant', 'gestationWeeks', 'healthInsurance', 'disabilityKinds'], b: ['treatments'] },
  partnerRisk: { a: ['bondGroup', 'userAge', 'userSex', 'partnerBond'], b: [] },
  monthlyReport: { a: ['aggressorAge', 'healthInsurance', 'isPregnant'], b: ['frequency', 'hasProtectionMeasures'] },
} as const satisfies Record<string, { a: readonly (keyof SectionAAnswers)[]; b: readonly (keyof SectionBAnswers)[] }>;
export type FactUse = keyof typeof wanted;

export type MissingFact = { readonly page: 'a' | 'b'; readonly question: string; readonly label: string };

/** Facts the use reads that are asked and not answered, in form order; `b` null before Section B is begun. */
export function missingFacts(use: FactUse, a: SectionAAnswers, b: SectionBAnswers | null): MissingFact[] {
  const find = (page: 'a' | 'b', questions: Questions, answers: Record<string, unknown>, names: readonly string[]) =>
    askedQuestions(questions, answers, a)
      .filter((name) => names.includes(name) && isUnanswered(answers[name]))
      .map((question) => ({ page, question, label: questions[question]?.label ?? question }));
  return [
    ...find('a', sectionA.questions, a, wanted[use].a),
    ...(b === null ? [] : find('b', sectionB.questions, b, wanted[use].b)),
  ];
}

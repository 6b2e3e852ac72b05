/** Which conditions of a proposal hold in a case: what its sections, its facts of the day and its work say. */
import { ValuationLevel, ViolenceType, type SectionAAnswers, type SectionBAnswers } from '../intake/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import { proposalWhenLabels, type ProposalWhen } from './codes.ts';
import { evidenceOf, type PlanWork } from './evidence.ts';

const adult = 18;

/** Some facts of the day are conditions under their own name. */
const isWhen = (fact: string): fact is ProposalWhen => fact in proposalWhenLabels;

type Known = {
  readonly a: Pick<SectionAAnswers, 'complaintFiled' | 'userAge'>;
  readonly b: Pick<SectionBAnswers, 'valuationLevel' | 'violenceType'>;
  /** Facts of the day that are open. */
  readonly sameDay: readonly string[];
  readonly work: PlanWork;
};

export function conditionsOf({ a, b, sameDay, work }: Known): ReadonlySet<ProposalWhen> {
  const isAsked = evidenceOf('requestMeasures', work) !== null;
  const isSevere = b.valuationLevel === ValuationLevel.severe;
  const found: Readonly<Partial<Record<ProposalWhen, boolean>>> = {
    always: true,
    moderate: (b.valuationLevel ?? 0) >= ValuationLevel.moderate,
    severe: isSevere,
    complaint: a.complaintFiled === 1,
    noComplaint: a.complaintFiled === 0,
    noMeasures: (a.complaintFiled === 1 || isSevere) && !isAsked,
    breach: work.acts.some(({ kind }) => kind === 'breach') || sameDay.includes('measureBreached'),
    minor: a.userAge !== null && a.userAge < adult,
    sexual: b.violenceType === ViolenceType.sexual,
  };
  const named = codesOf(proposalWhenLabels).filter((when) => found[when] === true);
  return new Set([...named, ...sameDay.filter((fact) => isWhen(fact))]);
}

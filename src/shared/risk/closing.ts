/** The partner form closes with its three parts: items, annex A (pregnancy among it), and what the record already knows. */
import { under } from '../platform/codes-of.ts';
import type { FieldIssue } from '../platform/failures.ts';
import type { AnnexQuestion, RiskInstrument } from './instrument.ts';
import { contradictionIssues, type KnownFact } from './known.ts';
import type { PartnerRiskAnswers } from './schema.ts';

/** A «No» of Section A is an answer; a «Sí» and an empty box are asked aloud. */
export function isPregnancyAsked(isPregnant: 0 | 1 | null): boolean {
  return isPregnant !== 0;
}

export function isAnnexAsked({ askedWhen }: AnnexQuestion, { annex }: PartnerRiskAnswers): boolean {
  return askedWhen === undefined || under<string | null>(annex, askedWhen.item) === askedWhen.is;
}

/** Questions of annex A that are asked for these answers and have none. */
export function blankAnnex(instrument: Pick<RiskInstrument, 'annex'>, answers: PartnerRiskAnswers): AnnexQuestion[] {
  const annex: Readonly<Record<string, string | null>> = answers.annex;
  return instrument.annex.filter((question) => isAnnexAsked(question, answers) && annex[question.id] === null);
}

export type ClosingFacts = { readonly isPregnant: 0 | 1 | null; readonly known: readonly KnownFact[] };

type ClosingRefusal = {
  readonly reason: 'pregnancy-not-asked' | 'annex-incomplete' | 'contradiction' | 'location-not-offered';
  /** Of every part. Paths below the answers. */
  readonly issues: readonly FieldIssue[];
};

/**
 * Everything that keeps the form from being signed, under the reason of its first part; null when all is there. Scoring
 * is another question.
 */
export function closingRefusal(
  instrument: Pick<RiskInstrument, 'annex'>,
  answers: PartnerRiskAnswers,
  { isPregnant, known }: ClosingFacts,
): ClosingRefusal | null {
  const parts: ClosingRefusal[] = [];
  if (answers.annex.pregnant === null && isPregnancyAsked(isPregnant)) {
    const message = 'Pregunte de viva voz si está embarazada y marque la respuesta.';
    parts.push({ reason: 'pregnancy-not-asked', issues: [{ path: 'annex.pregnant', message }] });
  }
  const isExplained = answers.annexBlank !== null;
  const blank = blankAnnex(instrument, answers).filter(({ id }) => id !== 'pregnant' || !isPregnancyAsked(isPregnant));
  if (!isExplained && blank.length > 0) {
    const message = 'Diga por qué quedaron preguntas del anexo A sin respuesta.';
    parts.push({ reason: 'annex-incomplete', issues: [{ path: 'annexBlank', message }] });
  }
  const issues = contradictionIssues(answers, known);
  if (issues.length > 0) parts.push({ reason: 'contradiction', issues });
  if (answers.locationOffer === null) {
    const message = 'Ofrézcale el anexo B y marque qué respondió.';
    parts.push({ reason: 'location-not-offered', issues: [{ path: 'locationOffer', message }] });
  }
  const [first] = parts;
  return first === undefined ? null : { reason: first.reason, issues: parts.flatMap((part) => part.issues) };
}

/** A partner form with all its parts, everything else as the test says. */
import {
  blankPartnerRisk,
  knownQuestions,
  partnerRisk2019,
  type Mark,
  type PartnerRiskAnswers,
} from '../../src/shared/risk/index.ts';

export function riskAnswers(mark: Mark, more: Partial<PartnerRiskAnswers> = {}): PartnerRiskAnswers {
  const blank = blankPartnerRisk();
  return {
    ...blank,
    items: Object.fromEntries(partnerRisk2019.items.map(({ id }) => [id, mark])) as PartnerRiskAnswers['items'],
    livedTogether: 'yes',
    annex: { ...blank.annex, pregnant: 'no' },
    annexBlank: 'noReply',
    locationOffer: 'declines',
    ...more,
  };
}

/** An explanation for every question, whichever the record contradicts. */
export const allExplained: PartnerRiskAnswers['explained'] = knownQuestions.map((about) => ({
  about,
  why: 'Hoy lo cuenta de otra manera.',
}));

/** What signing asks beside the answers. */
export const signing = { hasConsent: true, confirmedLevel: null, overrideReason: null } as const;

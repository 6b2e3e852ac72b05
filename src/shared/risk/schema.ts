/** Answers of the partner form as they travel and are kept; every question present, `pending` or null until asked. */
import { eachOf } from '../platform/codes-of.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { markStates, type AnnexQuestion } from './instrument.ts';
import { partnerRisk2019, type PartnerRiskAnnexId, type PartnerRiskItemId } from './partner-2019.ts';

export { partnerRiskLevels, type PartnerRiskLevel } from './partner-2019.ts';

const mark = z.enum(markStates);

/** Why answers of an annex are blank: one statement for all of them. */
export const blankReasonLabels = {
  notKnown: 'No sabe',
  noReply: 'Prefiere no responder',
  notAsked: 'No se pudo preguntar',
} as const;

/** What she said when annex B (where he is found) was offered; it is never required. */
export const locationOfferLabels = {
  answers: 'Sí, lo responde',
  declines: 'No quiere responderlo',
  later: 'No era el momento: se ofrecerá después',
} as const;

type AnnexOption<Id extends PartnerRiskAnnexId> = Extract<
  (typeof partnerRisk2019)['annex'][number],
  { id: Id }
>['options'][number]['id'];

const itemIds = partnerRisk2019.items.map(({ id }) => id);
const annexQuestions: readonly AnnexQuestion[] = partnerRisk2019.annex;
// A shape made from entries forgets which name has which schema.
const annexShape = Object.fromEntries(
  annexQuestions.map((question) => [question.id, z.enum(question.options.map((option) => option.id)).nullable()]),
) as unknown as { [Id in PartnerRiskAnnexId]: z.ZodType<AnnexOption<Id> | null, AnnexOption<Id> | null> };

export type KnownQuestion = `items.${PartnerRiskItemId}` | 'annex.pregnant';

/** Questions about which something may be known: every scored item, and the pregnancy of annex A. */
export const knownQuestions: readonly KnownQuestion[] = [
  ...partnerRisk2019.items.map((item) => `items.${item.id}` as const),
  'annex.pregnant',
];

export const partnerRiskAnswersSchema = z.strictObject({
  /** Step 2: the gravest attack of the last twelve months; null when there was none or she cannot say. */
  highestSeverity: z.literal([1, 2, 3, 4, 5]).nullable(),
  items: z.strictObject(eachOf(itemIds, () => mark)),
  /** 2a. */
  livedTogether: mark,
  /** 5a, only with weaponUse = yes. */
  whichWeapon: cleanedText(200).nullable(),
  /** 12a, never with control = yes. */
  resistsControl: z.boolean(),
  annex: z.strictObject(annexShape),
  /** For the questions of annex A without an answer; null when all are answered. */
  annexBlank: oneOf(blankReasonLabels).nullable(),
  locationOffer: oneOf(locationOfferLabels).nullable(),
  /** Why an answer differs from what the record already says, one for each question. */
  explained: z
    .array(z.strictObject({ about: z.enum(knownQuestions), why: cleanedText(300) }))
    .max(knownQuestions.length),
  /** Name of the community of annex question 6. */
  community: cleanedText(120).nullable(),
  /** «Observaciones de interés»: results of the annex and other factors. */
  observations: cleanedText(2000).nullable(),
});
export type PartnerRiskAnswers = z.infer<typeof partnerRiskAnswersSchema>;

export function blankPartnerRisk(): PartnerRiskAnswers {
  return {
    highestSeverity: null,
    items: eachOf(itemIds, () => 'pending' as const),
    livedTogether: 'pending',
    whichWeapon: null,
    resistsControl: false,
    annex: eachOf(
      partnerRisk2019.annex.map(({ id }) => id),
      () => null,
    ),
    annexBlank: null,
    locationOffer: null,
    explained: [],
    community: null,
    observations: null,
  };
}

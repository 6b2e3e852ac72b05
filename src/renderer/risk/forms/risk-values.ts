/** What the risk form holds while it is asked: the answers, the consent before them, the level confirmed after them. */
import {
  blankAnnex,
  blankPartnerRisk,
  contradicted,
  isAnnexAsked,
  isInformativeAsked,
  partnerRisk2019,
  partnerRiskAnswersSchema,
  partnerRiskLevels,
  type AnnexQuestion,
  type InformativeItem,
  type KnownFact,
  type Mark,
  type PartnerRiskAnswers,
  type PartnerRiskItemId,
  type ScoredItem,
} from '../../../shared/risk/index.ts';
import { under } from '../../../shared/platform/codes-of.ts';
import { cleanedText } from '../../../shared/platform/text.ts';
import { z } from '../../../shared/platform/zod.ts';
import { optionsOf } from '../../../shared/record/index.ts';
import type { SectionForm } from '../../platform/forms/index.ts';

export const riskFormSchema = z.strictObject({
  hasConsent: z.boolean().nullable(),
  answers: partnerRiskAnswersSchema,
  confirmedLevel: z.enum(partnerRiskLevels).nullable(),
  overrideReason: cleanedText(300).nullable(),
});
export type RiskValues = z.input<typeof riskFormSchema>;
export type RiskForm = SectionForm<RiskValues>;

export function blankRisk(): RiskValues {
  return { hasConsent: null, answers: blankPartnerRisk(), confirmedLevel: null, overrideReason: null };
}

export const scoredItems: readonly ScoredItem<PartnerRiskItemId>[] = partnerRisk2019.items;
export const informativeItems: readonly InformativeItem[] = partnerRisk2019.informative;
export const annexQuestions: readonly AnnexQuestion[] = partnerRisk2019.annex;

export const markOptions = optionsOf({ yes: 'Sí', no: 'No', unknown: 'No sabe' });

export const riskOrder = [
  'hasConsent',
  'answers.highestSeverity',
  'answers.livedTogether',
  ...scoredItems.flatMap((item) => [`answers.items.${item.id}`, `answers.explained.items.${item.id}`]),
  'answers.whichWeapon',
  'answers.resistsControl',
  ...annexQuestions.map((question) => `answers.annex.${question.id}`),
  ...['answers.explained.annex.pregnant', 'answers.annexBlank', 'answers.locationOffer'],
  ...['answers.community', 'answers.observations', 'confirmedLevel', 'overrideReason'],
];

const numbers = new Map([
  ...scoredItems.flatMap(({ id, number }) =>
    [`items.${id}`, `explained.items.${id}`].map((path) => [path, number] as const),
  ),
  ...informativeItems.map(({ id, number }) => [id, number] as const),
  ...annexQuestions.map(({ id, number }) => [`annex.${id}`, `anexo A ${number}`] as const),
]);

/** «Pregunta 9», before what is wrong with it; null where the message says it. */
export function questionLabel(name: string): string | null {
  const number = numbers.get(name.replace(/^answers\./, ''));
  return number === undefined ? null : `Pregunta ${number}`;
}

/** Whether the form asks the item for these answers: item 3 is skipped when they did not live together. */
export function isItemAsked(item: ScoredItem, answers: PartnerRiskAnswers): boolean {
  const skip = item.skippedWhen;
  if (skip === undefined) return true;
  const other = skip.item === 'livedTogether' ? answers.livedTogether : answers.items[skip.item as 'worse'];
  return other !== skip.is;
}

/** The answers as they are signed: what the form skips goes without the answer it may have held. */
export function asSigned(answers: PartnerRiskAnswers, known: readonly KnownFact[]): PartnerRiskAnswers {
  const isAsked = (id: string) => {
    const item = informativeItems.find((one) => one.id === id);
    return item === undefined || isInformativeAsked(item, answers);
  };
  const items = scoredItems.map((item) => [
    item.id,
    isItemAsked(item, answers) ? answers.items[item.id] : 'notApplicable',
  ]);
  const annex = annexQuestions.map((question) => [
    question.id,
    isAnnexAsked(question, answers) ? under<string | null>(answers.annex, question.id) : null,
  ]);
  const ethnic = ['hisCommunity', 'herCommunity', 'elsewhere'] as const;
  const signed = {
    ...answers,
    items: Object.fromEntries(items) as PartnerRiskAnswers['items'],
    annex: Object.fromEntries(annex) as PartnerRiskAnswers['annex'],
    whichWeapon: isAsked('whichWeapon') ? answers.whichWeapon : null,
    resistsControl: isAsked('resistsControl') && answers.resistsControl,
    community: ethnic.some((kind) => kind === answers.annex.ethnicDiscrimination) ? answers.community : null,
  };
  const differing = contradicted(signed, known);
  return {
    ...signed,
    annexBlank: blankAnnex(partnerRisk2019, signed).length > 0 ? signed.annexBlank : null,
    explained: signed.explained.filter(({ about }) => differing.includes(about)),
  };
}

/** Scored items and 2a still to ask, in the order of the form, as the path of their field. */
export function pendingPaths(answers: PartnerRiskAnswers): string[] {
  const items: Readonly<Record<string, Mark>> = answers.items;
  return scoredItems.flatMap((item) => {
    const before = item.skippedWhen?.item === 'livedTogether' && answers.livedTogether === 'pending';
    const itself = isItemAsked(item, answers) && items[item.id] === 'pending';
    return [...(before ? ['answers.livedTogether'] : []), ...(itself ? [`answers.items.${item.id}`] : [])];
  });
}

/**
 * What the record already says about a question of the partner form: shown beside it with source and date, never filled
 * in. Where the answer says the contrary, the form asks why.
 */
import { sectionB, type SectionAAnswers, type SectionBAnswers } from '../intake/index.ts';
import { civilDateSchema, type CivilDate } from '../platform/dates.ts';
import type { FieldIssue } from '../platform/failures.ts';
import { oneOf, z } from '../platform/zod.ts';
import type { ScoredItem } from './instrument.ts';
import { partnerRisk2019, type PartnerRiskItemId } from './partner-2019.ts';
import { knownQuestions, type KnownQuestion, type PartnerRiskAnswers } from './schema.ts';

export const knownSourceLabels = {
  sectionA: 'Sección A',
  sectionB: 'Sección B',
  earlierForm: 'Ficha anterior',
  breach: 'Aviso',
} as const;

export const knownFactSchema = z.strictObject({
  about: z.enum(knownQuestions),
  says: z.enum(['yes', 'no']),
  source: oneOf(knownSourceLabels),
  /** What was answered or ticked there; for an earlier form, its answer. */
  words: z.string(),
  on: civilDateSchema,
  /** The contrary answer needs a reason; without it, it may well have changed since. */
  asks: z.boolean(),
});
export type KnownFact = z.infer<typeof knownFactSchema>;

type A = Pick<SectionAAnswers, 'isPregnant'>;
type B = Pick<
  SectionBAnswers,
  'psychologicalActs' | 'physicalActs' | 'sexualActs' | 'aggressorRiskFactors' | 'userRiskFactors' | 'earlierComplaint'
>;

export type KnownInput = {
  readonly a: { readonly answers: A; readonly on: CivilDate };
  readonly b: { readonly answers: B; readonly on: CivilDate };
  /** Newest first. */
  readonly earlier: readonly {
    readonly answers: Pick<PartnerRiskAnswers, 'items' | 'annex'>;
    readonly on: CivilDate;
  }[];
  /** Days on which somebody told of a breached measure, newest first. */
  readonly breaches: readonly CivilDate[];
};

const { psychologicalActs, physicalActs, sexualActs, aggressorRiskFactors, userRiskFactors } = sectionB.questions;
type Ticks = { readonly question: keyof B; readonly labels: Readonly<Record<string, { readonly label: string }>> };
const psychological: Ticks = { question: 'psychologicalActs', labels: psychologicalActs.ticks };
const physical: Ticks = { question: 'physicalActs', labels: physicalActs.ticks };
const sexual: Ticks = { question: 'sexualActs', labels: sexualActs.ticks };
const his: Ticks = { question: 'aggressorRiskFactors', labels: aggressorRiskFactors.ticks };
const hers: Ticks = { question: 'userRiskFactors', labels: userRiskFactors.ticks };

/** Ticks of Section B that answer an item, and whether «No» there contradicts them. */
const tickRows: readonly (readonly [PartnerRiskItemId, Ticks, readonly string[], boolean])[] = [
  ['worse', his, ['escalation'], true],
  ['weaponAccess', his, ['firearmAccess'], true],
  ['weaponUse', physical, ['weaponWounds'], true],
  ['weaponUse', his, ['threatWithDangerousObject'], true],
  ['threatToKill', psychological, ['deathThreat'], false],
  ['threatToKill', his, ['deathThreat'], true],
  ['reportedBefore', his, ['breachesMeasures'], true],
  ['forcedSex', sexual, ['rape', 'rapeByDeceit'], true],
  ['forcedSex', his, ['partnerSexualAssault'], true],
  ['strangulation', physical, ['strangulation'], true],
  ['strangulation', his, ['femicideAttempt'], false],
  ['drugs', his, ['drugUse'], true],
  ['alcohol', his, ['alcoholAbuse'], true],
  ['violentJealousy', his, ['pathologicalJealousy'], false],
  ['threatToChildren', his, ['threatToHarmOthers'], false],
  ['capableOfKilling', hers, ['perceivesMortalDanger'], true],
  ['herSuicideThreat', hers, ['suicidalIdeas'], false],
];

/** Items about what ever happened: told once, it cannot cease to have happened. */
const everItems: readonly PartnerRiskItemId[] = [
  ...(['weaponUse', 'threatToKill', 'reportedBefore', 'forcedSex', 'strangulation'] as const),
  ...(['hitWhilePregnant', 'hisSuicideThreat', 'herSuicideThreat'] as const),
];

function fromTicks({ answers, on }: KnownInput['b']): KnownFact[] {
  return tickRows.flatMap(([item, { question, labels }, names, asks]) => {
    const ticked = answers[question] as readonly string[] | null;
    return names
      .filter((name) => ticked?.includes(name) === true)
      .map((name) => {
        const words = labels[name]?.label ?? name;
        return { about: `items.${item}` as const, says: 'yes' as const, source: 'sectionB' as const, words, on, asks };
      });
  });
}

function fromSectionA({ answers, on }: KnownInput['a']): KnownFact[] {
  if (answers.isPregnant === null) return [];
  const says = answers.isPregnant === 1 ? 'yes' : 'no';
  const words = says === 'yes' ? 'Está gestando' : 'No está gestando';
  return [{ about: 'annex.pregnant', says, source: 'sectionA', words, on, asks: true }];
}

function fromComplaint({ answers, on }: KnownInput['b']): KnownFact[] {
  if (answers.earlierComplaint !== 1) return [];
  const words = 'Denunció los hechos anteriores';
  return [{ about: 'items.reportedBefore', says: 'yes', source: 'sectionB', words, on, asks: true }];
}

/** As the form words the answer: «Siguen viviendo juntos». */
function answerWords(about: KnownQuestion, said: 'yes' | 'no'): string {
  const items: readonly ScoredItem[] = partnerRisk2019.items;
  const item = items.find(({ id }) => about === `items.${id}`);
  return item?.buttons?.[said] ?? (said === 'yes' ? 'Sí' : 'No');
}

/** Of each question, the newest earlier answer; only a «Sí» to what ever happened is asked about. */
function fromEarlier(earlier: KnownInput['earlier']): KnownFact[] {
  return knownQuestions.flatMap((about): KnownFact[] => {
    for (const { answers, on } of earlier) {
      const said = answerAt(answers, about);
      if (said !== 'yes' && said !== 'no') continue;
      const asks = said === 'yes' && everItems.some((item) => about === `items.${item}`);
      return [{ about, says: said, source: 'earlierForm', words: answerWords(about, said), on, asks }];
    }
    return [];
  });
}

function fromBreaches([on]: KnownInput['breaches']): KnownFact[] {
  if (on === undefined) return [];
  const words = 'Se informó un incumplimiento de medidas de protección';
  return [{ about: 'items.reportedBefore', says: 'yes', source: 'breach', words, on, asks: true }];
}

function answerAt(answers: Pick<PartnerRiskAnswers, 'items' | 'annex'>, about: KnownQuestion): string | null {
  if (about === 'annex.pregnant') return answers.annex.pregnant;
  return answers.items[about.slice('items.'.length) as PartnerRiskItemId];
}

/** What the record says about the questions of the form, in their order. */
export function knownFacts(input: KnownInput): KnownFact[] {
  const all = [
    ...fromSectionA(input.a),
    ...fromTicks(input.b),
    ...fromComplaint(input.b),
    ...fromBreaches(input.breaches),
    ...fromEarlier(input.earlier),
  ];
  return knownQuestions.flatMap((about) => all.filter((fact) => fact.about === about));
}

/** Questions answered contrary to what the record says, in the order of the form. */
export function contradicted(answers: PartnerRiskAnswers, known: readonly KnownFact[]): KnownQuestion[] {
  return knownQuestions.filter((about) => {
    const said = answerAt(answers, about);
    return (
      (said === 'yes' || said === 'no') && known.some((fact) => fact.about === about && fact.asks && fact.says !== said)
    );
  });
}

/** Contradictions that nobody explained, one issue each, where the explanation is written. */
export function contradictionIssues(answers: PartnerRiskAnswers, known: readonly KnownFact[]): FieldIssue[] {
  return contradicted(answers, known)
    .filter((about) => !answers.explained.some((one) => one.about === about))
    .map((about) => ({ path: `explained.${about}`, message: 'No coincide con lo que ya consta: escriba por qué.' }));
}

/**
 * Facts that demand an answer the same day. Not levels: each opens a task that cannot be put off without a reason;
 * «no se pudo preguntar» with a reason lets the interview end and leaves the task open (decision D14).
 */
import {
  LivesWithUser,
  ValuationLevel,
  ViolenceType,
  type SectionAAnswers,
  type SectionBAnswers,
} from '../intake/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import type { PartnerRiskAnswers } from './schema.ts';

/** What each fact is called, and what is done today. */
export const sameDayLabels = {
  attemptOrStrangulation: {
    label: 'Tentativa o estrangulamiento',
    advice: 'Coordine hoy atención de salud, denuncia y medidas de protección.',
  },
  weapon: { label: 'Arma o acceso a un arma', advice: 'Pregunte dónde está el arma y pida su retiro a la comisaría.' },
  deathThreat: { label: 'Amenaza de muerte', advice: 'Haga hoy el plan de seguridad y pida medidas de protección.' },
  justLeft: {
    label: 'Acaba de separarse',
    advice: 'Es el momento de mayor peligro: revise con ella dónde dormirá hoy.',
  },
  pregnancyOrBelly: { label: 'Embarazo o golpes en el vientre', advice: 'Derive hoy al establecimiento de salud.' },
  measureBreached: {
    label: 'Incumplimiento de medidas de protección',
    advice: 'Comunique hoy al juzgado y a la comisaría.',
  },
  suicidalIdeas: { label: 'Ideas o intento de suicidio', advice: 'No la deje sola: derive hoy a salud mental.' },
  childUnprotected: {
    label: 'Niña, niño o adolescente sin protección',
    advice: 'Comunique hoy a la autoridad competente.',
  },
  rapeWithinKit: {
    label: 'Violación dentro del plazo del Kit de Emergencia',
    advice: 'Derive de inmediato al establecimiento de salud para el kit.',
  },
  accessAndSevere: {
    label: 'Riesgo severo y la presunta persona agresora tiene acceso a ella',
    advice: 'Busque hoy un lugar seguro con su red o un hogar de refugio.',
  },
} as const;
export type SameDayFact = keyof typeof sameDayLabels;
export const sameDayFacts = codesOf(sameDayLabels);

/** Window of the emergency kit (U70). */
export const kitWindow = { hours: 72, confirmation: 'toConfirm', source: 'Kit de Emergencia: U70' } as const;

export type SameDayInput = {
  readonly a: Pick<SectionAAnswers, 'userAge' | 'isPregnant' | 'aggressorLivesWithUser'>;
  readonly b: Pick<
    SectionBAnswers,
    | 'violenceType'
    | 'psychologicalActs'
    | 'physicalActs'
    | 'sexualActs'
    | 'aggressorRiskFactors'
    | 'userRiskFactors'
    | 'valuationLevel'
  >;
  /** Newest signed or drafted partner form; null when there is none. */
  readonly partnerRisk: Pick<PartnerRiskAnswers, 'items' | 'annex' | 'livedTogether'> | null;
  /** Hours since the last event, counted from the earliest moment it may mean; null when not known. */
  readonly hoursSinceEvent: number | null;
  /** Window of the emergency kit in hours: a setting (U70). */
  readonly kitHours: number;
};

const has = (ticked: readonly string[] | null, ...names: string[]) =>
  names.some((name) => ticked?.includes(name) === true);

/** The checks that read ticks and marks alone, one per fact. */
function isPresent(fact: SameDayFact, { a, b, partnerRisk, ...time }: SameDayInput): boolean {
  const marked = (...items: (keyof PartnerRiskAnswers['items'])[]) =>
    items.some((item) => partnerRisk?.items[item] === 'yes');
  const checks: Record<SameDayFact, () => boolean> = {
    attemptOrStrangulation: () =>
      has(b.physicalActs, 'strangulation') ||
      has(b.aggressorRiskFactors, 'femicideAttempt') ||
      has(b.userRiskFactors, 'femicideAttempt') ||
      marked('strangulation'),
    weapon: () =>
      has(b.physicalActs, 'weaponWounds') ||
      has(b.aggressorRiskFactors, 'firearmAccess', 'threatWithDangerousObject') ||
      marked('weaponAccess', 'weaponUse'),
    deathThreat: () =>
      has(b.psychologicalActs, 'deathThreat') || has(b.aggressorRiskFactors, 'deathThreat') || marked('threatToKill'),
    // Left unanswered, «no» of item 3 means nothing when they did not live together (2a = No).
    justLeft: () => partnerRisk?.items.stillTogether === 'no' && partnerRisk.livedTogether !== 'no',
    pregnancyOrBelly: () =>
      a.isPregnant === 1 || partnerRisk?.annex.pregnant === 'yes' || partnerRisk?.annex.blowsToBelly === 'yes',
    measureBreached: () => has(b.aggressorRiskFactors, 'breachesMeasures'),
    suicidalIdeas: () => has(b.userRiskFactors, 'suicidalIdeas') || marked('herSuicideThreat'),
    childUnprotected: () => a.userAge !== null && a.userAge < 18 && has(b.userRiskFactors, 'noCarerAtHome'),
    rapeWithinKit: () => isRape(b) && (time.hoursSinceEvent === null || time.hoursSinceEvent <= time.kitHours),
    accessAndSevere: () =>
      b.valuationLevel === ValuationLevel.severe &&
      (has(b.aggressorRiskFactors, 'accessToUser') ||
        a.aggressorLivesWithUser === LivesWithUser.yes ||
        a.aggressorLivesWithUser === LivesWithUser.sporadically),
  };
  return checks[fact]();
}

/** Main type sexual without acts ticked yet counts too: in doubt the kit is urgent. */
function isRape(b: SameDayInput['b']): boolean {
  if (has(b.sexualActs, 'rape', 'rapeByDeceit')) return true;
  return b.violenceType === ViolenceType.sexual && (b.sexualActs === null || b.sexualActs.length === 0);
}

/** Facts present, in the order of the list; an unanswered question never shows one, save an unknown hour of a rape. */
export function sameDayFactsOf(input: SameDayInput): SameDayFact[] {
  return sameDayFacts.filter((fact) => isPresent(fact, input));
}

/** Facts that a risk form tells by itself, while it is asked. */
export function sameDayFactsOfForm(partnerRisk: NonNullable<SameDayInput['partnerRisk']>): SameDayFact[] {
  const a = { userAge: null, isPregnant: null, aggressorLivesWithUser: null };
  const acts = { violenceType: null, psychologicalActs: null, physicalActs: null, sexualActs: null };
  const b = { ...acts, aggressorRiskFactors: null, userRiskFactors: null, valuationLevel: null };
  return sameDayFactsOf({ a, b, partnerRisk, hoursSinceEvent: null, kitHours: kitWindow.hours });
}

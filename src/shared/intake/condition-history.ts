/**
 * From what the record knows of a user and her fichas to the facts of the condition.
 *
 * The record proves only what it holds: what it cannot say stays null until somebody answers. An answer of a
 * professional goes before what follows from dates; a pair that staff confirmed goes before an answer.
 */
import type { Service } from '../access/index.ts';
import { spanOf, type CivilDate, type PartialDate } from '../platform/dates.ts';
import { citation, decideCondition, spanishDate, type ConditionProposal, type ConditionQuestion } from './condition.ts';
import { conditionRules, type CitedFicha, type ConditionFacts, type ConditionRules } from './condition-rules.ts';
import { IntakeChannel } from './named-codes.ts';
import { blankConditionAnswers, type ConditionAnswers } from './schema.ts';
import type { SectionAAnswers } from './section-a.ts';

/** An earlier validated ficha of the same user. */
export type EarlierFicha = {
  /** As it may be named to the reader. */
  readonly cited: CitedFicha;
  readonly admittedOn: CivilDate;
  /** Shares the event of this ficha: a second aggressor of one event, not a history. */
  readonly isSameEvent: boolean;
  /** `other`: somebody said so, or evidence separates them. `undecided`: nobody has said whether it is he. */
  readonly aggressor: 'same' | 'other' | 'undecided';
  readonly occurredOn: PartialDate | null;
  /** Newest act that counts as an attention (U23); the admission when none is on record. */
  readonly lastAttentionOn: CivilDate;
};

export type CaseHistory = {
  readonly today: CivilDate;
  /** Earlier fichas, newest first. */
  readonly earlier: readonly EarlierFicha[];
  /**
   * A person of the record who may be her: `linked`, left open at the desk; `alike`, close enough to ask about and not
   * answered yet; null when nobody waits.
   */
  readonly userDoubt: 'linked' | 'alike' | null;
  /** Persons close to her of whom a professional said that they are not she. */
  readonly ruledOut: number;
  /** Somebody close to her only others can look at, who were asked to. */
  readonly isReviewAsked: boolean;
  readonly isAggressorSettled: boolean;
  readonly isKnownOnlyAsAggressor: boolean;
  readonly occurredOn: PartialDate | null;
  /** FORMA_INGRESO 23; null while the channel is not answered. */
  readonly isSentByAnotherCentre: boolean | null;
  /** CEM_USUARIA and the ficha it names. */
  readonly knownAsUser: boolean | null;
  readonly fichaElsewhere: string | null;
  /** CEM_AGRESOR. */
  readonly knownAsAggressor: boolean | null;
  readonly needsLegalRepresentation: boolean | null;
  /** Services of the actions planned in Section E; empty while nothing is planned. */
  readonly plannedServices: readonly Service[];
};

/** Whether the channel is «Otro CEM» (23); null while it is not answered. */
export function comesFromAnotherCentre({ intakeChannel }: Pick<SectionAAnswers, 'intakeChannel'>): boolean | null {
  return intakeChannel === null ? null : intakeChannel === IntakeChannel.anotherCentre;
}

type Reference = { readonly ficha: CitedFicha | null; readonly earlier: EarlierFicha | null };

/** The newest ficha of this pair, else the newest of this user, else the one another centre has. */
function referenceOf(history: CaseHistory, earlier: readonly EarlierFicha[]): Reference {
  const own = earlier.find((one) => one.aggressor === 'same') ?? earlier[0];
  if (own !== undefined) return { ficha: own.cited, earlier: own };
  const ficha = history.fichaElsewhere === null ? null : { number: history.fichaElsewhere, on: null };
  return { ficha, earlier: null };
}

/** Whether this event is later than the last ficha, as far as the dates say; null between them, or when not known. */
function laterEvent(history: CaseHistory, last: EarlierFicha | undefined): boolean | null {
  if (history.occurredOn === null || last === undefined) return null;
  const event = spanOf(history.occurredOn);
  if (event.first > last.admittedOn) return true;
  const before = last.occurredOn === null ? null : spanOf(last.occurredOn);
  return before !== null && event.last < before.first ? false : null;
}

function eventSentence(history: CaseHistory, last: EarlierFicha, isNew: boolean): string {
  const span = history.occurredOn === null ? null : spanOf(history.occurredOn);
  const day = span === null ? '' : ` (${span.first === span.last ? spanishDate(span.first) : 'por su fecha'})`;
  return isNew
    ? `El hecho${day} es posterior a ${citation(last.cited)}: hay un hecho nuevo.`
    : `El hecho${day} es anterior al de ${citation(last.cited)}: no hay un hecho nuevo.`;
}

function sameAggressorOf(
  history: CaseHistory,
  earlier: readonly EarlierFicha[],
  answers: ConditionAnswers,
): boolean | null {
  if (!history.isAggressorSettled) return null;
  if (earlier.some((one) => one.aggressor === 'same')) return true;
  if (answers.sameAggressor !== null) return answers.sameAggressor;
  return earlier.length > 0 && earlier.every((one) => one.aggressor === 'other') ? false : null;
}

function userKnownHere(history: CaseHistory, earlier: readonly EarlierFicha[]): boolean | null {
  if (history.userDoubt === 'linked') return null;
  if (earlier.length > 0) return true;
  return history.userDoubt === null ? false : null;
}

const latest = (...days: (CivilDate | null)[]) =>
  days
    .filter((day) => day !== null)
    .reduce<CivilDate | null>((one, other) => (one !== null && one > other ? one : other), null);

/** «Última atención» of the pair where there is one, else of this user; another centre may have given a later one. */
function lastAttentionOf(earlier: readonly EarlierFicha[], answers: ConditionAnswers): CivilDate | null {
  const ofPair = earlier.filter((one) => one.aggressor === 'same');
  const used = ofPair.length > 0 ? ofPair : earlier;
  return latest(answers.lastAttentionElsewhereOn, ...used.map((one) => one.lastAttentionOn));
}

const serviceWords = { psychology: 'psicología', social: 'social', legal: 'legal' } as const;

function servicesSentence({ plannedServices }: CaseHistory): string {
  const words = plannedServices.map((service) => serviceWords[service]);
  const list = words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} y ${words.at(-1) ?? ''}`;
  return `El plan de la Sección E necesita ${words.length === 1 ? '1 servicio' : `${words.length} servicios`}: ${list}.`;
}

function evidenceOf(
  history: CaseHistory,
  answers: ConditionAnswers,
  found: { last: EarlierFicha | undefined; isLater: boolean | null },
): ConditionFacts['evidence'] {
  const { last, isLater } = found;
  const usesDates = answers.newEvent === null && isLater !== null && last !== undefined;
  const usesPlan = answers.servicesNeeded === null && history.plannedServices.length > 0;
  return {
    ...(usesDates ? { newEvent: eventSentence(history, last, isLater) } : {}),
    ...(usesPlan ? { servicesNeeded: servicesSentence(history) } : {}),
  };
}

/** Every fact of the procedure, null where neither the record nor an answer says it. */
export function conditionFactsOf(history: CaseHistory, answers: ConditionAnswers): ConditionFacts {
  const earlier = history.earlier.filter((one) => !one.isSameEvent);
  const last = earlier[0];
  const isLater = laterEvent(history, last);
  const isSent = history.isSentByAnotherCentre;
  const isKnownHere = userKnownHere(history, earlier);
  return {
    today: history.today,
    // Only a ficha sent by another CEM (channel 23) can be the same event; any other channel answers No.
    transferredSameEvent: isSent === true ? answers.transferredSameEvent : isSent,
    isChannelKnown: isSent !== null,
    userKnownHere: isKnownHere,
    userKnownElsewhere: history.knownAsUser,
    isKnownOnlyAsAggressor: history.isKnownOnlyAsAggressor && isKnownHere !== true,
    newEvent: answers.newEvent ?? isLater,
    sameAggressor: sameAggressorOf(history, earlier, answers),
    needsLegalRepresentation: history.needsLegalRepresentation,
    servicesNeeded:
      answers.servicesNeeded ?? (history.plannedServices.length > 0 ? history.plannedServices.length : null),
    lastAttentionOn: lastAttentionOf(earlier, answers),
    earlierFicha: referenceOf(history, earlier).ficha,
    evidence: evidenceOf(history, answers, { last, isLater }),
  };
}

const yesNo = (fact: boolean | null) => (fact === null ? null : fact ? 'Sí' : 'No');

/** What the record says by itself of the questions a professional may answer, in words; null when it cannot say. */
export function recordedWords(history: CaseHistory): Partial<Record<ConditionQuestion, string | null>> {
  const facts = conditionFactsOf(history, blankConditionAnswers);
  return {
    newEvent: yesNo(facts.newEvent),
    sameAggressor: yesNo(facts.sameAggressor),
    servicesNeeded: facts.servicesNeeded === null ? null : String(facts.servicesNeeded),
    lastAttentionOn: facts.lastAttentionOn === null ? null : spanishDate(facts.lastAttentionOn),
  };
}

/** What Section A says against the record. */
function contradictions(history: CaseHistory, facts: ConditionFacts): string[] {
  const found: string[] = [];
  if (facts.userKnownHere === true && history.knownAsUser === false)
    found.push(
      'La pregunta A.1.1 dice que no está registrada en ningún CEM, pero ya tiene ficha. Corrija la Sección A.',
    );
  if (facts.sameAggressor === true && history.knownAsAggressor === false)
    found.push(
      'La pregunta A.1.2 dice que la presunta persona agresora no figura en ningún CEM, pero es la misma de la ficha anterior. Corrija la Sección A.',
    );
  if (history.isReviewAsked)
    found.push(
      'Quien puede abrir la otra ficha debe revisar a una persona del registro que quizá sea ella. La condición puede cambiar.',
    );
  for (const one of history.earlier.filter((ficha) => ficha.isSameEvent))
    found.push(`El hecho es el mismo de ${citation(one.cited)}: esa ficha no cuenta como anterior.`);
  return found;
}

/** «Nuevo» rests on who was asked about as much as on what was not found. */
function askedAbout({ ruledOut }: CaseHistory): string[] {
  if (ruledOut === 0) return [];
  const whom = ruledOut === 1 ? 'una persona parecida' : `${ruledOut} personas parecidas`;
  return [`Se preguntó por ${whom} del registro: ninguna es ella.`];
}

/** The condition this history and these answers propose, with its reasons; staff confirm it. */
export function proposeCondition(
  history: CaseHistory,
  answers: ConditionAnswers,
  rules: ConditionRules = conditionRules,
): ConditionProposal {
  const facts = conditionFactsOf(history, answers);
  const proposal = decideCondition(facts, rules);
  return {
    ...proposal,
    reasons: [...proposal.reasons, ...askedAbout(history)],
    warnings: [...proposal.warnings, ...contradictions(history, facts)],
  };
}

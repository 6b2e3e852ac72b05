/**
 * The condition of the case as the program proposes it; a professional confirms it and both are kept.
 *
 * An unknown fact on the way makes the proposal `undecidable`: «no local match» is never «Nuevo».
 */
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../platform/dates.ts';
import { CaseCondition } from './named-codes.ts';
import { conditionRules, type CitedFicha, type ConditionFacts, type ConditionRules } from './condition-rules.ts';

type QuestionPlace = {
  readonly label: string;
  /** The field that answers it: a question of a section, or one of the validation itself (`page: 'validate'`). */
  readonly page: 'a' | 'b' | 'validate';
  readonly field: string;
};

/** Every question of the procedure with the field that answers it. */
export const conditionQuestions = {
  intakeChannel: { label: '¿Por qué forma ingresó el caso?', page: 'a', field: 'intakeChannel' },
  transferredSameEvent: {
    label: '¿Otro CEM derivó el caso por el mismo hecho?',
    page: 'validate',
    field: 'transferredSameEvent',
  },
  samePerson: { label: '¿Es la misma persona que ya figura en el registro?', page: 'validate', field: 'samePerson' },
  knownAsUser: {
    label: '¿La persona está registrada como usuaria en algún CEM?',
    page: 'a',
    field: 'knownAsUser',
  },
  newEvent: { label: '¿Hay un hecho nuevo desde la última ficha?', page: 'validate', field: 'newEvent' },
  sameAggressor: {
    label: '¿Es la misma presunta persona agresora de la ficha anterior?',
    page: 'validate',
    field: 'sameAggressor',
  },
  needsLegalRepresentation: {
    label: '¿El caso requiere el patrocinio legal del CEM?',
    page: 'b',
    field: 'wantsLegalRepresentation',
  },
  lastAttentionOn: {
    label: '¿Cuándo fue la última atención del caso?',
    page: 'validate',
    field: 'lastAttentionElsewhereOn',
  },
  servicesNeeded: { label: '¿Cuántos servicios del CEM requiere el caso?', page: 'validate', field: 'servicesNeeded' },
} as const satisfies Record<string, QuestionPlace>;
export type ConditionQuestion = keyof typeof conditionQuestions;

export type ConditionProposal = {
  readonly proposed: CaseCondition | 'no-new-ficha' | 'undecidable';
  /** One sentence per rule used, at least one. */
  readonly reasons: readonly string[];
  /** Facts still to answer; empty unless undecidable. */
  readonly needsAnswer: readonly ConditionQuestion[];
  /** Questions whose answer this proposal used or needs, in the order of the procedure. */
  readonly asked: readonly ConditionQuestion[];
  readonly warnings: readonly string[];
  /** The new event belongs in the existing case, and Coordinación must know. */
  readonly warnsCoordination: boolean;
  readonly ruleSetVersion: string;
};

type Outcome = Pick<ConditionProposal, 'proposed'> & {
  readonly needs?: ConditionQuestion[];
  readonly warnings?: string[];
  readonly warnsCoordination?: true;
};

/** More than one year, from the last attention to today; exactly one year is not more. */
export function isOverAYear(last: CivilDate, today: CivilDate, count: ConditionRules['yearCount']): boolean {
  const from = Temporal.PlainDate.from(last);
  const limit = count === 'calendar' ? from.add({ years: 1 }) : from.add({ days: 365 });
  return Temporal.PlainDate.compare(limit, Temporal.PlainDate.from(today)) < 0;
}

/** `dd/mm/aaaa`. */
export const spanishDate = (date: CivilDate) => date.split('-').reverse().join('/');

/** «la ficha 2025-0123 del 10/01/2025»; what may not be named stays unnamed. */
export function citation(ficha: CitedFicha | null): string {
  if (ficha === null) return 'la ficha anterior';
  if (ficha.number === null) return 'una ficha que Coordinación debe revisar';
  return `la ficha ${ficha.number}${ficha.on === null ? '' : ` del ${spanishDate(ficha.on)}`}`;
}

/** One walk through the procedure: what it says and asks on its way. */
class Walk {
  readonly reasons: string[] = [];
  readonly asked: ConditionQuestion[] = [];
  readonly #facts: ConditionFacts;
  readonly #rules: ConditionRules;

  constructor(facts: ConditionFacts, rules: ConditionRules) {
    this.#facts = facts;
    this.#rules = rules;
  }

  /** Steps 1 and 2. */
  decide(): Outcome {
    const facts = this.#facts;
    if (!facts.isChannelKnown) return this.#undecidable(['intakeChannel']);
    if (facts.transferredSameEvent === null) return this.#undecidable(['transferredSameEvent']);
    if (facts.transferredSameEvent) {
      this.asked.push('transferredSameEvent');
      this.reasons.push('Otro CEM derivó el caso por el mismo hecho.');
      return { proposed: CaseCondition.transferred };
    }
    const isKnown = isKnownUser(facts);
    if (isKnown === null) return this.#whoIsShe();
    if (!isKnown) {
      this.reasons.push('No está registrada como usuaria en este CEM ni en otro (pregunta A.1.1).');
      return { proposed: CaseCondition.new };
    }
    const where = facts.userKnownHere === true ? 'en este CEM' : 'en otro CEM';
    this.reasons.push(
      facts.evidence.userKnown ?? `Ya está registrada como usuaria ${where}: ${citation(facts.earlierFicha)}.`,
    );
    return this.#event();
  }

  /** Somebody of the record may be she, or nobody said whether another centre knows her. */
  #whoIsShe(): Outcome {
    const { userKnownHere, userKnownElsewhere } = this.#facts;
    const isAlike = userKnownHere === null;
    const needs: ConditionQuestion[] = [];
    if (isAlike) needs.push('samePerson');
    if (userKnownElsewhere === null) needs.push('knownAsUser');
    this.reasons.push(
      isAlike
        ? 'Una persona del registro quizá sea ella: falta decir si es la misma.'
        : 'No encontrarla en este registro no prueba que sea nueva.',
    );
    return this.#undecidable(needs);
  }

  /** Step 3. */
  #event(): Outcome {
    const { newEvent, evidence } = this.#facts;
    if (newEvent === null) return this.#undecidable(['newEvent']);
    this.asked.push('newEvent');
    const said = newEvent
      ? 'Hay un hecho nuevo desde la última ficha.'
      : 'No hay un hecho nuevo desde la última ficha.';
    this.reasons.push(evidence.newEvent ?? said);
    return newEvent ? this.#aggressor() : this.#continuation();
  }

  /** Steps 4 to 6: a new event of a known user. */
  #aggressor(): Outcome {
    const { sameAggressor, evidence, earlierFicha, needsLegalRepresentation } = this.#facts;
    if (sameAggressor === null) return this.#undecidable(['sameAggressor']);
    this.asked.push('sameAggressor');
    const said = sameAggressor
      ? `La presunta persona agresora es la misma de ${citation(earlierFicha)}.`
      : `La presunta persona agresora es otra que la de ${citation(earlierFicha)}.`;
    this.reasons.push(evidence.sameAggressor ?? said);
    if (!sameAggressor) return { proposed: CaseCondition.reentry };
    if (needsLegalRepresentation === null) return this.#undecidable(['needsLegalRepresentation']);
    if (needsLegalRepresentation) {
      this.reasons.push('El caso requiere el patrocinio legal del CEM (Sección B).');
      return { proposed: CaseCondition.repeat };
    }
    this.reasons.push('El caso no requiere el patrocinio legal del CEM (Sección B).');
    const outcome = this.#continuation();
    if (outcome.proposed === CaseCondition.continuing) {
      return { ...outcome, warnings: ['Hay un hecho nuevo sin patrocinio legal.'] };
    }
    if (outcome.proposed === 'undecidable') return outcome;
    const warning = 'Registre el hecho nuevo en el caso existente y avise a Coordinación.';
    return { ...outcome, warnings: [warning], warnsCoordination: true };
  }

  /** Steps 6 to 8: a year without attention and several services, or no new ficha. */
  #continuation(): Outcome {
    const isLate = this.#isLate();
    if (isLate === false) return { proposed: 'no-new-ficha' };
    const hasServices = this.#hasServices();
    if (hasServices === false) return { proposed: 'no-new-ficha' };
    const needs: ConditionQuestion[] = [];
    if (isLate === null) needs.push('lastAttentionOn');
    if (hasServices === null) needs.push('servicesNeeded');
    return needs.length > 0 ? this.#undecidable(needs) : { proposed: CaseCondition.continuing };
  }

  /** Whether the last attention is more than one year ago; null while its day is not known. */
  #isLate(): boolean | null {
    const { lastAttentionOn: last, today, earlierFicha } = this.#facts;
    if (last === null) return null;
    this.asked.push('lastAttentionOn');
    const isLate = isOverAYear(last, today, this.#rules.yearCount);
    const said = isLate ? 'Pasó más de un año' : 'No pasó más de un año';
    this.reasons.push(`${said} desde la última atención, del ${spanishDate(last)} (${citation(earlierFicha)}).`);
    return isLate;
  }

  #hasServices(): boolean | null {
    const { servicesNeeded: count, evidence } = this.#facts;
    const { minimumServices } = this.#rules;
    if (count === null) return null;
    this.asked.push('servicesNeeded');
    const isEnough = count >= minimumServices;
    const said = isEnough ? 'Requiere' : 'No requiere';
    this.reasons.push(evidence.servicesNeeded ?? `${said} al menos ${minimumServices} servicios del CEM.`);
    if (!isEnough) this.reasons.push('Con un solo servicio no corresponde una ficha nueva.');
    return isEnough;
  }

  #undecidable(needs: ConditionQuestion[]): Outcome {
    this.reasons.push('Falta responder para proponer la condición.');
    this.asked.push(...needs);
    return { proposed: 'undecidable', needs };
  }
}

/** While she may be somebody of the record her fichas are not known, whatever another centre has. */
function isKnownUser(facts: ConditionFacts): boolean | null {
  if (facts.userKnownHere === null) return null;
  return facts.userKnownHere || facts.userKnownElsewhere;
}

/** Exactly one outcome for any facts, with its reasons. */
export function decideCondition(facts: ConditionFacts, rules: ConditionRules = conditionRules): ConditionProposal {
  const walk = new Walk(facts, rules);
  const outcome = walk.decide();
  const asAggressor = facts.isKnownOnlyAsAggressor
    ? ['La persona figura en otra ficha como presunta persona agresora; eso no la hace usuaria conocida.']
    : [];
  return {
    proposed: outcome.proposed,
    reasons: walk.reasons,
    needsAnswer: outcome.needs ?? [],
    asked: walk.asked,
    warnings: [...(outcome.warnings ?? []), ...asAggressor],
    warnsCoordination: outcome.warnsCoordination ?? false,
    ruleSetVersion: rules.version,
  };
}

/**
 * The condition of the case as the program proposes it; a professional confirms it and both are kept.
 *
 * An unknown fact on the way makes the proposal `undecidable`: «no local match» is never «Nuevo».
 */
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from '../platform/dates.ts';
import { CaseCondition } from './named-codes.ts';
import { conditionRules, type ConditionFacts, type ConditionRules } from './condition-rules.ts';

export type ConditionQuestion =
  | 'transferredSameEvent'
  | 'samePerson'
  | 'knownAsUser'
  | 'newEvent'
  | 'sameAggressor'
  | 'needsLegalRepresentation'
  | 'lastAttentionOn'
  | 'servicesNeeded';

export type ConditionProposal = {
  readonly proposed: CaseCondition | 'no-new-ficha' | 'undecidable';
  /** One sentence per rule used, at least one. */
  readonly reasons: readonly string[];
  /** Facts still to answer; empty unless undecidable. */
  readonly needsAnswer: readonly { readonly question: ConditionQuestion; readonly label: string }[];
  readonly warnings: readonly string[];
  readonly ruleSetVersion: string;
};

export const conditionQuestionLabels = {
  transferredSameEvent: '¿Otro CEM derivó el caso por el mismo hecho?',
  samePerson: '¿Es la misma persona que ya figura en el registro?',
  knownAsUser: '¿La persona está registrada como usuaria en algún CEM?',
  newEvent: '¿Hay un hecho nuevo desde la última ficha?',
  sameAggressor: '¿Es la misma presunta persona agresora de la ficha anterior?',
  needsLegalRepresentation: '¿El caso requiere el patrocinio legal del CEM?',
  lastAttentionOn: '¿Cuándo fue la última atención del caso?',
  servicesNeeded: '¿Cuántos servicios del CEM requiere el caso?',
} as const satisfies Record<ConditionQuestion, string>;

type Outcome = Pick<ConditionProposal, 'proposed'> & {
  readonly reasons: string[];
  readonly needs?: ConditionQuestion[];
  readonly warnings?: string[];
};

/** More than one year, from the last attention to today; exactly one year is not more. */
export function isOverAYear(last: CivilDate, today: CivilDate, count: ConditionRules['yearCount']): boolean {
  const from = Temporal.PlainDate.from(last);
  const limit = count === 'calendar' ? from.add({ years: 1 }) : from.add({ days: 365 });
  return Temporal.PlainDate.compare(limit, Temporal.PlainDate.from(today)) < 0;
}

const spanish = (date: CivilDate) => date.split('-').reverse().join('/');
const earlier = (facts: ConditionFacts) =>
  facts.earlierFicha === null ? 'ficha anterior' : `ficha ${facts.earlierFicha}`;

function undecidable(needs: ConditionQuestion[], reasons: string[]): Outcome {
  return { proposed: 'undecidable', reasons: [...reasons, 'Falta responder para proponer la condición.'], needs };
}

function isKnownUser(facts: ConditionFacts): boolean | null {
  if (facts.userKnownHere === true || facts.userKnownElsewhere === true) return true;
  return facts.userKnownHere === false && facts.userKnownElsewhere === false ? false : null;
}

/** Steps 6 to 8: a year without attention and several services, or no new ficha. */
function continuation(facts: ConditionFacts, rules: ConditionRules, said: string[]): Outcome {
  const last = facts.lastAttentionOn;
  const isLate = last === null ? null : isOverAYear(last, facts.today, rules.yearCount);
  const hasServices = facts.servicesNeeded === null ? null : facts.servicesNeeded >= rules.minimumServices;
  const when = last === null ? '' : ` (${earlier(facts)}, última atención ${spanish(last)})`;
  if (isLate === false) {
    return { proposed: 'no-new-ficha', reasons: [...said, `No pasó más de un año desde la última atención${when}.`] };
  }
  if (hasServices === false) {
    return {
      proposed: 'no-new-ficha',
      reasons: [...said, `No requiere al menos ${rules.minimumServices} servicios${when}.`],
    };
  }
  if (isLate === null || hasServices === null) {
    const needs: ConditionQuestion[] = [];
    if (isLate === null) needs.push('lastAttentionOn');
    if (hasServices === null) needs.push('servicesNeeded');
    return undecidable(needs, said);
  }
  return {
    proposed: CaseCondition.continuing,
    reasons: [
      ...said,
      `Pasó más de un año desde la última atención y requiere al menos ${rules.minimumServices} servicios${when}.`,
    ],
  };
}

/** Steps 4 to 6: a new event of a known user. */
function newEvent(facts: ConditionFacts, rules: ConditionRules, said: string[]): Outcome {
  if (facts.sameAggressor === null) return undecidable(['sameAggressor'], said);
  if (!facts.sameAggressor) {
    return {
      proposed: CaseCondition.reentry,
      reasons: [...said, `La presunta persona agresora es otra que la de la ${earlier(facts)}.`],
    };
  }
  const same = [...said, `La presunta persona agresora es la misma de la ${earlier(facts)}.`];
  if (facts.needsLegalRepresentation === null) return undecidable(['needsLegalRepresentation'], same);
  if (facts.needsLegalRepresentation) {
    return { proposed: CaseCondition.repeat, reasons: [...same, 'El caso requiere el patrocinio legal del CEM.'] };
  }
  const outcome = continuation(facts, rules, [...same, 'El caso no requiere el patrocinio legal del CEM.']);
  if (outcome.proposed === CaseCondition.continuing) {
    return { ...outcome, warnings: ['Hay un hecho nuevo sin patrocinio legal.'] };
  }
  if (outcome.proposed === 'undecidable') return outcome;
  return {
    ...outcome,
    warnings: ['Registre el hecho nuevo en el caso existente y avise a Coordinación.'],
  };
}

function decide(facts: ConditionFacts, rules: ConditionRules): Outcome {
  if (facts.transferredSameEvent === null) return undecidable(['transferredSameEvent'], []);
  if (facts.transferredSameEvent) {
    return { proposed: CaseCondition.transferred, reasons: ['Otro CEM derivó el caso por el mismo hecho.'] };
  }
  const isKnown = isKnownUser(facts);
  if (isKnown === null) {
    const needs: ConditionQuestion[] = [];
    if (facts.userKnownHere === null) needs.push('samePerson');
    if (facts.userKnownElsewhere === null) needs.push('knownAsUser');
    return undecidable(needs, ['No encontrarla en este registro no prueba que sea nueva.']);
  }
  if (!isKnown) {
    return { proposed: CaseCondition.new, reasons: ['No está registrada como usuaria en este CEM ni en otro.'] };
  }
  const where = facts.userKnownHere === true ? 'en este CEM' : 'en otro CEM';
  const known = [`Ya está registrada como usuaria ${where} (${earlier(facts)}).`];
  if (facts.newEvent === null) return undecidable(['newEvent'], known);
  if (facts.newEvent) return newEvent(facts, rules, [...known, 'Hay un hecho nuevo desde la última ficha.']);
  return continuation(facts, rules, [...known, 'No hay un hecho nuevo desde la última ficha.']);
}

/** Exactly one outcome for any facts, with its reasons. */
export function proposeCondition(facts: ConditionFacts, rules: ConditionRules = conditionRules): ConditionProposal {
  const outcome = decide(facts, rules);
  const asAggressor = facts.isKnownOnlyAsAggressor
    ? ['La persona figura en otra ficha como presunta persona agresora; eso no la hace usuaria conocida.']
    : [];
  return {
    proposed: outcome.proposed,
    reasons: outcome.reasons,
    needsAnswer: (outcome.needs ?? []).map((question) => ({ question, label: conditionQuestionLabels[question] })),
    warnings: [...(outcome.warnings ?? []), ...asAggressor],
    ruleSetVersion: rules.version,
  };
}

/** Scoring and use of the partner risk form. A form not fully asked has no points and no level, never «leve». */
import { BondGroup, Sex } from '../intake/index.ts';
import type { FieldIssue } from '../platform/failures.ts';
import type { InformativeItem, LevelRow, Mark, RiskInstrument, ScoredItem } from './instrument.ts';
import type { PartnerRiskLevel } from './partner-2019.ts';
import type { PartnerRiskAnswers } from './schema.ts';

type LawLevel = LevelRow['law'];

export type RiskScore<Level extends string = PartnerRiskLevel> =
  | {
      readonly status: 'incomplete';
      /** Scored items still to ask, by id; empty when all were asked and none was answered Sí or No. */
      readonly pending: readonly string[];
    }
  | {
      readonly status: 'complete';
      readonly points: number;
      readonly scoreLevel: Level;
      /** After the annex; the sum does not change. */
      readonly adjustedLevel: Level;
      readonly adjustment: 'pregnancy' | null;
      /** Of the adjusted level. */
      readonly lawLevel: LawLevel;
      readonly unknownCount: number;
      readonly warnings: readonly string[];
    };

/** Answers as the engine reads them, whatever the instrument. */
export type RiskAnswers = {
  readonly items: Readonly<Record<string, Mark>>;
  readonly annex: Readonly<Record<string, string | null>>;
  readonly livedTogether?: Mark;
};

/** The mark that counts: skipped by rule, or as answered. An item skipped by rule never counts what it held. */
function markOf(item: ScoredItem, answers: RiskAnswers): Mark {
  const skip = item.skippedWhen;
  if (skip !== undefined) {
    const other = skip.item === 'livedTogether' ? answers.livedTogether : answers.items[skip.item];
    if (other === skip.is) return 'notApplicable';
  }
  return answers.items[item.id] ?? 'pending';
}

/** `notApplicable` without its rule is no answer: only a skip may take an item out of the sum. */
function isPending(item: ScoredItem, mark: Mark, answers: RiskAnswers): boolean {
  if (mark === 'pending') return true;
  if (mark !== 'notApplicable') return false;
  return markOf(item, { ...answers, items: { ...answers.items, [item.id]: 'yes' } }) !== 'notApplicable';
}

function levelAt<Level extends string>(instrument: RiskInstrument<Level>, points: number): number {
  return instrument.levels.findIndex((row) => points >= row.from && points <= row.to);
}

function warningsOf(instrument: RiskInstrument, marks: ReadonlyMap<string, Mark>, unknownCount: number): string[] {
  if (unknownCount === 0) return [];
  const critical = instrument.items.filter(
    (item) => instrument.criticalItems.includes(item.id) && marks.get(item.id) === 'unknown',
  );
  const counted = unknownCount === 1 ? '1 respuesta sin información.' : `${unknownCount} respuestas sin información.`;
  if (critical.length === 0) return [counted];
  const numbers = critical.map((item) => item.number).join(', ');
  return [counted, `Falta información en preguntas decisivas (${numbers}). El riesgo real puede ser mayor.`];
}

/**
 * Points and level of the answers; `incomplete` without either while a scored item is pending, or when no item at all
 * was answered Sí or No.
 */
export function scorePartnerRisk<Level extends string>(
  instrument: RiskInstrument<Level>,
  answers: RiskAnswers,
): RiskScore<Level> {
  const marks = new Map(instrument.items.map((item) => [item.id, markOf(item, answers)]));
  const pending = instrument.items.filter((item) => isPending(item, marks.get(item.id) ?? 'pending', answers));
  const answered = [...marks.values()].some((mark) => mark === 'yes' || mark === 'no');
  if (pending.length > 0 || !answered) return { status: 'incomplete', pending: pending.map((item) => item.id) };

  const points = instrument.items.reduce((sum, item) => {
    const mark = marks.get(item.id);
    return sum + (mark === 'yes' || mark === 'no' ? item.points[mark] : 0);
  }, 0);
  const isRaised = answers.annex[instrument.raisedBy.annex] === instrument.raisedBy.is;
  const at = levelAt(instrument, points);
  const row = instrument.levels[at];
  const adjusted = instrument.levels[Math.min(at + (isRaised ? 1 : 0), instrument.levels.length - 1)];
  if (row === undefined || adjusted === undefined) throw new Error('The levels of the instrument leave a gap.');
  const unknownCount = [...marks.values()].filter((mark) => mark === 'unknown').length;
  return {
    status: 'complete',
    points,
    scoreLevel: row.level,
    adjustedLevel: adjusted.level,
    adjustment: isRaised ? instrument.raisedBy.reason : null,
    lawLevel: adjusted.law,
    unknownCount,
    warnings: warningsOf(instrument, marks, unknownCount),
  };
}

/** Whether an informative item (2a, 5a, 12a) is asked for these answers. */
export function isInformativeAsked(item: InformativeItem, answers: RiskAnswers): boolean {
  if (item.askedWhen === undefined) return true;
  const mark = answers.items[item.askedWhen.item] ?? 'pending';
  return 'is' in item.askedWhen ? mark === item.askedWhen.is : mark !== item.askedWhen.isNot;
}

/** Answers to questions the form skips, one issue each; empty when the answers agree with the rules of the form. */
export function skippedAnswerIssues(instrument: RiskInstrument, answers: PartnerRiskAnswers): FieldIssue[] {
  const message = 'Esta pregunta no corresponde por otra respuesta.';
  const issues: FieldIssue[] = [];
  const given: Readonly<Record<string, boolean>> = {
    whichWeapon: answers.whichWeapon !== null,
    resistsControl: answers.resistsControl,
  };
  for (const item of instrument.informative) {
    if (given[item.id] === true && !isInformativeAsked(item, answers)) issues.push({ path: item.id, message });
  }
  const annex: Readonly<Record<string, string | null>> = answers.annex;
  for (const question of instrument.annex) {
    const rule = question.askedWhen;
    if (rule !== undefined && annex[rule.item] !== rule.is && annex[question.id] !== null) {
      issues.push({ path: `annex.${question.id}`, message });
    }
  }
  return issues;
}

export type RiskEligibility =
  | { readonly status: 'eligible' }
  | { readonly status: 'refused'; readonly reason: 'not-partner' | 'under-age' | 'not-woman'; readonly message: string }
  | { readonly status: 'unknown'; readonly needs: readonly ('bondGroup' | 'userAge' | 'userSex')[] };

const refusals = {
  'not-partner': 'La ficha es solo para violencia de pareja o expareja. Use la valoración de la Sección B.',
  'under-age': 'La persona usuaria es menor que la edad de esta ficha. Use la valoración de la Sección B.',
  'not-woman': 'La ficha es para mujeres y adolescentes mujeres. Use la valoración de la Sección B.',
} as const;

/** Whether the form may be applied; `unknown` while bond, age or sex is not answered. `minimumAge` is a setting (U31). */
export function partnerRiskEligibility(facts: {
  readonly bondGroup: number | null;
  readonly age: number | null;
  /** Left out when the sex was checked elsewhere. */
  readonly sex?: number | null;
  readonly minimumAge: number;
}): RiskEligibility {
  const refuse = (reason: keyof typeof refusals) => ({ status: 'refused', reason, message: refusals[reason] }) as const;
  if (facts.bondGroup !== null && facts.bondGroup !== BondGroup.partner) return refuse('not-partner');
  if (facts.age !== null && facts.age < facts.minimumAge) return refuse('under-age');
  if (facts.sex === Sex.male) return refuse('not-woman');
  const needs = [
    ...(facts.bondGroup === null ? (['bondGroup'] as const) : []),
    ...(facts.age === null ? (['userAge'] as const) : []),
    ...(facts.sex === null ? (['userSex'] as const) : []),
  ];
  return needs.length === 0 ? { status: 'eligible' } : { status: 'unknown', needs };
}

/** A level other than the computed one needs a reason; both are kept. */
export function levelIssues(
  score: RiskScore,
  confirmed: PartnerRiskLevel | null,
  overrideReason: string | null,
): FieldIssue[] {
  if (score.status === 'incomplete') {
    return [{ path: 'answers', message: 'La ficha está incompleta: todavía no tiene nivel.' }];
  }
  if (confirmed === null || confirmed === score.adjustedLevel || overrideReason !== null) return [];
  return [{ path: 'overrideReason', message: 'Escriba por qué confirma un nivel distinto.' }];
}

/** Whether a level is graver than the one before, in the order of the instrument. */
export function isRising(
  instrument: Pick<RiskInstrument, 'levels'>,
  before: PartnerRiskLevel | null,
  now: PartnerRiskLevel,
): boolean {
  const rank = (level: PartnerRiskLevel) => instrument.levels.findIndex((row) => row.level === level);
  return before !== null && rank(now) > rank(before);
}

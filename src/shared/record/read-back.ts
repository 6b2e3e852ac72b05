/** A section said back: answers in words, what is left, and why a question is not asked. */
import { askedQuestions, isAsked, isUnanswered, type Answers, type Questions } from './questions.ts';
import type { AskedWhen, Field } from './field.ts';

/** An answer of a list, a tick or a yes or no as the page says it; null for kinds that are said by their value. */
export function chosenWords(question: Field, value: unknown): string | null {
  if (question.kind === 'yesNo') return value === 1 ? 'Sí' : 'No';
  if (question.kind === 'choice') return question.options.find((option) => option.code === value)?.label ?? null;
  if (question.kind !== 'ticks' || !Array.isArray(value)) return null;
  if (value.length === 0) return 'Se preguntó; ninguna';
  return value.map((tick) => question.ticks[String(tick)]?.label ?? String(tick)).join(', ');
}

/** The words of a question for who reads it every day. */
export const shortLabel = ({ short, label }: Pick<Field, 'short' | 'label'>): string => short ?? label;

export type BlockCount = {
  readonly asked: number;
  readonly answered: number;
  readonly required: number;
  readonly missing: readonly string[];
};

/** How far the questions named are answered. */
export function countOf(
  questions: Questions,
  names: readonly string[],
  answers: Answers,
  context: Answers = {},
): BlockCount {
  const asked = new Set(askedQuestions(questions, answers, context));
  const own = names.filter((name) => asked.has(name));
  const required = own.filter((name) => questions[name]?.required === true);
  return {
    asked: own.length,
    answered: own.filter((name) => !isUnanswered(answers[name])).length,
    required: required.length,
    missing: required.filter((name) => isUnanswered(answers[name])),
  };
}

/** The first question whose answer makes the rule fail; null when it holds. */
function failing(rule: AskedWhen, answers: Answers): string | null {
  if (isAsked(rule, answers)) return null;
  if ('all' in rule) return rule.all.map((part) => failing(part, answers)).find((name) => name !== null) ?? null;
  if ('any' in rule) return rule.any.map((part) => failing(part, answers)).find((name) => name !== null) ?? null;
  return rule.question;
}

export type Skipped = {
  /** The question whose answer decides. */
  readonly by: string;
  readonly names: readonly string[];
};

/** Which of the questions named are not asked, by the answer that decides it; a hidden one points at what hides it. */
export function skippedOf(
  questions: Questions,
  names: readonly string[],
  answers: Answers,
  context: Answers = {},
): readonly Skipped[] {
  const asked = new Set(askedQuestions(questions, answers, context));
  const causeOf = (name: string, seen: readonly string[]): string | null => {
    const rule = questions[name]?.askedWhen;
    if (rule === undefined || seen.includes(name)) return null;
    const by = failing(rule, { ...context, ...answers });
    if (by === null || !(by in questions) || asked.has(by)) return by;
    return causeOf(by, [...seen, name]) ?? by;
  };
  const byCause = new Map<string, string[]>();
  for (const name of names) {
    if (asked.has(name)) continue;
    const cause = causeOf(name, []) ?? '';
    byCause.set(cause, [...(byCause.get(cause) ?? []), name]);
  }
  return [...byCause].map(([by, own]) => ({ by, names: own }));
}

type Width = NonNullable<Field['columns']>;

/** Columns of the twelve that a question takes: as its data says, else by its kind and the length of its words. */
export function gridColumns(question: Field): Width {
  return question.columns ?? (Math.max(byKind(question), byLabel(shortLabel(question).length)) as Width);
}

/** What a label needs to stand on two lines at most. */
function byLabel(letters: number): number {
  if (letters <= 44) return 2;
  if (letters <= 72) return 3;
  return letters <= 100 ? 4 : 6;
}

const searchFrom = 8;

/** A segment: its words, its number and its edges, in letters of the label. */
const segmentEdge = 5;

function byKind(question: Field): number {
  switch (question.kind) {
    case 'choice': {
      if (question.options.length >= searchFrom) return 4;
      const letters = question.options.reduce((sum, { label }) => sum + label.length + segmentEdge, 0);
      return fitting(letters);
    }
    case 'ticks': {
      const labels = Object.values(question.ticks).map(({ label }) => label.length + segmentEdge);
      return labels.length > 7 ? 12 : fitting(labels.reduce((sum, count) => sum + count, 0));
    }
    case 'text':
      if (question.lines !== undefined && question.lines > 1) return 12;
      return question.max <= 12 ? 2 : 4;
    case 'place':
      return 4;
    default:
      return 2;
  }
}

/** Columns on which so many letters stand on one line. */
function fitting(letters: number): number {
  if (letters <= 20) return 2;
  if (letters <= 31) return 3;
  if (letters <= 43) return 4;
  if (letters <= 66) return 6;
  return letters <= 90 ? 8 : 12;
}

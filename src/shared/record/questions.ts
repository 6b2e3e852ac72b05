/**
 * Questions of an official form as data: from one description come the schema (form, wire and service), the
 * skip rules, the drawing of the page and the export.
 *
 * An answer is `null` while it was not asked or is not known; empty is never «No» and code 0 is an answer
 * (register form §2, rules 1–6).
 */
import type { FieldIssue } from '../platform/failures.ts';
import { z } from '../platform/zod.ts';
import {
  schemaOf,
  valueSchema,
  type AskedWhen,
  type ChoiceField,
  type Confirmation,
  type DateField,
  type Fields,
  type NumberField,
  type PartialDateField,
  type PlaceField,
  type TextField,
  type TicksField,
  type TimeField,
  type ValueOf,
  type YesNoField,
} from './field.ts';

export type { AskedWhen, Confirmation, Tick } from './field.ts';
export type Option = { readonly code: number; readonly label: string };

type Official = {
  /** Number printed on the form (`A.2.1`), or the block's number where the item has none. */
  readonly item: string;
  readonly required: boolean;
  readonly confirmation: Confirmation;
};
type OneColumn = Official & { readonly variable: string };
type Columns = Official & { readonly variables: readonly string[] };

export type ChoiceQuestion = ChoiceField<number> & OneColumn;
export type YesNoQuestion = YesNoField & OneColumn;
export type TicksQuestion = TicksField & Official;
export type TextQuestion = TextField & OneColumn;
export type NumberQuestion = NumberField & OneColumn;
export type DateQuestion = DateField & OneColumn;
export type PartialDateQuestion = PartialDateField & Columns;
export type TimeQuestion = TimeField & OneColumn;
export type PlaceQuestion = PlaceField & Columns;

export type Question =
  | ChoiceQuestion
  | YesNoQuestion
  | TicksQuestion
  | TextQuestion
  | NumberQuestion
  | DateQuestion
  | PartialDateQuestion
  | TimeQuestion
  | PlaceQuestion;

export type Questions = Readonly<Record<string, Question>>;

/** One block of the paper, in its order: title and the names of its questions. */
export type Block = { readonly id: string; readonly title: string; readonly questions: readonly string[] };

export type Section<Q extends Questions = Questions> = {
  readonly id: string;
  readonly title: string;
  readonly questions: Q;
  readonly blocks: readonly Block[];
};

export type AnswerOf<Q extends Question> = ValueOf<Q> | null;

export type AnswersOf<Q extends Questions> = { -readonly [Name in keyof Q]: AnswerOf<Q[Name]> };

/** Answers as a form holds them, without their exact types. */
export type Answers = Readonly<Record<string, unknown>>;

/** Whether the rule holds for these answers; an unanswered question makes no rule hold. */
export function isAsked(rule: AskedWhen | undefined, answers: Answers): boolean {
  if (rule === undefined) return true;
  if ('all' in rule) return rule.all.every((part) => isAsked(part, answers));
  if ('any' in rule) return rule.any.some((part) => isAsked(part, answers));
  const answer = answers[rule.question];
  if ('ticked' in rule) return Array.isArray(answer) && answer.includes(rule.ticked);
  if ('notTicked' in rule) return Array.isArray(answer) && !answer.includes(rule.notTicked);
  return !isUnanswered(answer) && fits(rule, answer);
}

type ByValue = Extract<AskedWhen, { is: unknown } | { isNot: unknown } | { atLeast: unknown }>;

function fits(rule: ByValue, answer: unknown): boolean {
  if ('is' in rule) return rule.is.some((one) => one === answer);
  if ('isNot' in rule) return rule.isNot.every((one) => one !== answer);
  return typeof answer === 'number' && answer >= rule.atLeast;
}

/**
 * Names of the questions asked for these answers, in the order of the section. A hidden one hides those below it.
 *
 * `context` holds answers of other sections that rules of this one rest on (sex of Section A in Section B). A rule
 * on a question that is neither here nor in the context holds: nothing is hidden for want of the other section.
 */
export function askedQuestions(questions: Fields, answers: Answers, context: Answers = {}): string[] {
  const visible: Record<string, unknown> = { ...context };
  const names: string[] = [];
  for (const [name, question] of Object.entries(questions)) {
    const rule = withoutUnknown(question.askedWhen, (other) => other in questions || other in context);
    if (rule !== undefined && !isAsked(rule, visible)) continue;
    names.push(name);
    visible[name] = answers[name];
  }
  return names;
}

/** The rule without its parts on questions of sections not at hand; undefined when nothing is left to decide. */
function withoutUnknown(rule: AskedWhen | undefined, isKnown: (name: string) => boolean): AskedWhen | undefined {
  if (rule === undefined) return undefined;
  if ('question' in rule) return isKnown(rule.question) ? rule : undefined;
  if ('all' in rule) return { all: rule.all.flatMap((part) => withoutUnknown(part, isKnown) ?? []) };
  const parts = rule.any.map((part) => withoutUnknown(part, isKnown));
  return parts.includes(undefined) ? undefined : { any: parts.filter((part) => part !== undefined) };
}

/** Names of the questions that rules read, each once, in the order they are first read. */
export function ruleQuestions(questions: Fields): string[] {
  const names = new Set<string>();
  const read = (rule: AskedWhen): void => {
    if ('all' in rule) rule.all.forEach(read);
    else if ('any' in rule) rule.any.forEach(read);
    else names.add(rule.question);
  };
  for (const question of Object.values(questions)) if (question.askedWhen) read(question.askedWhen);
  return [...names];
}

/** The answers without those that are not asked: they were typed before another hid them. */
export function onlyAsked<Values extends Answers>(questions: Fields, answers: Values, context: Answers = {}): Values {
  const asked = askedQuestions(questions, answers, context);
  const entries = Object.entries(answers).map(([name, answer]) => [
    name,
    name in questions && !asked.includes(name) ? null : answer,
  ]);
  return Object.fromEntries(entries) as Values;
}

export function missingQuestions(questions: Fields, answers: Answers, context: Answers = {}): string[] {
  return askedQuestions(questions, answers, context).filter(
    (name) => questions[name]?.required === true && isUnanswered(answers[name]),
  );
}

/** Answered questions that are not asked: what another answer hides must not be stored. */
export function hiddenAnswers(questions: Questions, answers: Answers, otherSections: Answers = {}): FieldIssue[] {
  const asked = new Set(askedQuestions(questions, answers, otherSections));
  return Object.keys(questions)
    .filter((name) => !asked.has(name) && answers[name] !== null)
    .map((path) => ({ path, message: 'Esta pregunta no corresponde por otra respuesta.' }));
}

export function isUnanswered(answer: unknown): boolean {
  return answer === null || answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

export function blankAnswers<Q extends Questions>(questions: Q): AnswersOf<Q> {
  return Object.fromEntries(Object.keys(questions).map((name) => [name, null])) as AnswersOf<Q>;
}

/**
 * The schema of a section's answers: every question present, `null` when unanswered; an answer to a question that
 * is not asked is refused, so that nothing hidden is stored.
 *
 * Completeness is another matter (`missingQuestions`): a section can be saved at any point.
 */
export function answersSchema<const Q extends Questions>(
  questions: Q,
  otherSections: Answers = {},
): z.ZodType<AnswersOf<Q>, AnswersOf<Q>> {
  const shape = Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [name, valueSchema(question).nullable()]),
  );
  const schema = z.strictObject(shape).superRefine((answers, context) => {
    for (const { path, message } of hiddenAnswers(questions, answers, otherSections)) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
  });
  // A shape made from entries forgets which name has which schema.
  return schemaOf<AnswersOf<Q>>(schema);
}

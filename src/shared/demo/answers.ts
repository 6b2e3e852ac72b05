/** Answers invented by walking a section: what is not asked stays null, so that the schema takes them as they are. */
import { blankAnswers, isAsked, type AnswersOf, type Question, type Questions } from '../platform/questions.ts';
import type { Random } from './random.ts';

/** Fixed answers of some questions; the rest is invented. `null` = left unanswered. */
export type Overrides = Readonly<Record<string, unknown>>;

export type AnswerPlan = { readonly overrides: Overrides; readonly year: number; readonly context: Overrides };

function invent(random: Random, question: Question, year: number): unknown {
  switch (question.kind) {
    case 'choice':
      return random.pick(question.options.map((option) => [option.code, 1] as const));
    case 'yesNo':
      return random.chance(0.2) ? 1 : 0;
    case 'ticks':
      return inventTicks(random, question);
    case 'text':
      return 'Dato inventado'.slice(0, question.max);
    case 'number':
      return question.min >= 1900 ? year : random.int(question.min, Math.min(question.max, question.min + 6));
    case 'partialDate':
      return { year: year - 1, month: random.int(1, 12), day: null };
    // Dates, hours and places mean something beside the others: they come as overrides or stay empty.
    default:
      return null;
  }
}

function inventTicks(random: Random, question: Extract<Question, { kind: 'ticks' }>): string[] {
  const ticks = Object.keys(question.ticks).filter((tick) => tick !== question.none);
  const chosen = ticks.filter((tick) => tick !== 'other' && random.chance(2 / Math.max(2, ticks.length)));
  if (chosen.length > 0) return chosen;
  return question.none === undefined ? ticks.slice(0, 1) : [question.none];
}

/** A whole section; `plan.context` holds answers of another section on which rules of this one rest. */
export function inventAnswers<const Q extends Questions>(random: Random, questions: Q, plan: AnswerPlan): AnswersOf<Q> {
  const answers: Record<string, unknown> = { ...blankAnswers<Questions>(questions) };
  for (const [name, question] of Object.entries(questions)) {
    if (!isAsked(question.askedWhen, { ...plan.context, ...answers })) continue;
    const isFilled = question.required || random.chance(0.7);
    const invented = isFilled ? invent(random, question, plan.year) : null;
    answers[name] = name in plan.overrides ? plan.overrides[name] : invented;
  }
  return answers as AnswersOf<Q>;
}

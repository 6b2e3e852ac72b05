/** Planned answers fitted to a section: what is not asked stays null, so that the schema takes them as they are. */
import { askedQuestions, blankAnswers, type AnswersOf, type Questions } from '../record/index.ts';

/** Answers of a plan; it may hold more than is asked. */
export type Planned<Q extends Questions> = Partial<AnswersOf<Q>>;

/** A whole section; `context` holds answers of another section on which rules of this one rest. */
export function fitAnswers<const Q extends Questions>(
  questions: Q,
  planned: Planned<Q>,
  context: Readonly<Record<string, unknown>> = {},
): AnswersOf<Q> {
  const answers: Record<string, unknown> = { ...blankAnswers<Questions>(questions) };
  const plan: Readonly<Record<string, unknown>> = planned;
  for (const name of askedQuestions(questions, plan, context)) answers[name] = plan[name] ?? null;
  return answers as AnswersOf<Q>;
}

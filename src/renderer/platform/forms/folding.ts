/** What an answer folds away, decided before it is taken. */
import { askedQuestions, isUnanswered, type Answers, type Questions } from '../../../shared/record/index.ts';

/** Names of answered questions that `answers` no longer ask. */
export function droppedBy(questions: Questions, answers: Answers, context: Answers = {}): string[] {
  const asked = new Set(askedQuestions(questions, answers, context));
  return Object.keys(questions).filter((name) => !asked.has(name) && !isUnanswered(answers[name]));
}

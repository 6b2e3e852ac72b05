/** What an answer folds away, decided before it is taken. */
import {
  askedQuestions,
  isUnanswered,
  type Answers,
  type AskedWhen,
  type Questions,
} from '../../../shared/platform/questions.ts';

/** Names of the questions that rules read. */
export function ruleQuestions(questions: Questions): string[] {
  const names = new Set<string>();
  const read = (rule: AskedWhen): void => {
    if ('all' in rule) rule.all.forEach(read);
    else if ('any' in rule) rule.any.forEach(read);
    else names.add(rule.question);
  };
  for (const question of Object.values(questions)) if (question.askedWhen) read(question.askedWhen);
  return [...names];
}

/** Names of answered questions that `answers` no longer ask. */
export function droppedBy(questions: Questions, answers: Answers, context: Answers = {}): string[] {
  const asked = new Set(askedQuestions(questions, answers, context));
  return Object.keys(questions).filter((name) => !asked.has(name) && !isUnanswered(answers[name]));
}

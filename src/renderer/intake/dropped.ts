import { askedQuestions, isUnanswered, type Answers, type Questions } from '../../shared/record/index.ts';

/** Names of answered questions that another section's answers hide. */
export function droppedByContext(questions: Questions, answers: Answers, context: Answers): string[] {
  const asked = new Set(askedQuestions(questions, answers, context));
  return Object.keys(questions).filter((name) => !asked.has(name) && !isUnanswered(answers[name]));
}

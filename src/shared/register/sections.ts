/** The sections of the form in the order of the paper: a section added here joins the row, the sheet and the blank ficha. */
import { askedAnswers, formSectionIds, sectionOf, type AnswersBySection } from '../intake/index.ts';
import type { Section } from '../platform/questions.ts';
import type { RegisterFacts } from './facts.ts';

export const registerSections: readonly Section[] = formSectionIds.map(sectionOf);

/** Answers by letter of the paper, empty where the question is not asked (any more). */
export function answersAsked(answers: RegisterFacts['answers']): RegisterFacts['answers'] {
  const letters = formSectionIds.map((id) => [id, sectionOf(id).id] as const);
  const saved = letters.flatMap(([id, letter]) => (answers[letter] === undefined ? [] : [[id, answers[letter]]]));
  const { asked } = askedAnswers(Object.fromEntries(saved) as AnswersBySection);
  return { ...answers, ...Object.fromEntries(letters.flatMap(([id, letter]) => (asked[id] ? [[letter, asked[id]]] : []))) };
}

/** The sections of the form in the order of the paper: a section added here joins the row, the sheet and the blank ficha. */
import { askedAnswers, formSectionIds, formSections, sectionOf, type AnswersBySection } from '../intake/index.ts';
import type { Section } from '../record/index.ts';
import type { RegisterFacts } from './facts.ts';
import type { LineGuard, SectionGuard } from './lines.ts';

export const registerSections: readonly Section[] = formSectionIds.map(sectionOf);

/** Answers by letter of the paper, empty where the question is not asked (any more). */
export function answersAsked(answers: RegisterFacts['answers']): RegisterFacts['answers'] {
  const letters = formSectionIds.map((id) => [id, sectionOf(id).id] as const);
  const saved = letters.flatMap(([id, letter]) => (answers[letter] === undefined ? [] : [[id, answers[letter]]]));
  const { asked } = askedAnswers(Object.fromEntries(saved) as AnswersBySection);
  return {
    ...answers,
    ...Object.fromEntries(letters.flatMap(([id, letter]) => (asked[id] ? [[letter, asked[id]]] : []))),
  };
}

/** The row that a section is read under, where it is not that of the sheet. */
export function guardOfSection(section: Section): SectionGuard | null {
  const id = formSectionIds.find((one) => sectionOf(one).id === section.id);
  const read = id === undefined ? 'registerForm.readB' : formSections[id].read;
  return read === 'registerForm.readA' || read === 'registerForm.readB' ? null : read;
}

/** The section that such a guard closes as a whole; undefined for the guard of a single line. */
export function sectionBehind(guard: LineGuard): Section | undefined {
  return registerSections.find((section) => guardOfSection(section) === guard);
}

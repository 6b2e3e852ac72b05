import { sectionOf, type FormSectionId } from '../../../shared/intake/index.ts';
import { blankAnswers, type Answers } from '../../../shared/record/index.ts';
import { droppedByContext } from '../dropped.ts';

/** The form without the answers that other sections hide now, and how many those are. */
export function withoutHidden<Values extends { readonly answers: Answers }>(
  section: FormSectionId,
  form: Values,
  context: Answers,
): [Values, number] {
  const { questions } = sectionOf(section);
  const dropped = droppedByContext(questions, form.answers, context);
  const blank = blankAnswers(questions);
  const emptied = Object.fromEntries(Object.entries(blank).filter(([name]) => dropped.includes(name)));
  return [{ ...form, answers: { ...form.answers, ...emptied } }, dropped.length];
}

/** What is said over the form then. */
export function hiddenWords(count: number): string {
  return count === 1
    ? 'Una respuesta ya no corresponde por otra sección; se quitará al guardar.'
    : `${count} respuestas ya no corresponden por otra sección; se quitarán al guardar.`;
}

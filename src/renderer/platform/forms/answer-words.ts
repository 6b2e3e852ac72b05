import { civilDateSchema, partialDateSchema } from '../../../shared/platform/dates.ts';
import { formatCivilDate, formatPartialDate } from '../../../shared/platform/typed-date.ts';
import { chosenWords, isUnanswered, shortLabel, type Question, type Questions } from '../../../shared/record/index.ts';
import { usePlaceName } from '../ui/index.ts';

type PlaceName = (code: string | null) => string | null;

function valueWords(question: Question, value: unknown, placeName: PlaceName): string | null {
  const chosen = chosenWords(question, value);
  if (chosen !== null) return chosen;
  if (question.kind === 'place') return placeName(String(value));
  if (question.kind === 'number') return [String(value), question.unit].filter(Boolean).join(' ');
  const partial = partialDateSchema.safeParse(value);
  if (partial.success) return formatPartialDate(partial.data);
  const day = civilDateSchema.safeParse(value);
  if (day.success) return formatCivilDate(day.data);
  return typeof value === 'string' ? value : null;
}

/** What was answered, read back: «¿Trabaja? No · Estado civil: Soltero/a». */
export function useReadBack(): (questions: Questions, names: readonly string[], answers: object) => string {
  const placeName = usePlaceName();
  return (questions, names, answers) =>
    names
      .flatMap((name) => {
        const question = questions[name];
        const value: unknown = (answers as Readonly<Record<string, unknown>>)[name];
        if (question === undefined || isUnanswered(value)) return [];
        const words = valueWords(question, value, placeName);
        if (words === null) return [];
        const label = shortLabel(question);
        return [label.endsWith('?') ? `${label} ${words}` : `${label}: ${words}`];
      })
      .join(' · ');
}

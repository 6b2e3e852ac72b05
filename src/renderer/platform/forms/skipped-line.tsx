import {
  chosenWords,
  isUnanswered,
  shortLabel,
  type Answers,
  type Questions,
  type Skipped,
} from '../../../shared/record/index.ts';
import { es } from '../es.ts';
import { Fold } from '../ui/index.ts';

type Props = {
  readonly questions: Questions;
  readonly skipped: readonly Skipped[];
  /** Of the questions that decide. */
  readonly answers: Answers;
  readonly labelOf: ((name: string) => string) | undefined;
};

/** Questions that are not asked now, and which answer decides it: one line, that opens into all of them. */
export function SkippedLine({ questions, skipped, answers, labelOf }: Props) {
  const count = skipped.reduce((sum, { names }) => sum + names.length, 0);
  if (count === 0) return null;
  const reasonOf = (by: string) => {
    const question = questions[by];
    const label = question === undefined ? (labelOf?.(by) ?? es.form.otherAnswer) : shortLabel(question);
    const value = answers[by];
    if (isUnanswered(value)) return es.form.unansweredReason(label);
    const words = question === undefined ? null : chosenWords(question, value);
    return es.form.reason(label, words ?? (typeof value === 'number' ? String(value) : ''));
  };
  const namesOf = (names: readonly string[]) =>
    [...new Set(names.map((name) => shortLabel(questions[name] ?? { label: name })))].join(', ');
  return (
    <Fold
      kind="line"
      isOpen={false}
      title={es.form.folded(count)}
      said={skipped.map(({ by, names }) => `${namesOf(names)} (${reasonOf(by)})`).join(' · ')}
    >
      <ul>
        {skipped.map(({ by, names }) => (
          <li key={by}>{`${reasonOf(by)}: ${namesOf(names)}`}</li>
        ))}
      </ul>
    </Fold>
  );
}

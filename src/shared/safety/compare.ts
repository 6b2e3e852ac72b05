/** What changed from one version of a plan to another, part by part and word by word. Pure. */
import { formatCivilDate } from '../platform/typed-date.ts';
import { safetyPresentLabels, safetyTopicLabels, safetyTopics } from './codes.ts';
import type { SafetyPlanForm } from './schema.ts';

/** Words that follow each other and are all the same: kept, added or removed. */
export type WordRun = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

const wordsIn = (text: string | null) => (text ?? '').split(/\s+/).filter((word) => word !== '');

/** Of the longest words common to both; `lengths[i][j]`: how many from place i of one and j of the other. */
function commonFrom(one: readonly string[], other: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const own = lengths[row];
      if (own === undefined) continue;
      const isSame = one[row] === other[column];
      own[column] = isSame ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  return lengths;
}

function joinRuns(words: readonly WordRun[]): WordRun[] {
  return words.reduce<WordRun[]>((runs, word) => {
    const last = runs.at(-1);
    if (last?.kind !== word.kind) return [...runs, word];
    return [...runs.slice(0, -1), { ...last, text: `${last.text} ${word.text}` }];
  }, []);
}

/** The words of both in the order of reading: what was removed stands before what took its place. */
export function wordChanges(before: string | null, after: string | null): WordRun[] {
  const [one, other] = [wordsIn(before), wordsIn(after)];
  const lengths = commonFrom(one, other);
  const words: WordRun[] = [];
  let [row, column] = [0, 0];
  while (row < one.length || column < other.length) {
    const [removed, added] = [one[row], other[column]];
    if (removed !== undefined && removed === added) {
      words.push({ kind: 'same', text: removed });
      row += 1;
      column += 1;
    } else if (removed !== undefined && (lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0)) {
      words.push({ kind: 'removed', text: removed });
      row += 1;
    } else if (added !== undefined) {
      words.push({ kind: 'added', text: added });
      column += 1;
    } else row += 1;
  }
  return joinRuns(words);
}

type Compared = Omit<SafetyPlanForm, 'carriesCard' | 'present'> & {
  readonly carriesCard: boolean | null;
  readonly present: SafetyPlanForm['present'] | null;
};

export type PartChange = { readonly label: string; readonly runs: readonly WordRun[] };

const carried = (answer: boolean | null) => (answer === null ? null : answer ? 'Sí' : 'No, de memoria');
const numbers = ({ phones }: Compared) => phones.map(({ name, number }) => `${name} ${number}`).join(' · ');

/** The parts that are not the same, in the order of the page. */
export function changedParts(before: Compared, after: Compared): PartChange[] {
  const parts: readonly (readonly [string, string | null, string | null])[] = [
    ...safetyTopics.flatMap((topic) => {
      const [one, other] = [before.lines[topic], after.lines[topic]];
      return [
        [safetyTopicLabels[topic], one.words, other.words] as const,
        [`${safetyTopicLabels[topic]}, en la tarjeta`, one.card, other.card] as const,
      ];
    }),
    ['A quién llama', numbers(before), numbers(after)],
    ['Lleva la tarjeta', carried(before.carriesCard), carried(after.carriesCard)],
    [
      'Estuvo presente',
      before.present && safetyPresentLabels[before.present],
      after.present && safetyPresentLabels[after.present],
    ],
    ['Se relee', formatCivilDate(before.rereadOn), formatCivilDate(after.rereadOn)],
  ];
  return parts.flatMap(([label, one, other]) =>
    wordsIn(one).join(' ') === wordsIn(other).join(' ') ? [] : [{ label, runs: wordChanges(one, other) }],
  );
}

/** What the work on a case shows of a question of Sections B to H. It stands beside the answer and never replaces it. */
import { civilDateSchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { askedQuestions, type Answers, type Fields } from '../record/index.ts';

/** Where the fact is read; the window knows the paths. */
export const workPages = ['b', 'attentions', 'proceeding', 'presenting', 'referrals', 'reintegration'] as const;

export const workLineSchema = z.strictObject({
  question: z.string(),
  /** As the section keeps it; of ticks those that the work shows, and more may be true. */
  value: z.union([z.int(), z.string(), z.array(z.string())]),
  /** The fact itself. */
  words: z.string(),
  /** Null of an answer of another section. */
  on: civilDateSchema.nullable(),
  page: z.enum(workPages),
});
export type WorkLine = z.infer<typeof workLineSchema>;

const plain = (value: unknown) => String(value).trim().toLowerCase();

/** How an answer stands to what the work shows; «none of them» is an answer. */
export function standsTo({ value }: Pick<WorkLine, 'value'>, answer: unknown): 'blank' | 'same' | 'differs' {
  if ((answer ?? '') === '') return 'blank';
  const isSame = Array.isArray(value)
    ? Array.isArray(answer) && value.every((one) => answer.includes(one))
    : plain(value) === plain(answer);
  return isSame ? 'same' : 'differs';
}

/** What can be put at once: every blank answer of them, with those that only come up by the ones before. */
export function linesToPut(
  lines: readonly WorkLine[],
  answers: Answers,
  { questions, context }: { readonly questions: Fields; readonly context: Answers },
): WorkLine[] {
  const next: Record<string, unknown> = { ...answers };
  return lines.filter((line) => {
    const isAsked = askedQuestions(questions, next, context).includes(line.question);
    if (!isAsked || standsTo(line, next[line.question]) !== 'blank') return false;
    next[line.question] = line.value;
    return true;
  });
}

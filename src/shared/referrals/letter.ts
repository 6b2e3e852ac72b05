/** Rows of papers, and what the form of a referral answers as rows. */
import { row, type PairRow } from '../papers/text.ts';
import { listWords, longDate } from '../papers/index.ts';
import { capital } from '../platform/capital.ts';
import type { CivilDate } from '../platform/dates.ts';
import type { Question } from '../record/index.ts';
import { referralRules, type ReferralKind } from './kinds/index.ts';
import { askedOf, type ReferralOptions } from './schema.ts';

const smallFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const optional = (label: string, text: string | null): PairRow[] => (text === null ? [] : [row(label, text)]);
const wanted = (label: string, text: string | null): PairRow =>
  text === null ? row(label, [{ text: label.toLowerCase(), missing: true }]) : row(label, text);

/** The answer as it is printed; null when there is none. */
// oxlint-disable-next-line complexity -- one case per kind of question, nothing nested
export function answerText(question: Question, answer: unknown): string | null {
  if (answer === null || answer === undefined || answer === '') return null;
  switch (question.kind) {
    case 'yesNo':
      return answer === 1 ? 'Sí' : 'No';
    case 'choice':
      return question.options.find(({ code }) => code === answer)?.label ?? null;
    case 'ticks': {
      const labels = (Array.isArray(answer) ? answer : []).map((name) => question.ticks[String(name)]?.label);
      const words = labels.filter((label) => label !== undefined);
      return words.length === 0 ? null : capital(listWords(words.map(smallFirst)));
    }
    case 'date':
      return longDate(answer as CivilDate);
    case 'time':
      return `${answer as string} h`;
    default:
      return typeof answer === 'number' ? String(answer) : typeof answer === 'string' ? answer : null;
  }
}

export function answerRows(kind: ReferralKind, { answers }: ReferralOptions): PairRow[] {
  const { asked } = referralRules[kind];
  return askedOf(kind, answers).flatMap((name) => {
    const one = asked[name];
    if (one === undefined || one.print === null) return [];
    const answer = answerText(one.question, answers[name]);
    const text = answer === null ? null : capital(answer);
    // Nothing to say of none: a nought is no news to the receiver.
    if (one.question.kind === 'number' && answers[name] === 0) return [];
    return one.question.required ? [wanted(one.print, text)] : optional(one.print, text);
  });
}

/** Persons whom a paper may tell of by initials at most, in every text of it; what was changed is told to who signs. */
import { capital } from '../platform/capital.ts';
import { findNames, findSchools, initialsOf, type PrivatePerson, type Span } from './private-names.ts';
import { findWithheld, replaceSpans, type Withheld } from './withhold.ts';

export type Change = { readonly person: PrivatePerson; readonly initials: readonly string[]; readonly times: number };

export const schoolWords = '[centro de estudios en reserva]';

type Found = Span & { readonly person: PrivatePerson | null };

const timesWords = (times: number) => (times === 1 ? '1 vez' : `${times} veces`);

/**
 * Two ways through one book of changes. `typed`, for what people wrote: also one name of a minor alone, and the school
 * where she can be found. `composed`, for the whole paper, whose offices, streets and laws have names of their own.
 *
 * @param standing whole names that the paper prints
 * @param withheld what stops the paper: a street that is called as somebody must still be found whole
 * @param hidesSchools where somebody under age is protected, whether or not she is named
 */
export function shortener(
  persons: readonly PrivatePerson[],
  standing: readonly string[],
  withheld: readonly Withheld[],
  hidesSchools = persons.some(({ isMinor }) => isMinor),
) {
  const changes = new Map<PrivatePerson, { initials: Set<string>; times: number }>();
  let schools = 0;
  const inTyped = findNames(persons, standing);
  const inComposed = findNames(persons, standing, 2);
  const stopping = findWithheld(withheld, standing);
  const shorten = (text: string, found: readonly Found[]) => {
    const stops = stopping(text);
    const free = found.filter((one) => !stops.some(({ from, to }) => from < one.to && one.from < to));
    // The point of the last initial is the point of the sentence.
    const whole = free.map((one) => (one.person !== null && text[one.to] === '.' ? { ...one, to: one.to + 1 } : one));
    return replaceSpans(text, whole, (words, { person }) => {
      if (person === null) {
        schools += 1;
        return schoolWords;
      }
      const initials = initialsOf(words);
      const change = changes.get(person) ?? { initials: new Set(), times: 0 };
      changes.set(person, { initials: change.initials.add(initials), times: change.times + 1 });
      return initials;
    });
  };
  return {
    typed: (text: string): string =>
      shorten(text, [
        ...inTyped(text),
        ...(hidesSchools ? findSchools(text).map((span) => ({ ...span, person: null })) : []),
      ]),
    /** As `typed`, where a school may stand. */
    named: (text: string): string => shorten(text, inTyped(text)),
    composed: (text: string): string => shorten(text, inComposed(text)),
    changes: (): Change[] =>
      Array.from(changes, ([person, { initials, times }]) => ({ person, initials: [...initials], times })),
    /** Sentences for who signs: whom it concerns, what stands instead, how often. */
    words: (): string[] => [
      ...Array.from(
        changes,
        ([{ who }, { initials, times }]) =>
          `${capital(who)}: por iniciales, ${[...initials].map((one) => `«${one}»`).join(', ')} (${timesWords(times)})`,
      ),
      ...(schools === 0 ? [] : [`Centro de estudios: «${schoolWords}» (${timesWords(schools)})`]),
    ],
  };
}

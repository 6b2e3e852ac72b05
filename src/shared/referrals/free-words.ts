/**
 * What people wrote freely in a letter, looked through for whoever it may not name: by the comparison of the card (one
 * word, a nickname, another spelling), not only by two names beside each other.
 */
import { replaceSpans, withheldWords, type Span } from '../papers/index.ts';
import { bareWord, everydayNames, nameWords, ordinaryWords, thingNames } from '../people/index.ts';
import { tellsOf } from '../safety/index.ts';
import type { ReferralOptions } from './schema.ts';

const nobody = { phrases: [], names: [], staff: [], texts: [] };
const barePieces = (names: readonly string[]) => new Set(names.flatMap(nameWords).map(bareWord));

/**
 * @param names of whom nothing may tell
 * @param standing names that the letter prints: what is shared with them tells nobody, nor does a word of every day
 */
export function freeWords(names: readonly string[], standing: readonly string[]) {
  const known = barePieces(standing);
  const isEveryday = (word: string) => [everydayNames, thingNames, ordinaryWords].some((words) => words.has(word));
  const isTelling = (word: string) => !known.has(word) && !isEveryday(word);
  const secrets = { ...nobody, names: [...barePieces(names)].filter(isTelling) };
  const isOwn = (word: string) => known.has(bareWord(word));
  const tells = (text: string) =>
    tellsOf(
      text.replace(/[\p{L}\p{M}'’]+/gu, (word) => (isOwn(word) ? '·' : word)),
      secrets,
    );
  const find = (text: string): Span[] => {
    if (secrets.names.length === 0 || !tells(text)) return [];
    const words = Array.from(text.matchAll(/[\p{L}\p{M}'’]+/gu), ({ index, 0: { length } }) => ({
      ...{ from: index, to: index + length },
    })).filter(({ from, to }) => tells(text.slice(from, to)));
    // Told by words that are cut or run together: then the whole text.
    return words.length > 0 ? words : [{ from: 0, to: text.length }];
  };
  return { tells, masked: (text: string) => replaceSpans(text, find(text), () => withheldWords) };
}

type Free = Pick<ReferralOptions, 'reason' | 'otherService' | 'answers'>;

/** The texts of a letter in which anything may be written; its receiver, place and signer have names of their own. */
export function eachFree<Options extends Free>(options: Options, change: (text: string) => string): Options {
  const maybe = (text: string | null) => (text === null ? null : change(text));
  return {
    ...options,
    reason: maybe(options.reason),
    otherService: maybe(options.otherService),
    answers: Object.fromEntries(
      Object.entries(options.answers).map(([name, answer]) => [
        name,
        typeof answer === 'string' ? change(answer) : answer,
      ]),
    ),
  };
}

/**
 * How often a name occurs: two people called Quispe agree by chance far more often than two with a rare surname.
 *
 * Counts of public lists (resources/names; candidates of 2021 and 2001, not the population): a guide, not a census.
 */
import { nameWords, wordKey } from './spelling.ts';

export type NameLists = {
  readonly surnames: readonly (readonly [surname: string, weight: number])[];
  readonly givenNames: readonly (readonly [name: string, sex: string, weight: number])[];
};

/** Share of people, 0..1, of whom one name word has this spelling key. */
export type NameFrequencies = {
  readonly surname: (key: string) => number;
  readonly given: (key: string) => number;
};

type Counter = { readonly counts: Map<string, number>; total: number };

function add(counter: Counter, text: string, weight: number): void {
  counter.total += weight;
  const key = nameWords(text).map(wordKey).join('');
  counter.counts.set(key, (counter.counts.get(key) ?? 0) + weight);
}

/**
 * Names gather in a district: what is common in the country is commoner among neighbours. Twice is a cautious guess;
 * in Puno or Ayacucho it is more.
 */
const localFactor = 2;

/** A name of no list counts as rare as the rarest of it. */
function frequencyOf(counter: Counter): (key: string) => number {
  const least = 1 / Math.max(counter.total, 1);
  return (key) => Math.min(0.5, localFactor * Math.max(least, (counter.counts.get(key) ?? 0) / counter.total));
}

export function makeNameFrequencies(lists: NameLists): NameFrequencies {
  const surnames: Counter = { counts: new Map(), total: 0 };
  const given: Counter = { counts: new Map(), total: 0 };
  for (const [surname, weight] of lists.surnames) add(surnames, surname, weight);
  for (const [name, , weight] of lists.givenNames) add(given, name, weight);
  return { surname: frequencyOf(surnames), given: frequencyOf(given) };
}

/** The same, with what one file itself shows: its own shares weigh as its size against that of the lists. */
export function blendFrequencies(
  lists: NameFrequencies,
  own: { readonly surnames: Iterable<string>; readonly given: Iterable<string> },
): NameFrequencies {
  return { surname: blend(lists.surname, own.surnames), given: blend(lists.given, own.given) };
}

/** Weight of the public lists, as a number of people. */
const listSize = 1000;

function blend(lists: (key: string) => number, keys: Iterable<string>): (key: string) => number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const key of keys) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    total += 1;
  }
  return (key) => {
    const listed = lists(key);
    return Math.min(0.5, (listSize * listed + (counts.get(key) ?? 0)) / (listSize + total));
  };
}

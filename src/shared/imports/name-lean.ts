/** Whether a word of a name is rather a surname or a given name: by the public lists, and by the list at hand. Pure. */
import { nameKey, type NameLists } from '../people/index.ts';

/** How often each name, by its spelling key, stands as surname and as given name. */
export type NameCounts = {
  readonly surnames: Readonly<Record<string, number>>;
  readonly given: Readonly<Record<string, number>>;
};

export const noCounts: NameCounts = { surnames: {}, given: {} };

/** Bits that speak for a surname; below zero they speak for a given name, at zero nothing is known. */
export type NameLean = (name: string) => number;

/** One key for a name of one word or several: «DE LA CRUZ» and «Cruz» are one. */
export function leanKey(name: string): string {
  return nameKey(name).replaceAll(' ', '');
}

function counted(entries: Iterable<readonly [name: string, weight: number]>): Record<string, number> {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const [name, weight] of entries) {
    const key = leanKey(name);
    if (key !== '') counts[key] = (counts[key] ?? 0) + weight;
  }
  return counts;
}

export function countLists(lists: NameLists): NameCounts {
  return {
    surnames: counted(lists.surnames),
    given: counted(lists.givenNames.map(([name, , weight]) => [name, weight] as const)),
  };
}

/** Names of a list itself, each once for every time it stands there. */
export function countOwn(surnames: Iterable<string>, given: Iterable<string>): NameCounts {
  const once = function* (names: Iterable<string>) {
    for (const name of names) yield [name, 1] as const;
  };
  return { surnames: counted(once(surnames)), given: counted(once(given)) };
}

export const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

const allOf = (counts: Readonly<Record<string, number>>) => sumOf(Object.values(counts));
/** Share of a name that stands nowhere: a third of one person of the lists. */
const unseen = 6e-5;

/** What a name counts in the other rows: where it stands in its own row proves nothing of that row. */
const others = (count = 0) => Math.max(0, count - 1);

export function leanOf(lists: NameCounts, own: NameCounts): NameLean {
  const surnames = allOf(lists.surnames) + allOf(own.surnames) || 1;
  const given = allOf(lists.given) + allOf(own.given) || 1;
  return (name) => {
    const key = leanKey(name);
    const asSurname = ((lists.surnames[key] ?? 0) + others(own.surnames[key])) / surnames;
    const asGiven = ((lists.given[key] ?? 0) + others(own.given[key])) / given;
    return Math.log2((asSurname + unseen) / (asGiven + unseen));
  };
}

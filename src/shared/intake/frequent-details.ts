/** Which texts of an «Otro» are common enough to be offered to the next person who writes there. */
import { fold } from '../platform/text.ts';

/** One text as it was saved, and whose ficha it stands in. */
export type WrittenDetail = { readonly text: string; readonly userId: string };

/** From this many persons on a text says nothing about one of them. */
export const fewestPersons = 3;
const mostOffered = 8;

/** Accents, case and spaces aside: the same words typed by different hands. */
function plain(text: string): string {
  return fold(text).replace(/\s+/g, ' ').trim();
}

/** The texts written for at least three persons, the most common first, each in its most common spelling. */
export function frequentDetails(written: readonly WrittenDetail[]): string[] {
  const groups = [...Map.groupBy(written, ({ text }) => plain(text))].map(([key, some]) => ({
    key,
    persons: new Set(some.map(({ userId }) => userId)).size,
    spelling: commonest(some.map(({ text }) => text.trim())),
  }));
  return groups
    .filter(({ key, persons }) => key !== '' && persons >= fewestPersons)
    .toSorted((one, other) => other.persons - one.persons || one.key.localeCompare(other.key, 'es'))
    .slice(0, mostOffered)
    .map(({ spelling }) => spelling);
}

function commonest(spellings: readonly string[]): string {
  const counts = [...Map.groupBy(spellings, (spelling) => spelling)].toSorted(
    ([one, some], [other, more]) => more.length - some.length || one.localeCompare(other, 'es'),
  );
  return counts[0]?.[0] ?? '';
}

/** Finding in long lists, as `shared/platform/search-rank.ts` orders them. */
import { rankedRows, searchable } from '../../../shared/platform/search-rank.ts';

const shownAtMost = 50;

export type SearchIndex<Option> = (query: string) => readonly Option[];

/** Every word typed must stand in the label; nothing typed shows the list from its beginning. 50 at most. */
export function makeSearchIndex<Option extends { readonly label: string }>(
  options: readonly Option[],
): SearchIndex<Option> {
  const rows = options.map(({ label }) => searchable(label));
  return (query) =>
    query.trim() === ''
      ? options.slice(0, shownAtMost)
      : rankedRows(rows, query, shownAtMost).flatMap((at) => options[at] ?? []);
}

/** Finding in long lists without accents: «nana» finds Ñaña. */
const shownAtMost = 50;

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export type SearchIndex<Option> = (query: string) => readonly Option[];

/** Every word typed must stand in the label; labels beginning with the query come first, 50 at most. */
export function makeSearchIndex<Option extends { readonly label: string }>(
  options: readonly Option[],
): SearchIndex<Option> {
  const rows = options.map((option) => ({ option, folded: fold(option.label) }));
  return (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    const first: Option[] = [];
    const rest: Option[] = [];
    for (const { option, folded } of rows) {
      if (!words.every((word) => folded.includes(word))) continue;
      if (words[0] !== undefined && folded.startsWith(words[0])) first.push(option);
      else if (rest.length < shownAtMost) rest.push(option);
    }
    return [...first, ...rest].slice(0, shownAtMost);
  };
}

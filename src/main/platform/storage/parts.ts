/** Rows of many cases are read so many at a time: what was read of some is let go before the next are read. */

/** Whole sections are read of so many; of a few columns more fit. */
const partSize = 500;

export function* inParts<Item>(items: readonly Item[], size = partSize): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

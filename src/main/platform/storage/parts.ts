/** Rows of many cases are read so many at a time: what was read of some is let go before the next are read. */
const partSize = 500;

export function* inParts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += partSize) yield items.slice(at, at + partSize);
}

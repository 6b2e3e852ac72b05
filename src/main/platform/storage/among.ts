/** A list of ids as one bound value: as many as there are, past the limit of SQLite on the number of variables. */
import { sql, type RawBuilder } from 'kysely';

/** For `where('case_id', 'in', among(ids))`. */
export function among<Value extends string>(ids: Iterable<Value>): RawBuilder<Value> {
  return sql<Value>`(select value from json_each(${JSON.stringify([...ids])}))`;
}

/** What was read of so many is let go before the next are read. Whole sections are read of these; of a few columns more fit. */
const partSize = 500;

export function* inParts<Item>(items: readonly Item[], size = partSize): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

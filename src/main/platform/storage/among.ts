/** A list of ids as one bound value: as many as there are, past the limit of SQLite on the number of variables. */
import { sql, type RawBuilder } from 'kysely';

/** For `where('case_id', 'in', among(ids))`. */
export function among<Value extends string>(ids: Iterable<Value>): RawBuilder<Value> {
  return sql<Value>`(select value from json_each(${JSON.stringify([...ids])}))`;
}

/** Tables by their keys: TypeScript forgets the keys of an object, and the names of one made from entries. */

/** Of a table made in one place, which has no other keys than its type. */
export const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];

/** One value for each key. */
export function eachOf<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

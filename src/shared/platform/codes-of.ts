/** The codes of a vocabulary, or the keys of any table, in the order of its words. */
export function codesOf<Code extends string>(words: Readonly<Record<Code, unknown>>): readonly [Code, ...Code[]] {
  return Object.keys(words) as [Code, ...Code[]];
}

/** Code and words of every option of a list, in the order of its labels. */
export function optionsOf<Code extends string>(
  labels: Readonly<Record<Code, string>>,
): { code: Code; label: string }[] {
  return codesOf(labels).map((code) => ({ code, label: labels[code] }));
}

/** One value for each key: TypeScript forgets the names of an object made from entries. */
export function eachOf<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

/** What stands under a name that the table may not have. */
export function under<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

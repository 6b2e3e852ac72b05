/** The codes of a vocabulary, in the order of its words. */
export function codesOf<Code extends string>(words: Readonly<Record<Code, unknown>>): readonly [Code, ...Code[]] {
  return Object.keys(words) as [Code, ...Code[]];
}

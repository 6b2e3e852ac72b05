/** The codes of a vocabulary, in the order of its words. */
export function codesOf<Code extends string>(words: Readonly<Record<Code, unknown>>): readonly [Code, ...Code[]] {
  return Object.keys(words) as [Code, ...Code[]];
}

/** Code and words of every option of a list, in the order of its labels. */
export function optionsOf<Code extends string>(
  labels: Readonly<Record<Code, string>>,
): { code: Code; label: string }[] {
  return codesOf(labels).map((code) => ({ code, label: labels[code] }));
}

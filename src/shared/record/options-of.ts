/** Code and words of every option of a list, in the order of its labels. */
export function optionsOf<Code extends string>(
  labels: Readonly<Record<Code, string>>,
): { code: Code; label: string }[] {
  return (Object.entries(labels) as [Code, string][]).map(([code, label]) => ({ code, label }));
}

/** Why two records may be of one person, in sentences that a busy reader takes in at once. */

/** `plain` says the same without a word of the stored record: for a reader who sees only a masked candidate (D2). */
export type Reason = { readonly text: string; readonly plain: string; readonly speaks: 'for' | 'against' };

export function reason(text: string, plain = text): Reason {
  return { text, plain, speaks: 'for' };
}

/** What makes two persons of two records. */
export function objection(text: string): Reason {
  return { text, plain: text, speaks: 'against' };
}

/** Typed names are cut in a sentence, so that a long text does not push the reason away. */
export function quoted([one, other]: readonly [string, string]): string {
  const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
  return `${cut(one)} / ${cut(other)}`;
}

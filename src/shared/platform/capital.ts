/** «lugar del hecho» → «Lugar del hecho»: words that stand inside a sentence, at the beginning of one. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words that fonts shaped, where who signs out finds them without loading what makes pages. */
import type { ShapedWords } from './shaped-words.ts';

const ofFonts: ShapedWords[] = [];

export function keepWords(words: ShapedWords): void {
  ofFonts.push(words);
}

/** Words of papers stay in memory no longer than somebody is signed in. */
export function forgetWords(): void {
  for (const words of ofFonts) words.forget();
}

export function wordsKept(): number {
  return ofFonts.reduce((sum, { size }) => sum + size, 0);
}

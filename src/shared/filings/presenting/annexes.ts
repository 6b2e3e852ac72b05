/** Annexes of a presentation: how they are numbered, and which files may go with a writ that he will read. */
import type { FileArea } from '../../attachments/index.ts';
import { fold } from '../../platform/text.ts';

/** Peruvian numbering of annexes: number of the writ and a letter (1-A, 1-B, … 1-Z, 1-AA); of a letter of the centre, which is no writ (0), the letter alone. */
export function annexNumber(writNumber: number, position: number): string {
  let letters = '';
  for (let rest = position; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return writNumber === 0 ? letters : `${writNumber}-${letters}`;
}

/** What a file tells of itself: its area, and the words it was described and named with. */
export type AnnexFile = { readonly area: FileArea; readonly words: readonly string[] };

/** `check`: only once its pages were looked at; `never`: it names the places where she can be found. */
export type AnnexRule = 'free' | 'check' | 'never';

const placesAnnex =
  /\banexo (?:complementario )?b\b|\banexo complementario\b|\blugares (?:que|donde) (?:frecuenta|suele|acude|va)\b/;
const riskForm = /\bfvr\b|valoracion de(?:l)? riesgo/;

const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');

/**
 * A writ is notified to the accused. The complementary annex B of the risk form, her places, never goes with one (S4); the
 * form itself and what Psychology and Social work keep may hold it, or notes (S3): somebody looks at the pages first.
 */
export function annexRule({ area, words }: AnnexFile): AnnexRule {
  const said = words.map(plain);
  if (said.some((text) => placesAnnex.test(text))) return 'never';
  const isOfOthers = area === 'psychology' || area === 'social';
  return isOfOthers || said.some((text) => riskForm.test(text)) ? 'check' : 'free';
}

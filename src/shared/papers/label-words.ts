/** Labels of the official form as words of a sentence: «El o la Albañil, Obrero/a de Construcción» → «albañil u obrero de construcción». */
import { eitherWords } from './words.ts';

/** Of whom the label speaks; null when that is not known. */
type Sex = 'female' | 'male' | null;

/** Words that the form leaves without their accent. */
const spelled: ReadonlyMap<string, string> = new Map([
  ['guardian', 'guardián'],
  ['arbitro', 'árbitro'],
  ['arbitra', 'árbitra'],
]);

function feminine(word: string): string {
  if (/o$/i.test(word)) return word.replace(/o$/i, 'a');
  return /[rnl]$/i.test(word) ? `${word.replace(/ón$/, 'on').replace(/án$/, 'an')}a` : word;
}

function either(male: string, female: string, sex: Sex): string {
  if (sex !== null) return sex === 'male' ? male : female;
  return male === female ? male : `${male} o ${female}`;
}

/** «Conductor/a», «Padre/Madre»; what is no pair of a man and a woman is both («Reclamaciones/Seguros»). */
function pairWords(first: string, second: string, sex: Sex): string {
  if (second.toLowerCase() === 'a') return either(first, feminine(first), sex);
  const isPair = /^(padre|padrastro|yerno|actor)$/i.test(first);
  return isPair ? either(first, second, sex) : `${first} y ${second}`;
}

/** Small letters, but for initials and what is written with capitals everywhere. */
function smallLetters(text: string): string {
  const words = text.replace(/\p{L}+/gu, (word) => {
    const small = /^\p{Lu}{2,}$/u.test(word) ? word : word.toLocaleLowerCase('es');
    return spelled.get(small) ?? small;
  });
  return words.replace('fuerzas armadas', 'Fuerzas Armadas');
}

/** @param sex of whom it speaks: both forms stand where it is not known */
export function labelWords(label: string, sex: Sex): string {
  const plain = label
    .replace(/\bel o la\s+/gi, '')
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\by\/o\b/g, 'y')
    .replace(/(\p{L}+)\/(\p{L}+)/gu, (_all, first: string, second: string) => pairWords(first, second, sex))
    .replace(/\s+[-–]\s+/g, ' ');
  return eitherWords(smallLetters(plain).split(/,\s*/));
}

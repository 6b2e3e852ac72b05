/**
 * Which passwords are acceptable (security design §2.6): length and not guessable; no composition rules, no expiry.
 *
 * The list of 10,000 common values is still missing. Until it is there, a rule stands in: whatever consists of
 * common parts, runs, repeats or names of the centre only is refused, which covers far more long values than a list.
 */
import { commonPasswordParts } from './password-parts.ts';

export const shortestPassword = 15;
export const longestPassword = 1000;

/** es-PE, shown at the field. */
export const passwordProblemWords = {
  'too-short': 'Escriba al menos 15 caracteres. Puede usar la frase que propone el programa.',
  'too-long': 'Máximo 1000 caracteres.',
  repeated: 'Se repite demasiado. Use palabras distintas.',
  common: 'Es fácil de adivinar. Use la frase que propone el programa u otras palabras.',
  'names-the-centre': 'No use el nombre del centro, del distrito ni de los usuarios.',
} as const;
export type PasswordProblem = keyof typeof passwordProblemWords;

const similar: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Lower case, no accents, letters and digits only. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@$!]/gu, '');
}

function withoutLookalikes(text: string): string {
  return Array.from(text)
    .map((character) => similar[character] ?? character)
    .join('');
}

/** True for one block written again and again: `abcabcabcabcabc`. */
function isRepeated(text: string): boolean {
  return text.length > 1 && (text + text).indexOf(text, 1) < text.length * 0.67;
}

const rows = ['abcdefghijklmnñopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjklñ', 'zxcvbnm'];
const runs = [...rows, ...rows.map((row) => Array.from(row).reverse().join(''))];

/** The text without runs of four and more neighbours of alphabet, digits or keyboard. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    let length = 1;
    while (at + length < text.length && runs.some((row) => row.includes(text.slice(at, at + length + 1)))) length += 1;
    if (length >= 4) at += length;
    else {
      left += text.charAt(at);
      at += 1;
    }
  }
  return left;
}

function without(text: string, parts: readonly string[]): { rest: string; found: Set<string> } {
  const found = new Set<string>();
  let rest = text;
  for (const part of [...parts].sort((a, b) => b.length - a.length)) {
    if (part.length < 3 || !rest.includes(part)) continue;
    found.add(part);
    rest = rest.replaceAll(part, ' ');
  }
  return { rest, found };
}

const fewestFreeLetters = 6;
/** So many different common words in a row are a phrase of their own. */
const enoughWords = 5;

function freeLetters(rest: string): number {
  return new Set(rest.replace(/[\s\d]/g, '')).size;
}

/**
 * What is wrong with a password; null when it is acceptable. Characters are counted after NFKC, nothing is trimmed.
 *
 * `names` are the centre, its district, the staff logins: guessed first by whoever knows the place.
 */
export function passwordProblem(password: string, names: readonly string[] = []): PasswordProblem | null {
  const length = Array.from(password.normalize('NFKC')).length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  const exact = plain(password);
  if (new Set(exact).size < 6 || isRepeated(exact)) return 'repeated';
  const text = withoutLookalikes(withoutRuns(exact));
  const common = without(text, commonPasswordParts);
  if (freeLetters(common.rest) < fewestFreeLetters && common.found.size < enoughWords) return 'common';
  const local = names.flatMap((name) => [plain(name), ...name.split(/\s+/).map(plain)]).map(withoutLookalikes);
  const named = without(common.rest, local);
  const guessable = freeLetters(named.rest) < fewestFreeLetters && common.found.size < enoughWords;
  return named.found.size > 0 && guessable ? 'names-the-centre' : null;
}

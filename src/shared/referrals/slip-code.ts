/**
 * The short code of a slip: found again by it, without the name of the person.
 *
 * Year and sequence of the number, spread over 31 letters and digits that nobody confuses, and one more that tells a
 * wrong or swapped character.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const base = alphabet.length;
const digits = 6;
const size = base ** digits;
/** Has no factor in common with 31: every number keeps a code of its own. */
const spread = 486_187_739;

function checkOf(letters: readonly number[]): number {
  return letters.reduce((sum, letter, at) => sum + letter * (at + 2), 0) % base;
}

/** `AB3K-7QX`. @param sequence 1 to 9,999,999 of that year */
export function slipCode(year: number, sequence: number): string {
  let value = Number((BigInt(((year - 2000) % 80) * 10_000_000 + sequence) * BigInt(spread)) % BigInt(size));
  const letters: number[] = [];
  for (let at = 0; at < digits; at += 1) {
    letters.push(value % base);
    value = Math.floor(value / base);
  }
  const all = [...letters, checkOf(letters)].map((letter) => alphabet[letter] ?? '');
  return `${all.slice(0, 4).join('')}-${all.slice(4).join('')}`;
}

/** The code as it is stored, from what was typed; null when it can be no code (too short, or a wrong letter in it). */
export function readSlipCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const letters = Array.from(plain, (letter) => alphabet.indexOf(letter));
  if (letters.length !== digits + 1 || letters.includes(-1)) return null;
  if (checkOf(letters.slice(0, digits)) !== letters[digits]) return null;
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}

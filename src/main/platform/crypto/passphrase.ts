/** Generated passwords: invented words that can be read aloud, from the system's random source (security design §2.6). */
import { randomInt } from 'node:crypto';

// Only syllables with one spelling in Peru: no b/v, c/s/z, g/j, ll/y, h or qu to hesitate over.
const syllables: readonly string[] = [
  ...Array.from('bdflmnprst').flatMap((consonant) => Array.from('aeiou').map((vowel) => consonant + vowel)),
  ...['ca', 'co', 'cu', 'ga', 'go', 'gu'],
];

// An invented word must not embarrass whoever reads it aloud.
const embarrassing =
  /puta|puto|culo|caca|pene|teta|pedo|mama|peta|tonta|tonto|malo|mata|muer|pega|sida|feto|nena|loca|loco/;

const syllablesPerWord = 3;

/** Random bits of one word; the words left out cost less than a tenth of a bit. */
export const bitsPerWord = Math.floor(syllablesPerWord * Math.log2(syllables.length));

/** Words of a generated password: 5 for coordination and technical support, 4 for the others, 7 for a one-time code. */
export const phraseWords = { staff: 4, coordinator: 5, oneTimeCode: 7 } as const;

function word(): string {
  for (;;) {
    let text = '';
    for (let at = 0; at < syllablesPerWord; at += 1) text += syllables[randomInt(syllables.length)] ?? '';
    if (!embarrassing.test(text)) return text;
  }
}

/** `tamelo-digura-…`, at least 4 words; every word is drawn anew, without bias. */
export function generatePhrase(words: number = phraseWords.staff): string {
  if (words < phraseWords.staff) throw new Error('a generated password has at least 4 words');
  return Array.from({ length: words }, word).join('-');
}

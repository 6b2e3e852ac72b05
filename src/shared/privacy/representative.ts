/** Whether words that say who represents her name a man whom she denounced. Pure. */
import { nameWords, wordKey, type PersonRecord } from '../people/index.ts';

const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };

/** «Z0ila», «P3dro»: a digit inside a word stands for the letter that it looks like. */
export const withLetters = (text: string) =>
  text.replace(/(?<=\p{L})[01345](?!\p{N})|(?<!\p{N})[01345](?=\p{L})/gu, (digit) => letters[digit] ?? digit);

const digitsOf = (text: string) => text.replace(/\D/g, '');
/** A shorter one is part of others. */
const shortestNumber = 6;
const shortestPart = 3;

/** Two parts of the name, however they are spelled, joined and turned round; all of one that has no more. */
function bearsName(text: string, name: string): boolean {
  const said = nameWords(withLetters(text).replace(/[^\p{L}\p{M}]+/gu, ' '));
  const words = new Set(said);
  const sounds = new Set(said.map((word) => wordKey(word)));
  const parts = [...new Set(nameWords(name))].filter((part) => part.length >= shortestPart);
  const heard = parts.filter((part) => words.has(part) || sounds.has(wordKey(part)));
  const joined = said.join(' ');
  const isJoined = parts.some((one) => parts.some((other) => one !== other && joined.includes(one + other)));
  return parts.length > 0 && (heard.length >= Math.min(2, parts.length) || isJoined);
}

type Accused = Pick<PersonRecord, 'givenNames' | 'firstSurname' | 'secondSurname' | 'aliases' | 'documents'>;

/** By his name, what he is called, or the number of his document. */
export function namesAccused(text: string, accused: Accused): boolean {
  const { givenNames, firstSurname, secondSurname, aliases, documents } = accused;
  const whole = [givenNames, firstSurname, secondSurname].filter((one) => one !== null).join(' ');
  const numbers = documents
    .map(({ number }) => digitsOf(number ?? ''))
    .filter(({ length }) => length >= shortestNumber);
  const said = digitsOf(text);
  return [whole, ...aliases].some((name) => bearsName(text, name)) || numbers.some((number) => said.includes(number));
}

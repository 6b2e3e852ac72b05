/** Whether a text names somebody or some place that the record knows, however it is spelled. Pure. */
import { isShortForm, nameRules, nameWords, plainName, wordKey } from '../people/index.ts';

/** What the record knows and no card may say. */
export type CardSecrets = {
  /** As it stands in a letterhead. */
  readonly centreName: string;
  /** Told by as a whole: the bare name of the centre, its ministry, its programme. */
  readonly phrases: readonly string[];
  /** Names of everybody of the case: legal, preferred, aliases. One word of them tells. */
  readonly names: readonly string[];
  /** Whole names of who works here: two words of one tell, for a neighbour may be called the same. */
  readonly staff: readonly string[];
  /** Addresses, telephones, documents, mail and shelters of the ficha, its number, and those of the centre. */
  readonly texts: readonly string[];
};

/** Names of fewer letters are words of every day («Luz», «Paz» stay: they are names first). */
const shortestName = 3;
/** Of a shorter word too many others sound alike: «Meza», «mesa». */
const shortestSound = 5;
const shortestNumber = 6;
const shortestPlace = 4;
/** A shorter one is a part of other words. */
const shortestWhole = 6;
const mostJoined = 12;

/** Letters and digits apart: «Sauces145» is a street and its number. */
const wordsIn = (text: string) =>
  plainName(text)
    .replaceAll('Ñ', 'N')
    .match(/\p{L}+|\p{N}+/gu) ?? [];

/** Each run of words written as one: «wil ber», «Mariaelena». */
function joinedIn(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(mostJoined, words.length - from) }, (_one, more) =>
      words.slice(from, from + more + 1).join(''),
    ),
  );
}

type Said = { readonly words: ReadonlySet<string>; readonly joined: ReadonlySet<string>; readonly text: string };

const soundsOf = (words: readonly string[]) =>
  words.filter((word) => word.length >= shortestSound).map((word) => wordKey(word));

function namesOneOf({ words, joined }: Said, names: readonly string[]): boolean {
  const parts = names.map((name) => nameWords(name).flatMap(wordsIn));
  const known = parts.flatMap(joinedIn);
  const heard = new Set(soundsOf([...joined]));
  const keys = new Set(parts.flat().map((part) => wordKey(part)));
  return (
    known.some((part) => part.length >= shortestName && joined.has(part)) ||
    soundsOf(known).some((sound) => heard.has(sound)) ||
    [...words].some((word) => isShortForm(word, keys))
  );
}

function namesStaff({ words }: Said, staff: readonly string[]): boolean {
  return staff.some((name) => {
    const parts = new Set(nameWords(name).flatMap(wordsIn));
    return [...parts].filter((part) => part.length >= shortestName && words.has(part)).length >= 2;
  });
}

const digitsOf = (text: string) => text.replace(/\D/g, '');
/** As it is called from here. */
const withoutCountry = (digits: string) => (/^51\d{9}$/.test(digits) ? digits.slice(2) : digits);

/** The number, or enough of it to find the rest; another of the same length is another number. */
function holdsNumber(run: string, known: string): boolean {
  if (known.length < shortestNumber || run.length < shortestNumber) return false;
  if (run.includes(known)) return true;
  if (run.length === known.length) return false;
  const pieces = Array.from({ length: known.length - shortestNumber + 1 }, (_, at) =>
    known.slice(at, at + shortestNumber),
  );
  return pieces.some((piece) => run.includes(piece));
}

function numbersOneOf(text: string, texts: readonly string[]): boolean {
  const runs = [...(text.match(/\d(?:[^\p{L}\d]*\d)*/gu) ?? []), text].map(digitsOf).map(withoutCountry);
  return texts
    .map(digitsOf)
    .map(withoutCountry)
    .some((known) => runs.some((run) => holdsNumber(run, known)));
}

const lotWords = ['MZ', 'MZA', 'MANZANA', 'LT', 'LTE', 'LOTE'];
const streetWords = new Set([
  ...['JR', 'JIRON', 'AV', 'AVDA', 'AVENIDA', 'CALLE', 'CA', 'PSJE', 'PJE', 'PASAJE', 'PROL', 'PROLONGACION'],
  ...['URB', 'URBANIZACION', 'ASOC', 'ASOCIACION', 'AA', 'HH', 'AAHH', 'CDRA', 'CUADRA', 'KM', 'NRO'],
  ...lotWords,
]);
const particles: ReadonlySet<string> = new Set(nameRules.particles);

/** Name of the street beside its number or beside what says that it is a street. */
function placesAt({ words, joined }: Said, address: string): boolean {
  const all = wordsIn(address);
  const from = all.findIndex((word) => !streetWords.has(word));
  const name: string[] = [];
  for (const word of all.slice(Math.max(from, 0))) {
    // «28 de Julio» begins with one.
    if ((/\d/.test(word) && name.length > 0) || streetWords.has(word)) break;
    name.push(word);
  }
  const rest = all.slice(Math.max(from, 0) + name.length);
  // No address: a reference, a mail, a shelter.
  if (from <= 0 && rest.length === 0) return false;
  const isStreet = [name, name.filter((word) => !particles.has(word))]
    .map((parts) => parts.join(''))
    .some((street) => street.length >= shortestPlace && joined.has(street));
  const number = rest.find((word) => /\d/.test(word));
  return isStreet && ((number !== undefined && words.has(number)) || [...words].some((word) => streetWords.has(word)));
}

function placesOneOf(said: Said, texts: readonly string[]): boolean {
  const whole = wordsIn(said.text).join('');
  return texts.some((one) => {
    const known = wordsIn(one).join('');
    // Numbers have a rule of their own.
    const isLong = known.length >= shortestWhole;
    const isHeld = isLong ? whole.includes(known) : known.length >= shortestPlace && said.joined.has(known);
    return (/\p{L}/u.test(known) && isHeld) || placesAt(said, one);
  });
}

/** Whether it says anything of these. */
export function tellsOf(text: string, { phrases, names, staff, texts }: Omit<CardSecrets, 'centreName'>): boolean {
  const list = wordsIn(text);
  const said = { words: new Set(list), joined: new Set(joinedIn(list)), text };
  return (
    namesOneOf(said, names) ||
    namesStaff(said, staff) ||
    phrases.some((one) => said.joined.has(wordsIn(one).join(''))) ||
    numbersOneOf(text, texts) ||
    placesOneOf(said, texts)
  );
}
